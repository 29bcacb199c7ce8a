import { parse } from 'yaml'
import { nearest } from '../source/suggest.ts'
import type { Rows } from './definition.ts'
import { problem } from './problem.ts'
import { listed, plainWords } from './words.ts'

/** A row by its column names, with its place in the table for messages; the header is row 0. */
export interface TableRow {
  readonly number: number
  readonly cells: ReadonlyMap<string, string>
}

/** A table with a header: the names of its columns, and its rows. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Reads a table with known columns; one without rows, an unknown column or an empty cell is refused. */
export function readTable(rows: Rows, known: readonly string[], needed: readonly string[]): Table {
  const [header = [], ...body] = rows
  const columns = header.map((cell) => columnNamed(cell, known))
  const twice = columns.find((column, index) => columns.indexOf(column) !== index)
  if (twice !== undefined) throw problem(`the column \`${twice}\` stands twice`)
  for (const column of needed) {
    if (!columns.includes(column)) throw problem(`the table needs a column \`${column}\``)
  }
  if (body.length === 0) throw problem('the table has no rows, so it asserts nothing')
  return { columns, rows: body.map((cells, index) => tableRow(columns, cells, index + 1)) }
}

function columnNamed(cell: string, known: readonly string[]): string {
  const column = known.find((name) => plainWords(name) === plainWords(cell))
  if (column !== undefined) return column
  const near = nearest(cell, known, 3)
  const help = near.length > 0 ? `did you mean ${listed(near)}?` : `known: ${known.join(', ')}`
  throw problem(`unknown column \`${cell}\`\n  ${help}`)
}

function tableRow(columns: readonly string[], cells: readonly string[], number: number): TableRow {
  const entries = columns.map((column, index): [string, string] => [column, (cells[index] ?? '').trim()])
  const empty = entries.find(([, cell]) => cell === '')
  if (empty !== undefined) {
    throw problem(`row ${number} has an empty cell in column \`${empty[0]}\`\n  write \`-\` to leave it unchecked`)
  }
  return { number, cells: new Map(entries.filter(([, cell]) => cell !== '-')) }
}

/** A two-column table as properties; values are read as YAML. */
export function properties(rows: Rows): Readonly<Record<string, unknown>> {
  if (rows.length === 0) throw problem('the table has no rows, so it says nothing')
  return Object.fromEntries(
    rows.map((cells) => {
      const [name = '', value] = cells
      if (cells.length !== 2 || name === '' || value === undefined || value === '')
        throw problem('each row needs a name and a value, in two columns')
      return [name, readValue(value)]
    }),
  )
}

/** Rows as objects by the names in the header; values are read as YAML, an empty cell is a key left out. */
export function records(rows: Rows): readonly Readonly<Record<string, unknown>>[] {
  const [header = [], ...body] = rows
  if (body.length === 0) throw problem('the table has no rows, so it says nothing')
  return body.map((cells) =>
    Object.fromEntries(
      header.flatMap((name, index) => {
        const cell = cells[index] ?? ''
        return cell === '' ? [] : [[name, readValue(cell)]]
      }),
    ),
  )
}

function readValue(text: string): unknown {
  const value: unknown = parse(text)
  // A date stays the text that the tenant file would hold.
  return value instanceof Date ? text : value
}
