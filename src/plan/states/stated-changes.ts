import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { type Change, indexOfItem, nameOfItem, sameData, valueAt } from '../../source/edit/change.ts'
import { overlayChanges } from '../../source/edit/overlay.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { ChangesFile } from '../file/plan-file.ts'
import type { StatedChange } from './state-document.ts'

/** Where changes are read: the plan, the tenant file at that point, and who hears what is wrong. */
export interface Reading {
  readonly plan: LocatedDocument
  readonly before: unknown
  readonly report: (diagnostic: Diagnostic) => void
}

/** The names of the entries of a list, by the key that the plan uses: a policy has an id, and people call it by its name. */
function namesIn(list: unknown, said?: unknown): readonly string[] {
  const byId = isMapping(said) ? typeof said['id'] === 'string' : false
  const called = (item: unknown): string | undefined =>
    byId || !isMapping(item) ? undefined : [item['displayName'], item['name']].find((name) => typeof name === 'string')
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const name = nameOfItem(item)
    return name === undefined || name.includes('@') ? (name ?? []) : (called(item) ?? name)
  })
}

/** What an entry of a list is called in messages: `entry of users`. */
const entryOf = (path: Change['path']): string =>
  `entry of ${String(path.filter((step) => typeof step === 'string').at(-1) ?? 'the file')}`

/** Reports that something that a plan speaks of is not there. */
export function reportAbsent(
  { plan, report }: Reading,
  from: DocumentPath,
  what: string,
  name: string,
  known: readonly string[],
): void {
  const suggestion = suggest(name, known)
  const mayAdd = from.includes('changes') && what.startsWith('entry')
  const args = { what, name, known, mayAdd, ...(suggestion === undefined ? {} : { suggestion }) }
  report({ code: 'PLAN-1', args, at: plan.rangeOf(from) })
}

/** The changes of what is there. */
export function changesOf(reading: Reading, over: unknown, at: DocumentPath): readonly StatedChange[] {
  const { plan, before, report } = reading
  const laid = overlayChanges(before, over, (name, places, from) => {
    report({ code: 'PLAN-14', args: { name, places: places.length }, at: plan.rangeOf([...at, ...from]) })
    return places[0] ?? 0
  })
  return laid.map(({ absent, from, ...change }) => {
    const stated: StatedChange = { ...change, from: [...at, ...from] }
    const list = stated.path.slice(0, -1)
    if (absent === 'entry')
      reportAbsent(
        reading,
        stated.from,
        entryOf(list),
        nameOfItem(change.value) ?? '',
        namesIn(valueAt(before, list), change.value),
      )
    if (absent === 'key') reportAbsent(reading, stated.from, 'key', String(change.path.at(-1)), [])
    if (absent === undefined && Array.isArray(change.value) && change.value.some(isMapping)) {
      const [first] = namesIn(change.value)
      reportAbsent(reading, stated.from, entryOf(change.path), first ?? '', [])
    }
    return stated
  })
}

interface Walk extends Reading {
  readonly path: Change['path']
  readonly from: DocumentPath
}

const deeper = (walk: Walk, step: string | number, said: string | number): Walk => ({
  ...walk,
  path: [...walk.path, step],
  from: [...walk.from, said],
})

function reportThere({ plan, report, from }: Walk, what: string, name: string): void {
  report({ code: 'PLAN-2', args: { what, name }, at: plan.rangeOf(from) })
}

function additionsTo(list: readonly unknown[], over: readonly unknown[], walk: Walk): readonly StatedChange[] {
  let length = list.length
  return over.flatMap((entry, place): readonly StatedChange[] => {
    const name = nameOfItem(entry)
    const index = name === undefined ? -1 : indexOfItem(list, name)
    if (index < 0) {
      length += 1
      return [{ path: [...walk.path, length - 1], value: entry, from: [...walk.from, place] }]
    }
    const inside = deeper(walk, index, place)
    const made = isMapping(entry) ? additions(list[index], entry, inside) : []
    // What is wrong inside has been reported there.
    const bare = !isMapping(entry) || Object.keys(entry).length === 1
    if (bare) reportThere(inside, entryOf(walk.path), name ?? '')
    return made
  })
}

function additions(before: unknown, over: unknown, walk: Walk): readonly StatedChange[] {
  if (before === undefined) return [{ path: walk.path, value: over, from: walk.from }]
  if (Array.isArray(before) && Array.isArray(over)) return additionsTo(before, over, walk)
  if (isMapping(before) && isMapping(over))
    return Object.entries(over).flatMap(([key, value]) => additions(before[key], value, deeper(walk, key, key)))
  if (!sameData(before, over)) reportThere(walk, 'key', String(walk.path.at(-1)))
  return []
}

function removalsFrom(list: readonly unknown[], over: readonly unknown[], walk: Walk): readonly StatedChange[] {
  return over.flatMap((entry, place): readonly StatedChange[] => {
    const name = nameOfItem(entry) ?? ''
    const index = indexOfItem(list, name)
    const from = [...walk.from, place]
    if (index < 0) {
      reportAbsent(walk, from, entryOf(walk.path), name, namesIn(list, entry))
      return []
    }
    const inside = isMapping(entry)
      ? Object.entries(entry).flatMap(([key, value]) =>
          Array.isArray(value)
            ? removals(valueAt(list, [index, key]), value, deeper(deeper(walk, index, place), key, key))
            : [],
        )
      : []
    return inside.length > 0 ? inside : [{ path: [...walk.path, { item: name }], value: undefined, from }]
  })
}

function removals(before: unknown, over: unknown, walk: Walk): readonly StatedChange[] {
  if (Array.isArray(over)) return removalsFrom(Array.isArray(before) ? before : [], over, walk)
  if (isMapping(over))
    return Object.entries(over).flatMap(([key, value]) =>
      removals(isMapping(before) ? before[key] : undefined, value, deeper(walk, key, key)),
    )
  reportAbsent(walk, walk.from, entryOf(walk.path), String(over), [])
  return []
}

/** What the three keys of a stage, an exception or a way back change, in that order. */
export function statedChanges(
  reading: Reading,
  { changes, adds, removes }: ChangesFile,
  at: DocumentPath,
): readonly StatedChange[] {
  const walk = (key: string): Walk => ({ ...reading, path: [], from: [...at, key] })
  return [
    ...(changes === undefined ? [] : changesOf(reading, changes, [...at, 'changes'])),
    ...(adds === undefined ? [] : additions(reading.before, adds, walk('adds'))),
    ...(removes === undefined ? [] : removals(reading.before, removes, walk('removes'))),
  ]
}
