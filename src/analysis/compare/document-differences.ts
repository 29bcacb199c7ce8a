import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { type Change, nameOfItem, sameData } from '../../source/edit/change.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Origin } from '../../vocabulary/origin.ts'

/** One difference of two documents, as a change of the first. */
export interface Edit extends Change {
  /** The value in the first document; undefined if absent. */
  readonly before: unknown
  readonly origin: { readonly before?: Origin; readonly after?: Origin }
}

/** The items of a list by name; undefined if an item has no name or two items share one. */
function itemsByName(list: readonly unknown[]): ReadonlyMap<string, number> | undefined {
  const names = new Map<string, number>()
  for (const [index, item] of list.entries()) {
    const name = nameOfItem(item)?.toLowerCase()
    if (name === undefined || names.has(name)) return undefined
    names.set(name, index)
  }
  return names
}

interface Side {
  readonly document: LocatedDocument
  readonly path: DocumentPath
  readonly value: unknown
}

function originOf({ document, path, value }: Side): Origin | undefined {
  if (value === undefined) return undefined
  const range = document.rangeOf(path)
  const { line, column } = positionOf(range)
  return { file: range.source.name, line, column }
}

function edit(path: Change['path'], one: Side, other: Side): Edit {
  const before = originOf(one)
  const after = originOf(other)
  const origin = { ...(before && { before }), ...(after && { after }) }
  return { path, value: other.value, before: one.value, origin }
}

const child = ({ document, path, value }: Side, key: string | number): Side => ({
  document,
  path: [...path, key],
  // The path element is a key of a mapping or an index of a list.
  value: (value as Readonly<Record<string | number, unknown>>)[key],
})

const nothing = ({ document, path }: Side): Side => ({ document, path, value: undefined })

function added(path: Change['path'], one: Side, other: Side): Edit {
  return edit([...path, { item: nameOfItem(other.value) ?? '' }], one, other)
}

function differingItems(
  path: Change['path'],
  one: Side,
  other: Side,
  names: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): readonly Edit[] {
  const found: Edit[] = []
  for (const [name, index] of names) {
    const there = others.get(name)
    const left = child(one, index)
    const item = { item: nameOfItem(left.value) ?? name }
    found.push(...differing([...path, item], left, there === undefined ? nothing(other) : child(other, there)))
  }
  for (const [name, index] of others) if (!names.has(name)) found.push(added(path, nothing(one), child(other, index)))
  return found
}

/** All differences between two values that can be applied separately. */
function differing(path: Change['path'], one: Side, other: Side): readonly Edit[] {
  if (sameData(one.value, other.value)) return []
  if (isMapping(one.value) && isMapping(other.value)) {
    const keys = new Set([...Object.keys(one.value), ...Object.keys(other.value)])
    return [...keys].flatMap((key) => differing([...path, key], child(one, key), child(other, key)))
  }
  if (Array.isArray(one.value) && Array.isArray(other.value)) {
    const names = itemsByName(one.value)
    const others = itemsByName(other.value)
    const named = names !== undefined && others !== undefined
    // Reordered texts are reported because their order may be significant.
    const reordered = named && names.size === others.size && [...names.keys()].every((name) => others.has(name))
    const texts = [...one.value, ...other.value].every((item) => typeof item === 'string')
    if (named && !(texts && reordered)) return differingItems(path, one, other, names, others)
  }
  return [edit(path, one, other)]
}

/** The differences between two documents; reordering a list of named items is not a difference. */
export function documentDifferences(one: LocatedDocument, other: LocatedDocument): readonly Edit[] {
  const whole = (document: LocatedDocument): Side => ({ document, path: [], value: document.value })
  return differing([], whole(one), whole(other))
}
