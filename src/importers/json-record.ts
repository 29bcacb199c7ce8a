import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'
import type { ExportRecord, RecordValue } from './records/record.ts'

function recordValue(value: unknown): RecordValue | undefined {
  if (Array.isArray(value)) return value.flatMap((item) => recordValue(item) ?? [])
  if (isMapping(value)) return fieldsIn(value)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined
}

function fieldsIn(value: Mapping): ReadonlyMap<string, RecordValue | undefined> {
  return new Map(Object.entries(value).map(([key, part]) => [key.toLowerCase(), recordValue(part)]))
}

const typeNameOf = (value: Mapping): string | undefined => {
  const stated = value['@odata.type'] ?? value['PSTypeName'] ?? value['pstypename']
  return typeof stated === 'string' ? stated.replace(/^#/, '').toLowerCase() : undefined
}

/** An object of a JSON document as a record; `context` is the address, section or file that contains it. */
export function jsonRecord(
  document: LocatedDocument,
  path: DocumentPath,
  value: Mapping,
  context: string,
): ExportRecord {
  const typeName = typeNameOf(value)
  return {
    source: document.source,
    format: document.source.firstLine === undefined ? 'json' : 'json-lines',
    fields: fieldsIn(value),
    ...(typeName === undefined ? {} : { typeName }),
    context: context.toLowerCase(),
    get at() {
      return document.rangeOf(path)
    },
    rangeOf: (field) => {
      const key = Object.keys(value).find((name) => name.toLowerCase() === field)
      return document.rangeOf(key === undefined ? path : [...path, key])
    },
  }
}
