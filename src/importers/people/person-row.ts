import type { RecordView } from '../records/fields.ts'
import { hasField, listOfNames, reportField, textOf } from '../records/fields.ts'
import { type Column, columnOf } from './headers.ts'

/** A row of a list of people, with cells by meaning. */
export interface PersonRow {
  readonly view: RecordView
  /** The field of each column. */
  readonly fields: ReadonlyMap<Column, string>
}

/** The row as one of a list of people. */
export function personRow(view: RecordView): PersonRow {
  const fields = new Map<Column, string>()
  for (const field of view.record.fields.keys()) {
    const column = columnOf(field)
    if (column !== undefined && column !== 'unused' && !fields.has(column)) fields.set(column, field)
  }
  return { view, fields }
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
