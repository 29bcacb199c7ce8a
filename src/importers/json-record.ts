import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import type { SourceText } from '../source/text/source-text.ts'
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

/** What is kept of an object of a long page: its text. */
interface Kept {
  readonly source: SourceText
  readonly path: DocumentPath
  readonly context: string
}

/** Makes a record of an object of a long page. */
export type PageRecords = (document: LocatedDocument, path: DocumentPath, context: string) => ExportRecord

function valueAt(value: unknown, path: DocumentPath): Mapping {
  const found = path.reduce<unknown>((part, step) => Object(part)[step], value)
  return isMapping(found) ? found : {}
}

/** Records of which the text is kept, and read again when it is asked for, because there may be very many. */
export function pageRecords(read: (source: SourceText) => LocatedDocument | undefined): PageRecords {
  let last: { readonly of: Kept; readonly record: ExportRecord } | undefined
  const made = (kept: Kept): ExportRecord => {
    if (last?.of === kept) return last.record
    const document = read(kept.source)
    if (document === undefined) throw new Error('an object that was read cannot be read again')
    last = { of: kept, record: recordAt(document, kept) }
    return last.record
  }
  const recordAt = (document: LocatedDocument, { path, context }: Kept): ExportRecord =>
    jsonRecord(document, path, valueAt(document.value, path), context)
  const shape: Omit<ExportRecord, keyof Kept | 'typeName'> & { typeName: string | undefined } & ThisType<Kept> = {
    format: 'json-lines',
    get fields() {
      return made(this).fields
    },
    get typeName() {
      return made(this).typeName
    },
    get at() {
      return made(this).at
    },
    rangeOf(field) {
      return made(this).rangeOf(field)
    },
  }
  return (document, path, context) => {
    // The object has its place and its text, and the rest is made of them.
    const kept: Kept = Object.setPrototypeOf({ source: document.source, path, context: context.toLowerCase() }, shape)
    last = { of: kept, record: recordAt(document, kept) }
    return kept as unknown as ExportRecord
  }
}
