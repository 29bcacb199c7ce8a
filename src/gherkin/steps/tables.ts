import { parse } from 'yaml'
import { nearest } from '../../source/diagnostics/suggest.ts'
import { problem } from '../scenario/problem.ts'
import type { Rows } from '../scenario/rows.ts'
import { listed, plainWords } from '../scenario/words.ts'

/** The cell for a missing value. */
export const nothing = '-'

/** A row by column name, with its index for messages; the header is row 0. */
export interface TableRow {
  readonly number: number
  readonly cells: ReadonlyMap<string, string>
}

/** A table with a header: the names of its columns, and its rows. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Whether the order of rows is significant; in a sequence, a value may occur twice. */
export type RowOrder = 'any order' | 'in order'

/** Reads a table with known columns; rejects one without rows, an unknown column, an empty cell and a duplicate row. */
export function readTable(
  rows: Rows,
  known: readonly string[],
  needed: readonly string[],
  order: RowOrder = 'any order',
): Table {
  const [header = [], ...body] = rows
  const columns = header.map((cell) => columnNamed(cell, known))
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice !== undefined) throw problem(`the column \`${twice}\` appears twice`)
  for (const column of needed) {
    if (!columns.includes(column)) throw problem(`the table needs a column \`${column}\``)
  }
  if (body.length === 0) throw problem('the table has no rows, so it does not assert anything')
  const read = body.map((cells, index) => tableRow(columns, cells, index + 1))
  if (order === 'any order') refuseRepeated(read)
  return { columns, rows: read }
}

/** A duplicate row would look like a second assertion. */
function refuseRepeated(rows: readonly TableRow[]): void {
  const seen = new Map<string, number>()
  for (const { number, cells } of rows) {
    const key = JSON.stringify([...cells.values()].map(plainWords))
    const before = seen.get(key)
    if (before !== undefined) throw problem(`row ${number} repeats row ${before}`)
    seen.set(key, number)
  }
}

function columnNamed(cell: string, known: readonly string[]): string {
  const column = known.find((name) => plainWords(name) === plainWords(cell))
  if (column !== undefined) return column
  const near = nearest(cell, known, 3)
  const help = near.length > 0 ? `did you mean ${listed(near)}?` : `known: ${known.join(', ')}`
  throw problem(`unknown column \`${cell}\`\n  ${help}`)
}

function tableRow(columns: readonly string[], cells: readonly string[], number: number): TableRow {
  if (cells.length !== columns.length)
    throw problem(
      `row ${number} has ${cells.length} cells, and the table ${columns.length} columns: ${columns.join(', ')}`,
    )
  const entries = columns.map((column, index): [string, string] => [column, (cells[index] ?? '').trim()])
  const empty = entries.find(([, cell]) => cell === '')
  if (empty !== undefined) {
    throw problem(
      `row ${number} has an empty cell in column \`${empty[0]}\`\n  write \`${nothing}\` for nothing, or remove the column`,
    )
  }
  return { number, cells: new Map(entries) }
}

/** A two-column table as properties; values are parsed as YAML. */
export function properties(rows: Rows): Readonly<Record<string, unknown>> {
  if (rows.length === 0) throw problem('the table has no rows, so it does not set anything')
  const names = rows.map(([name]) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw problem(`the table has \`${twice}\` twice`)
  return Object.fromEntries(
    rows.map((cells) => {
      const [name = '', value] = cells
      if (cells.length !== 2 || name === '' || value === undefined || value === '')
        throw problem('each row needs a name and a value, in two columns')
      return [name, readValue(value)]
    }),
  )
}

/** Rows as objects keyed by the header; values are parsed as YAML, empty cells are omitted. */
export function records(rows: Rows): readonly Readonly<Record<string, unknown>>[] {
  const [header = [], ...body] = rows
  if (body.length === 0) throw problem('the table has no rows, so it does not set anything')
  if (header.includes('')) throw problem('a column has no name, so its cells have no meaning')
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice !== undefined) throw problem(`the column \`${twice}\` appears twice`)
  return body.map((cells) =>
    Object.fromEntries(
      header.flatMap((name, index) => {
        const cell = cells[index] ?? ''
        return cell === '' ? [] : [[name, readValue(cell)]]
      }),
    ),
  )
}

function parsed(text: string): unknown {
  try {
    return parse(text)
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown)
    throw problem(`the cell \`${text}\` is not valid YAML: ${why}`)
  }
}

function readValue(text: string): unknown {
  const value: unknown = parsed(text)
  // A date remains the text that the tenant file would contain.
  return value instanceof Date ? text : value
}
