import { parse, stringify } from 'yaml'
import { cacheByText } from '../../memory/cache-by-text.ts'
import { type Change, withChanges } from '../../source/edit/change.ts'
import { isMapping } from '../../vocabulary/mapping.ts'

const nameKeys = ['userPrincipalName', 'name', 'displayName', 'id', 'change'] as const

// The base of many scenarios is one file. Invariant: nothing changes what is parsed.
const parsed = cacheByText<unknown>('parsed tenant files', 'text', 16)

const baseOf = (text: string): unknown => parsed(text, () => parse(text))

/** Lays changes over a tenant file: named entries of lists are changed, new ones added, everything else replaced. */
export function applyChanges(text: string, changes: readonly string[]): unknown {
  return changes.reduce<unknown>(
    (before, change) => withChanges(before, changesOf(before, parse(change))),
    baseOf(text),
  )
}

/** The changed file as a user would read it. */
export function asYaml(changed: unknown): string {
  return stringify(changed, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** What a part of a file that is laid over a document changes in it: `null` takes out, named entries of lists are found by name. */
export function changesOf(before: unknown, over: unknown, path: Change['path'] = []): readonly Change[] {
  if (Array.isArray(before) && Array.isArray(over)) return changesOfList(before, over, path)
  if (!isMapping(before) || !isMapping(over)) return [{ path, value: over }]
  return Object.entries(over).flatMap(([key, value]): readonly Change[] => {
    const at = [...path, key]
    if (!Object.hasOwn(before, key)) return value === null ? [] : [{ path: at, value }]
    if (value !== null) return changesOf(before[key], value, at)
    return before[key] === null ? [] : [{ path: at, value: undefined }]
  })
}

/** Lists of plain values are replaced; lists of named things are changed by name. */
function changesOfList(before: readonly unknown[], over: readonly unknown[], path: Change['path']): readonly Change[] {
  if (!over.some(isMapping))
    return [{ path, value: over.every((value) => typeof value === 'string') ? over : [...before, ...over] }]
  let known = before
  return over.flatMap((entry): readonly Change[] => {
    const found = known.findIndex((one) => sameThing(one, entry))
    const index = found < 0 ? known.length : found
    const made = isMapping(known[index]) ? changesOf(known[index], entry, [index]) : [{ path: [index], value: entry }]
    // A list with changes made is a list.
    known = withChanges(known, made) as readonly unknown[]
    return made.map((change) => ({ ...change, path: [...path, ...change.path] }))
  })
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
