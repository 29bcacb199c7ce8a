import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import type { SourceRange, SourceText } from '../source/text/source-text.ts'

/** A value of an export with the place of each of its parts. */
export interface Placed {
  readonly at: () => SourceRange
  /** A plain value, unless it has parts. */
  readonly value?: unknown
  readonly items?: readonly Placed[]
  readonly fields?: ReadonlyMap<string, Placed>
}

/** A plain value at the place of another one. */
export const plainAt = (value: unknown, { at }: Pick<Placed, 'at'>): Placed => ({ at, value })

/** An object at the place of another one, without the fields that have no value. */
export function objectAt(fields: Iterable<readonly [string, Placed | undefined]>, { at }: Pick<Placed, 'at'>): Placed {
  return { at, fields: new Map([...fields].flatMap(([key, part]) => (part === undefined ? [] : [[key, part]]))) }
}

/** A list at the place of another one. */
export const listAt = (items: readonly Placed[], { at }: Pick<Placed, 'at'>): Placed => ({ at, items })

/** The value without its places. */
export function plainValue({ value, items, fields }: Placed): unknown {
  if (items !== undefined) return items.map(plainValue)
  if (fields === undefined) return value
  return Object.fromEntries([...fields].map(([key, part]) => [key, plainValue(part)]))
}

/** The text of a value that is one. */
export const textOfPlaced = (part: Placed | undefined): string | undefined =>
  typeof part?.value === 'string' && part.value.trim() !== '' ? part.value : undefined

function partAt(placed: Placed, [step, ...rest]: DocumentPath): { readonly part: Placed; readonly whole: boolean } {
  if (step === undefined) return { part: placed, whole: true }
  const next = placed.items?.[Number(step)] ?? placed.fields?.get(String(step))
  return next === undefined ? { part: placed, whole: false } : partAt(next, rest)
}

/** A value as a separate document, in which each part keeps its place. */
export function documentOfPlaced(source: SourceText, placed: Placed): LocatedDocument {
  const rangeOf = (path: DocumentPath): SourceRange => partAt(placed, path).part.at()
  return { source, value: plainValue(placed), has: (path) => partAt(placed, path).whole, rangeOf, rangeOfKey: rangeOf }
}

/** A part of a document as a value with places. */
export function placedIn(document: LocatedDocument, path: DocumentPath, value: unknown): Placed {
  const at = (): SourceRange => document.rangeOf(path)
  if (Array.isArray(value))
    return { at, items: value.map((item: unknown, index) => placedIn(document, [...path, index], item)) }
  if (typeof value !== 'object' || value === null) return { at, value }
  return {
    at,
    fields: new Map(Object.entries(value).map(([key, part]) => [key, placedIn(document, [...path, key], part)])),
  }
}
