import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { own } from '../../vocabulary/own.ts'
import type { DocumentPath } from '../document/located-document.ts'

/** A path step into a document: a key, an index, or the name of a list item. */
export type ChangeStep = string | number | { readonly item: string }

/** One change of a document: a value set, or removed if `value` is undefined. */
export interface Change {
  readonly path: readonly ChangeStep[]
  readonly value: unknown
}

/** Keys that identify a list item, most specific first. */
const naming = ['userPrincipalName', 'id', 'name', 'displayName', 'appId', 'change', 'role', 'client'] as const
/** Alternative keys for an item that has a more specific one. */
const aliases = ['id', 'name', 'displayName', 'appId'] as const

/** The name of a list item; undefined if it has none. */
export function nameOfItem(item: unknown): string | undefined {
  if (typeof item === 'string') return item
  if (!isMapping(item)) return undefined
  const { at, type } = item
  if (typeof at === 'string' && typeof type === 'string') {
    const about = item['user'] ?? item['client'] ?? item['policy'] ?? item['workload'] ?? item['domain'] ?? ''
    return `${at} ${type} ${String(about)}`.trim()
  }
  for (const key of naming) {
    const name = own(item, key)
    if (typeof name === 'string') return name
  }
  return undefined
}

/** The index of the item with that name, ignoring case; -1 if there is none. */
export function indexOfItem(list: readonly unknown[], name: string): number {
  const wanted = name.toLowerCase()
  const first = list.findIndex((item) => nameOfItem(item)?.toLowerCase() === wanted)
  if (first >= 0) return first
  return list.findIndex(
    (item) => isMapping(item) && aliases.some((key) => String(own(item, key) ?? '').toLowerCase() === wanted),
  )
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function child(value: unknown, step: ChangeStep): unknown {
  if (typeof step === 'object') return listOf(value)[indexOfItem(listOf(value), step.item)]
  if (typeof step === 'number') return listOf(value)[step]
  return isMapping(value) ? own(value, step) : undefined
}

/** The value at a path; undefined if it does not exist. */
export function valueAt(value: unknown, path: Change['path']): unknown {
  return path.reduce<unknown>(child, value)
}

/**
 * The path with names resolved to indexes: one past the end for a new item; undefined if an ancestor does not exist.
 */
export function indexedPath(value: unknown, path: Change['path']): DocumentPath | undefined {
  const made: (string | number)[] = []
  let at = value
  for (const [depth, step] of path.entries()) {
    const list = listOf(at)
    const last = depth === path.length - 1
    const index = typeof step === 'object' ? indexOfItem(list, step.item) : typeof step === 'number' ? step : undefined
    if (index === undefined) {
      made.push(String(step))
      at = child(at, step)
      continue
    }
    const absent = index < 0 || index >= list.length
    if (absent && typeof step === 'object' && !last) return undefined
    made.push(absent ? list.length : index)
    at = list[index]
  }
  return made
}

function inList(list: readonly unknown[], at: number, rest: DocumentPath, value: unknown): readonly unknown[] {
  const made = changed(list[at], rest, value, true)
  if (made === undefined) return list.filter((_, index) => index !== at)
  return at >= list.length ? [...list, made] : list.map((item, index) => (index === at ? made : item))
}

/** A string in a list becomes an entry of that name when it gets settings. */
function changed(before: unknown, [step, ...rest]: DocumentPath, value: unknown, ofList = false): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') return inList(listOf(before), step, rest, value)
  const mapping: Mapping = isMapping(before) ? before : ofList && typeof before === 'string' ? { name: before } : {}
  const made = changed(own(mapping, step), rest, value)
  if (made !== undefined) return { ...mapping, [step]: made }
  const { [step]: _gone, ...others } = mapping
  return others
}

function withChange(value: unknown, { path, value: by }: Change): unknown {
  const indexed = indexedPath(value, path)
  const changes = indexed !== undefined && (by !== undefined || valueAt(value, indexed) !== undefined)
  return changes ? changed(value, indexed, by) : value
}

/** A document after several changes in sequence; removing something absent has no effect. */
export function withChanges(value: unknown, changes: readonly Change[]): unknown {
  return changes.reduce(withChange, value)
}

/** A path in readable form: `users[finance.lead@contoso.com].perUserMfaState`. */
export function pathText(path: Change['path']): string {
  return path
    .map((step) => (typeof step === 'object' ? `[${step.item}]` : typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

/** Whether two values are deeply equal, regardless of key order. */
export function sameData(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameData(item, other[index]))
  if (!isMapping(one) || !isMapping(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && sameData(one[key], other[key]))
  )
}
