import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { positionOf } from '../../source/text/source-text.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { Origin } from '../../vocabulary/origin.ts'

/** A step of a path: a key, or the item of a list by what it is called. */
export type Step = { readonly key: string } | { readonly item: string }

/** One difference of two documents, as an edit of the first. */
export interface Edit {
  readonly steps: readonly Step[]
  /** Undefined where the side has nothing there. */
  readonly before: unknown
  readonly after: unknown
  readonly origin: { readonly before?: Origin; readonly after?: Origin }
}

/** Keys that say which item of a list is meant, the most telling first. */
const naming = ['userPrincipalName', 'id', 'name', 'displayName', 'appId', 'change', 'role', 'client']

function nameOf(item: unknown): string | undefined {
  if (typeof item === 'string') return item
  if (!isMapping(item)) return undefined
  if (typeof item['at'] === 'string' && typeof item['type'] === 'string') {
    const about = item['user'] ?? item['client'] ?? item['policy'] ?? item['workload'] ?? item['domain'] ?? ''
    return `${item['at']} ${item['type']} ${String(about)}`.trim()
  }
  for (const key of naming) if (typeof item[key] === 'string') return item[key]
  return undefined
}

/** The items of a list by name; undefined where some have none or two have one. */
function itemsByName(list: readonly unknown[]): ReadonlyMap<string, number> | undefined {
  const names = new Map<string, number>()
  for (const [index, item] of list.entries()) {
    const name = nameOf(item)?.toLowerCase()
    if (name === undefined || names.has(name)) return undefined
    names.set(name, index)
  }
  return names
}

function same(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]))
  if (!isMapping(one) || !isMapping(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && same(one[key], other[key]))
}

interface Side {
  readonly document: LocatedDocument
  readonly path: DocumentPath
  readonly value: unknown
}

function originOf({ document, path, value }: Side): Origin | undefined {
  if (value === undefined) return undefined
  const { line, column } = positionOf(document.rangeOf(path))
  return { file: document.source.name, line, column }
}

function edit(steps: readonly Step[], one: Side, other: Side): Edit {
  const before = originOf(one)
  const after = originOf(other)
  const origin = { ...(before && { before }), ...(after && { after }) }
  return { steps, before: one.value, after: other.value, origin }
}

const child = ({ document, path, value }: Side, key: string | number): Side => ({
  document,
  path: [...path, key],
  // A key of a mapping or an index of a list.
  value: (value as Readonly<Record<string | number, unknown>>)[key],
})

const nothing = ({ document, path }: Side): Side => ({ document, path, value: undefined })

function added(steps: readonly Step[], one: Side, other: Side): Edit {
  return edit([...steps, { item: nameOf(other.value) ?? '' }], one, other)
}

function differingItems(
  steps: readonly Step[],
  one: Side,
  other: Side,
  names: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): readonly Edit[] {
  const found: Edit[] = []
  for (const [name, index] of names) {
    const there = others.get(name)
    const left = child(one, index)
    const item: Step = { item: nameOf(left.value) ?? name }
    found.push(...differing([...steps, item], left, there === undefined ? nothing(other) : child(other, there)))
  }
  for (const [name, index] of others) if (!names.has(name)) found.push(added(steps, nothing(one), child(other, index)))
  return found
}

/** Every difference of two values that can be made alone. */
function differing(steps: readonly Step[], one: Side, other: Side): readonly Edit[] {
  if (same(one.value, other.value)) return []
  if (isMapping(one.value) && isMapping(other.value)) {
    const keys = new Set([...Object.keys(one.value), ...Object.keys(other.value)])
    return [...keys].flatMap((key) => differing([...steps, { key }], child(one, key), child(other, key)))
  }
  if (Array.isArray(one.value) && Array.isArray(other.value)) {
    const names = itemsByName(one.value)
    const others = itemsByName(other.value)
    const named = names !== undefined && others !== undefined
    // Texts in another order are reported as such, for nobody knows here whether their order counts.
    const reordered = named && names.size === others.size && [...names.keys()].every((name) => others.has(name))
    const texts = [...one.value, ...other.value].every((item) => typeof item === 'string')
    if (named && !(texts && reordered)) return differingItems(steps, one, other, names, others)
  }
  return [edit(steps, one, other)]
}

/** The differences of two documents; a mere change of order in a list of named things is none. */
export function documentDifferences(one: LocatedDocument, other: LocatedDocument): readonly Edit[] {
  const whole = (document: LocatedDocument): Side => ({ document, path: [], value: document.value })
  return differing([], whole(one), whole(other))
}

function withItem(list: readonly unknown[], name: string, change: (item: unknown) => unknown): readonly unknown[] {
  const index = list.findIndex((item) => nameOf(item)?.toLowerCase() === name.toLowerCase())
  const before = index < 0 ? undefined : list[index]
  const after = change(before)
  if (index < 0) return after === undefined ? list : [...list, after]
  if (after === undefined) return list.filter((_, at) => at !== index)
  return list.map((item, at) => (at === index ? after : item))
}

function changed(value: unknown, steps: readonly Step[], after: unknown): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return after
  const inner = (part: unknown): unknown => changed(part, rest, after)
  if ('item' in step) return withItem(Array.isArray(value) ? value : [], step.item, inner)
  const { [step.key]: before, ...others } = isMapping(value) ? value : {}
  const made = inner(before)
  if (made === undefined) return others
  // A key that was there keeps its place.
  return isMapping(value) && step.key in value ? { ...value, [step.key]: made } : { ...others, [step.key]: made }
}

/** A value with some edits made. */
export function withEdits(value: unknown, edits: readonly Edit[]): unknown {
  return edits.reduce((made, { steps, after }) => changed(made, steps, after), value)
}

/** A path as people write it: `users[finance.lead@contoso.com].perUserMfaState`. */
export function pathText(steps: readonly Step[]): string {
  return steps
    .map((step) => ('item' in step ? `[${step.item}]` : `.${step.key}`))
    .join('')
    .replace(/^\./, '')
}
