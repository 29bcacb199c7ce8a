import { parse, stringify } from 'yaml'
import { isMapping } from '../../vocabulary/mapping.ts'

const nameKeys = ['userPrincipalName', 'name', 'displayName', 'id', 'change'] as const

const parsed = new Map<string, unknown>()
const mostParsed = 16

/** The base of many scenarios is one file, so what was parsed lately is kept. Invariant: nothing changes what is kept. */
function baseOf(text: string): unknown {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const fresh: unknown = parse(text)
  if (parsed.size >= mostParsed) parsed.clear()
  parsed.set(text, fresh)
  return fresh
}

/** Lays changes over a tenant file: named entries of lists are changed, new ones added, everything else replaced. */
export function applyChanges(text: string, changes: readonly string[]): unknown {
  return changes.reduce<unknown>((before, change) => merged(before, parse(change)), baseOf(text))
}

/** The changed file as a person would read it. */
export function asYaml(changed: unknown): string {
  return stringify(changed, { lineWidth: 0, aliasDuplicateObjects: false })
}

function merged(before: unknown, change: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(change)) return mergedLists(before, change)
  if (!isMapping(before) || !isMapping(change)) return change
  const result: Record<string, unknown> = { ...before }
  for (const [key, value] of Object.entries(change)) {
    if (value === null && !(key in before && before[key] === null)) delete result[key]
    else result[key] = key in before ? merged(before[key], value) : value
  }
  return result
}

/** Lists of plain values are replaced; lists of named things are changed by name. */
function mergedLists(before: readonly unknown[], change: readonly unknown[]): readonly unknown[] {
  if (!change.some(isMapping))
    return change.every((value) => typeof value === 'string') ? change : [...before, ...change]
  const result = [...before]
  for (const entry of change) {
    const at = result.findIndex((known) => sameThing(known, entry))
    if (at < 0) result.push(entry)
    else result[at] = isMapping(result[at]) ? merged(result[at], entry) : entry
  }
  return result
}

function sameThing(one: unknown, other: unknown): boolean {
  const [left, right] = [nameOfEntry(one), nameOfEntry(other)]
  return left !== undefined && left === right
}

/** What an entry of a list is called; entries of one name are one thing. */
export function nameOfEntry(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry.toLowerCase()
  if (!isMapping(entry)) return undefined
  for (const key of nameKeys) {
    const value = entry[key]
    if (typeof value === 'string') return value.toLowerCase()
  }
  return undefined
}
