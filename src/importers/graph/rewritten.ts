import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

/** A value and its place in the export. */
export interface Part {
  readonly value: unknown
  readonly document: LocatedDocument
  readonly path: DocumentPath
}

function hasPath(value: unknown, [step, ...rest]: DocumentPath): boolean {
  if (step === undefined) return true
  if (!(isMapping(value) || Array.isArray(value)) || !Object.hasOwn(value, step)) return false
  return hasPath(Object(value)[step], rest)
}

/** The key under which Graph SDKs put additional fields of an object. */
const extraKeys = ['AdditionalProperties', 'additionalProperties', 'AdditionalData', 'additionalData'] as const

function extraKeyOf(value: unknown): string | undefined {
  return isMapping(value) ? extraKeys.find((key) => isMapping(value[key])) : undefined
}

/** The path in the export for a path of the flattened object. */
function exportedPath(value: unknown, path: DocumentPath): DocumentPath {
  const [step, ...rest] = path
  if (step === undefined || !(isMapping(value) || Array.isArray(value))) return path
  const extra = extraKeyOf(value)
  if (extra === undefined || Object.hasOwn(value, step)) return [step, ...exportedPath(Object(value)[step], rest)]
  return [extra, step, ...exportedPath(Object(Object(value)[extra])[step], rest)]
}

/** The value without the level at which the Graph SDKs keep unknown fields. */
export function flattened(value: unknown): unknown {
  if (Array.isArray(value)) return value.some((item) => flattened(item) !== item) ? value.map(flattened) : value
  if (!isMapping(value)) return value
  const extra = extraKeyOf(value)
  const entries = Object.entries(value).filter(([key]) => key !== extra)
  const more = extra === undefined ? [] : Object.entries(Object(value[extra]))
  const flat = [...more.filter(([key]) => !Object.hasOwn(value, key)), ...entries].map(
    ([key, part]) => [key, flattened(part)] as const,
  )
  const same = extra === undefined && flat.every(([key, part]) => part === value[key])
  return same ? value : Object.fromEntries(flat)
}

/** An object made of parts of exports as a separate document, in which each part keeps its place. */
export function documentOfParts(whole: Part, parts: ReadonlyMap<string, Part>): LocatedDocument {
  const value = Object.fromEntries([...parts].map(([key, part]) => [key, flattened(part.value)]))
  const placeOf = ([key, ...rest]: DocumentPath): Pick<Part, 'document' | 'path'> => {
    const part = parts.get(String(key))
    return part === undefined
      ? whole
      : { document: part.document, path: [...part.path, ...exportedPath(part.value, rest)] }
  }
  const located = (path: DocumentPath, range: 'rangeOf' | 'rangeOfKey') => {
    const place = placeOf(path)
    return place.document[range](place.path)
  }
  return {
    source: whole.document.source,
    value,
    has: (path) => hasPath(value, path),
    rangeOf: (path) => located(path, 'rangeOf'),
    rangeOfKey: (path) => located(path, 'rangeOfKey'),
  }
}
