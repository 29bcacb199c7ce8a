import type { ExportRecord, RecordValue } from './record.ts'
import { sortedByText } from './sorted-by-text.ts'

/** A value as text in which the order of fields does not matter. */
function canonical(value: RecordValue | undefined, depth = 0): string {
  if (value === undefined || value === null || depth > 4) return ''
  if (value instanceof Map) {
    const parts = [...value].map(([name, part]) => `${name}=${canonical(part, depth + 1)}`)
    return `{${parts.sort().join(',')}}`
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item, depth + 1)).join(',')}]`
  return `${value}`.toLowerCase()
}

/** Records in an order that depends only on their content, not on files or field order. */
export const inStableOrder = (records: readonly ExportRecord[]): readonly ExportRecord[] =>
  sortedByText(records, ({ fields }) => canonical(fields))
