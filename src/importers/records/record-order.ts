import { canonicalText, compareText } from '../canonical.ts'
import type { ExportRecord } from './record.ts'

/** Records in an order that depends on their content, not on files. */
export function inOneOrder(records: readonly ExportRecord[]): readonly ExportRecord[] {
  return records
    .map((record) => ({ record, key: canonicalText([record.typeName, record.fields]) }))
    .sort((one, other) => compareText(one.key, other.key))
    .map(({ record }) => record)
}
