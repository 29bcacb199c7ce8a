import type { ExportRecord } from '../records/record.ts'
import { type Column, plainHeader } from './headers.ts'

/** The meaning of unknown headers, by header without case, accents and blanks. */
export type NamedColumns = ReadonlyMap<string, Column | 'unused'>

/** The record with mapped columns under the names that readers use, and without unused columns. */
export function withNamedColumns(record: ExportRecord, named: NamedColumns): ExportRecord {
  if (named.size === 0 || record.format !== 'csv') return record
  const fields = new Map<string, typeof record.fields extends ReadonlyMap<string, infer Value> ? Value : never>()
  const origins = new Map<string, string>()
  for (const [header, value] of record.fields) {
    const column = named.get(plainHeader(header))
    if (column === 'unused') continue
    const name = column?.toLowerCase() ?? header
    fields.set(name, value)
    origins.set(name, header)
  }
  const { source, format, typeName, context, at } = record
  return {
    ...{ source, format, context, at, fields, ...(typeName === undefined ? {} : { typeName }) },
    rangeOf: (field) => record.rangeOf(origins.get(field) ?? field),
  }
}
