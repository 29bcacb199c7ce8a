import { type Change, type ChangeStep, sameData } from '../source/edit/change.ts'
import { placeOfSetting } from '../tenant/settings-in-place.ts'
import { isMapping, type Mapping } from '../vocabulary/mapping.ts'
import { areWhole, itemIndex, nameOfListItem } from './list-items.ts'

/** How to update an existing file: the changes, and the lists that are in separate files. */
export interface FileUpdate {
  readonly changes: readonly Change[]
  readonly elsewhere: readonly string[]
}

interface Update {
  readonly changes: Change[]
  readonly elsewhere: string[]
  /** Whether an item of this place was imported before, in lower case. */
  readonly wasImported: (place: readonly string[]) => boolean
}

const namesFiles = (list: readonly unknown[]): boolean => list.some((item) => typeof item === 'string')

function updateItems(
  update: Update,
  own: readonly unknown[],
  next: readonly unknown[],
  path: readonly ChangeStep[],
): void {
  const list = String(path.at(-1))
  const index = itemIndex()
  for (const [at, item] of own.entries()) index.add(item, at)
  const kept = new Set<number>()
  let end = own.length
  for (const item of next) {
    const at = index.find(item)
    if (at === undefined) {
      update.changes.push({ path: [...path, end], value: item })
      end += 1
    } else {
      kept.add(at)
      if (areWhole(list)) setValue(update, own[at], item, [...path, at])
      else updateValue(update, own[at], item, [...path, at])
    }
  }
  const place = path.map(String)
  // Starts at the end, so that the other offsets remain valid.
  for (const [at, item] of [...own.entries()].toReversed()) {
    const name = nameOfListItem(item)
    const gone = !kept.has(at) && name !== undefined && update.wasImported([...place, name])
    if (gone) update.changes.push({ path: [...path, at], value: undefined })
  }
}

function setValue(update: Update, own: unknown, next: unknown, path: readonly ChangeStep[]): void {
  if (!sameData(own, next)) update.changes.push({ path, value: next })
}

/** Lists of words are the same regardless of their order. */
const sameWords = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((word) => other.some((next) => sameData(word, next)))

function updateValue(update: Update, own: unknown, next: unknown, path: readonly ChangeStep[]): void {
  if (isMapping(own) && isMapping(next)) {
    for (const [key, value] of Object.entries(next)) updateValue(update, own[key], value, [...path, key])
  } else if (Array.isArray(own) && Array.isArray(next) && next.some(isMapping)) {
    if (namesFiles(own) && areWhole(String(path.at(-1)))) update.elsewhere.push(path.map(String).join('.'))
    else updateItems(update, own, next, path)
  } else if (isMapping(own) && Array.isArray(next)) update.elsewhere.push(path.map(String).join('.'))
  else if (!(Array.isArray(own) && Array.isArray(next) && sameWords(own, next))) setValue(update, own, next, path)
}

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** What stays in dispute: what the import does not state, and on what its exports disagree; undefined if nothing. */
function disputesAfter(own: Mapping, disputes: unknown, imported: Mapping): readonly unknown[] | undefined {
  const kept = itemsOf(own['exportsDisagreeOn']).filter((item) => {
    const setting = isMapping(item) ? itemsOf(item['setting']).map(String) : []
    return placeOfSetting(imported, setting) === undefined
  })
  const all = [...kept, ...itemsOf(disputes)]
  return all.length === 0 ? undefined : all
}

/** The changes to a file that apply an import; content that only the file has is kept. */
export function fileUpdate(
  own: Mapping,
  imported: Mapping,
  wasImported: (place: readonly string[]) => boolean,
): FileUpdate {
  const update: Update = { changes: [], elsewhere: [], wasImported }
  const { exportsDisagreeOn: disputes, ...rest } = imported
  updateValue(update, own, rest, [])
  setValue(update, own['exportsDisagreeOn'], disputesAfter(own, disputes, rest), ['exportsDisagreeOn'])
  return { changes: update.changes, elsewhere: update.elsewhere }
}
