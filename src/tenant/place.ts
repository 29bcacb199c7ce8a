import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import { positionOf } from '../source/text/source-text.ts'
import type { FactName } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'
import type { Declared } from './declared.ts'

/** The keys under which facts are stated: a key, or a path below the thing that states them. */
export type FactKeys = { readonly [Fact in FactName]?: string | DocumentPath }

/** Where a thing of the file stands. */
export interface Place {
  readonly document: LocatedDocument
  readonly path: DocumentPath
}

/** The place of what stands below. */
export function below(place: Place, ...steps: DocumentPath): Place {
  return { document: place.document, path: [...place.path, ...steps] }
}

/** The line and column of a value; of its key, where it has one. */
export function originAt({ document, path }: Place): Origin {
  const range = document.rangeOfKey(path)
  const { line, column } = positionOf(range)
  return { file: range.source.name, line, column }
}

/** The line and column at which a value itself begins. */
export function valueOriginAt({ document, path }: Place): Origin {
  const range = document.rangeOf(path)
  const { line, column } = positionOf(range)
  return { file: range.source.name, line, column }
}

function valueAt(thing: unknown, path: DocumentPath): unknown {
  let value = thing
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    // A parsed value is plain JSON data, so any key may be asked for.
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  return value
}

/** Keys as pairs, made once for each kind of thing. */
export type FactPaths = readonly (readonly [FactName, DocumentPath])[]

/** Keys of a mapping that itself stands under a key. */
export function pathsBelow(parent: string, keys: { readonly [Fact in FactName]?: string }): FactKeys {
  // Object.entries forgets that the keys of the mapping are fact names.
  return Object.fromEntries(Object.entries(keys).map(([fact, key]) => [fact, [parent, key]])) as FactKeys
}

/** The pairs of some keys. */
export function factPaths(keys: FactKeys): FactPaths {
  // Object.entries forgets that the keys of the mapping are fact names.
  const entries = Object.entries(keys) as [FactName, string | DocumentPath][]
  return entries.map(([fact, key]) => [fact, typeof key === 'string' ? [key] : key])
}

/** Where a thing stands, and where it states each fact that it does state. */
export function placed(place: Place, thing: unknown, facts: FactPaths): Pick<Declared, 'origin' | 'origins'> {
  const origins: Partial<Record<FactName, Origin>> = {}
  for (const [fact, path] of facts) {
    if (valueAt(thing, path) !== undefined) origins[fact] = originAt(below(place, ...path))
  }
  return { origin: originAt(place), origins }
}
