import type { RecordView } from '../records/fields.ts'
import { hasField, listOfNames, reportField, textOf } from '../records/fields.ts'
import type { ExportRecord } from '../records/record.ts'
import { type Column, columnOf } from './headers.ts'

/** A row of a list of people, with cells by meaning. */
export interface PersonRow {
  readonly view: RecordView
  /** The field of each column. */
  readonly fields: ReadonlyMap<Column, string>
}

/** The fields of records by what they mean. */
export type Meanings = (record: ExportRecord) => ReadonlyMap<Column, string>

/** The fields of a record by what they mean. */
export const meaningsOf: Meanings = ({ columns, fields: own }) => {
  const fields = new Map<Column, string>()
  for (const field of columns ?? own.keys()) {
    const column = columnOf(field)
    if (column !== undefined && column !== 'unused' && !fields.has(column)) fields.set(column, field)
  }
  return fields
}

/** The same, found once for all rows of a table. */
export function meaningsOfTables(): Meanings {
  const known = new Map<readonly string[], ReadonlyMap<Column, string>>()
  return (record) => {
    const { columns } = record
    const found = columns && known.get(columns)
    if (found !== undefined) return found
    const meanings = meaningsOf(record)
    if (columns !== undefined) known.set(columns, meanings)
    return meanings
  }
}

/** Spreadsheets write a text that looks like a number as a formula. */
const unwrapped = (text: string): string => /^="(.*)"$/.exec(text)?.[1] ?? text

/** The text of a cell: null if it is blank, undefined if there is no such column. */
export function cellOf({ view, fields }: PersonRow, column: Column): string | null | undefined {
  const field = fields.get(column)
  if (field === undefined) return undefined
  const text = textOf(view, field)
  return typeof text === 'string' ? unwrapped(text) : text
}

/** The value of the word in a cell; reports an unknown word. */
export function wordIn<Value>(row: PersonRow, column: Column, words: ReadonlyMap<string, Value>): Value | undefined {
  const text = cellOf(row, column)
  if (typeof text !== 'string') return undefined
  const value = words.get(
    text
      .normalize('NFD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase(),
  )
  const field = row.fields.get(column)
  if (value === undefined && field !== undefined) reportField(row.view, field, 'unknown-word', { word: text })
  return value
}

/** The items of a list in one cell. */
export function itemsIn({ view, fields }: PersonRow, column: Column): readonly string[] | undefined {
  const field = fields.get(column)
  return field === undefined || !hasField(view, field) ? undefined : listOfNames(view, field)
}
