import { cacheByObject } from '../../memory/cache-by-object.ts'

/** Names of one kind, in their order; the keys of a map or the members of a set are names too. */
export type NameList = readonly string[] | ReadonlySet<string> | ReadonlyMap<string, unknown>

/** A name as it is declared and as it is compared. */
export interface ComparedName {
  readonly name: string
  readonly plain: string
}

/** A name without what does not count as a difference: case, spaces, hyphens and underscores. */
export const plainName = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** So many names are compared one by one; among more, only those are looked at that share rare parts with the word. */
const fewNames = 64
/** So many places of parts are looked at for one word, those of rare parts first. */
const mostPlaces = 2_000
/** Among more names than these, longer parts tell names apart. */
const manyNames = 1_000

interface NameIndex {
  readonly names: readonly ComparedName[]
  readonly size: number
  /** The places of the names that have a part. */
  readonly byPart: ReadonlyMap<string, readonly number[]>
}

/** Every stretch of `size` characters, the beginning and the end padded so that they count as much as the middle. */
function partsOf(plain: string, size: number): ReadonlySet<string> {
  const pad = '\u0000'.repeat(size - 1)
  const padded = pad + plain + pad
  return new Set(Array.from({ length: plain.length + size - 1 }, (_, index) => padded.slice(index, index + size)))
}

function indexOf(names: readonly ComparedName[]): NameIndex {
  const size = names.length > manyNames ? 5 : 3
  const byPart = new Map<string, number[]>()
  if (names.length > fewNames)
    for (const [place, { plain }] of names.entries())
      for (const part of partsOf(plain, size)) {
        const places = byPart.get(part)
        if (places === undefined) byPart.set(part, [place])
        else places.push(place)
      }
  return { names, size, byPart }
}

/** A longer name is not a word that one mistypes, and is not compared. */
export const longestCompared = 200

const isArray = (list: NameList): list is readonly string[] => Array.isArray(list)

/** The names of a list. */
export const namesIn = (list: NameList): readonly string[] => (isArray(list) ? list : [...list.keys()])

function comparedNames(list: NameList): readonly ComparedName[] {
  return namesIn(list)
    .filter((name) => name.length <= longestCompared)
    .map((name) => ({ name, plain: plainName(name) }))
}

// Invariant: a list of names is complete before the first unknown name is compared with it.
const indexes = cacheByObject<NameList, NameIndex>('names by their parts', 'names')

/** The places of names that have parts of a word, with the number of those parts: rare parts first, to a limit. */
function sharing({ byPart, size }: NameIndex, plain: string): ReadonlyMap<number, number> {
  const shared = new Map<number, number>()
  const byRarity = [...partsOf(plain, size)].flatMap((part) => {
    const places = byPart.get(part)
    return places === undefined ? [] : [places]
  })
  let left = mostPlaces
  for (const places of byRarity.sort((one, other) => one.length - other.length)) {
    left -= places.length
    if (left < 0) break
    for (const place of places) shared.set(place, (shared.get(place) ?? 0) + 1)
  }
  return shared
}

/** The names that share most with a word, in the order of the list; all of them where they are few. */
export function similarNames(plain: string, list: NameList): readonly ComparedName[] {
  const index = indexes(list, () => indexOf(comparedNames(list)))
  const { names, size } = index
  if (names.length <= fewNames) return names
  const byCount = Array.from({ length: plain.length + size }, (): number[] => [])
  for (const [place, count] of sharing(index, plain)) byCount[count]?.push(place)
  const best = byCount.reverse().flat().slice(0, fewNames)
  return best.sort((one, other) => one - other).flatMap((place) => names[place] ?? [])
}
