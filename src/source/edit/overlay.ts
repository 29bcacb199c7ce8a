import { isMapping } from '../../vocabulary/mapping.ts'
import type { DocumentPath } from '../document/located-document.ts'
import { type Change, withChanges } from './change.ts'
import { idOf, nameOfEntry } from './entry-names.ts'

/** A change that an overlay makes to a document. */
export interface OverlayChange extends Change {
  /** The path in the overlay. */
  readonly from: DocumentPath
  /** What the document lacks: a new list entry, or a key to remove that does not exist. */
  readonly absent?: 'entry' | 'key'
}

/** Handles a name that several entries have: throws, or reports it and selects one. */
export type Ambiguous = (name: string, places: readonly number[], from: DocumentPath) => number

interface Laying {
  readonly path: Change['path']
  readonly from: DocumentPath
  readonly ambiguous: Ambiguous
}

const deeper = ({ path, from, ambiguous }: Laying, step: string): Laying => ({
  path: [...path, step],
  from: [...from, step],
  ambiguous,
})

/** The changes that an overlay makes to a document: `null` removes, named list entries are matched by name. */
export function overlayChanges(before: unknown, over: unknown, ambiguous: Ambiguous): readonly OverlayChange[] {
  return changesOf(before, over, { path: [], from: [], ambiguous })
}

function changesOf(before: unknown, over: unknown, laying: Laying): readonly OverlayChange[] {
  const { path, from } = laying
  if (Array.isArray(before) && Array.isArray(over)) return changesOfList(before, over, laying)
  if (!isMapping(before) || !isMapping(over)) return [{ path, value: over, from }]
  return Object.entries(over).flatMap(([key, value]): readonly OverlayChange[] => {
    const at = deeper(laying, key)
    const there = Object.hasOwn(before, key) && !(value === null && before[key] === null)
    if (there && value !== null) return changesOf(before[key], value, at)
    if (value !== null) return [{ path: at.path, value, from: at.from }]
    return [{ path: at.path, value: undefined, from: at.from, ...(there ? {} : { absent: 'key' as const }) }]
  })
}

/** Lists of scalars are replaced; lists of named objects are merged by name. */
function changesOfList(before: readonly unknown[], over: readonly unknown[], laying: Laying): readonly OverlayChange[] {
  const { path, from, ambiguous } = laying
  if (!over.some(isMapping))
    return [{ path, value: over.every((value) => typeof value === 'string') ? over : [...before, ...over], from }]
  let known = before
  return over.flatMap((entry, place): readonly OverlayChange[] => {
    const said = [...from, place]
    const index = placeOf(known, entry, (name, places) => ambiguous(name, places, said))
    const made = changesOfEntry(known, index, entry, { path: [index], from: said, ambiguous })
    // A list with changes made is a list.
    known = withChanges(known, made) as readonly unknown[]
    return made.map((change) => ({ ...change, path: [...path, ...change.path] }))
  })
}

function changesOfEntry(
  known: readonly unknown[],
  index: number,
  entry: unknown,
  laying: Laying,
): readonly OverlayChange[] {
  if (isMapping(known[index])) return changesOf(known[index], entry, laying)
  const { path, from } = laying
  return [{ path, value: entry, from, ...(index >= known.length ? { absent: 'entry' as const } : {}) }]
}

/** The index of the object that an entry refers to; one past the end for a new one. An id disambiguates equal names. */
function placeOf(
  list: readonly unknown[],
  entry: unknown,
  ambiguous: (name: string, places: readonly number[]) => number,
): number {
  const places = (is: (one: unknown) => boolean): readonly number[] =>
    list.flatMap((one, index) => (is(one) ? [index] : []))
  const id = idOf(entry)
  const byId = id === undefined ? [] : places((one) => idOf(one) === id)
  if (byId[0] !== undefined) return byId[0]
  const name = nameOfEntry(entry)
  // An object of that name with a different id is another object.
  const byName =
    name === undefined
      ? []
      : places((one) => nameOfEntry(one) === name && (id === undefined || idOf(one) === undefined))
  if (name !== undefined && byName.length > 1) return ambiguous(name, byName)
  return byName[0] ?? list.length
}
