import { canonicalText } from '../canonical.ts'
import type { ExportRecord } from './record.ts'
import { sortedByText } from './sorted-by-text.ts'

/** Records in an order that depends on their content, not on files. */
export const inOneOrder = (records: readonly ExportRecord[]): readonly ExportRecord[] =>
  sortedByText(records, ({ typeName, fields }) => canonicalText([typeName, fields]))
