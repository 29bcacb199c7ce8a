import { parse, stringify } from 'yaml'
import { cacheByText } from '../../memory/cache-by-text.ts'
import { type Change, withChanges } from '../../source/edit/change.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { idOf, nameOfEntry } from './entry-names.ts'
import { problem } from './problem.ts'
import { refuseUnknownRemovals } from './refuse-removals.ts'

// The base of many scenarios is one file. Invariant: nothing changes what is parsed.
const parsed = cacheByText<unknown>('parsed tenant files', 'text', 16)

const baseOf = (text: string): unknown => parsed(text, () => parse(text))

/** Lays changes over a tenant file: named entries of lists are changed, new ones added, everything else replaced. */
export function applyChanges(text: string, changes: readonly string[]): unknown {
  return changes.reduce<unknown>(
    (before, change) => withChanges(before, changesFrom(before, parse(change))),
    baseOf(text),
  )
}

function changesFrom(before: unknown, over: unknown): readonly Change[] {
  refuseUnknownRemovals(before, over)
  return changesOf(before, over)
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
    const index = placeOf(known, entry)
    const made = isMapping(known[index]) ? changesOf(known[index], entry, [index]) : [{ path: [index], value: entry }]
    // A list with changes made is a list.
    known = withChanges(known, made) as readonly unknown[]
    return made.map((change) => ({ ...change, path: [...path, ...change.path] }))
  })
}

/** Where the thing that an entry means stands in a list; one past the end for a new one. An id says which of several of one name. */
function placeOf(list: readonly unknown[], entry: unknown): number {
  const places = (is: (one: unknown) => boolean): readonly number[] =>
    list.flatMap((one, index) => (is(one) ? [index] : []))
  const id = idOf(entry)
  const byId = id === undefined ? [] : places((one) => idOf(one) === id)
  if (byId[0] !== undefined) return byId[0]
  const name = nameOfEntry(entry)
  // Another thing of that name has an id of its own.
  const byName =
    name === undefined
      ? []
      : places((one) => nameOfEntry(one) === name && (id === undefined || idOf(one) === undefined))
  if (byName.length > 1)
    throw problem(
      `${byName.length} entries are named \`${name}\`, so the change is ambiguous\n  name one by its \`id\``,
    )
  return byName[0] ?? list.length
}
