import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceRange, SourceText } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { ClixmlObject } from './clixml-value.ts'
import type { RecordValue } from './record.ts'

function plainOf(value: RecordValue | undefined): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, part]) => [key, plainOf(part)]))
  return Array.isArray(value) ? value.map(plainOf) : value
}

/** An object as plain data, its keys as they are written. */
function dataOf(value: RecordValue | undefined, object: ClixmlObject | undefined): unknown {
  if (object?.items !== undefined) return object.items.map(([item, inner]) => dataOf(item, inner))
  if (object === undefined || typeof value === 'string') return plainOf(value)
  if (object.parts.length === 0) return plainOf(value) ?? {}
  return Object.fromEntries(object.parts.map(([key, part, inner]) => [key, dataOf(part, inner) ?? null]))
}

const isAt = (value: unknown, [step, ...rest]: DocumentPath): boolean =>
  step === undefined ||
  ((isMapping(value) || Array.isArray(value)) && Object.hasOwn(value, step) && isAt(Object(value)[step], rest))

/** An object of Clixml as a document, in which each property of the object has its place. */
export function clixmlDocument(source: SourceText, object: ClixmlObject): LocatedDocument {
  const value = Object.fromEntries(object.parts.map(([key, part, inner]) => [key, dataOf(part, inner) ?? null]))
  const rangeOf = ([key]: DocumentPath): SourceRange => {
    const place = key === undefined ? undefined : object.places.get(`${key}`.toLowerCase())
    const [start, end] = place ?? [object.start, object.end]
    return { source, start, end }
  }
  return { source, value, has: (path) => isAt(value, path), rangeOf, rangeOfKey: rangeOf }
}
