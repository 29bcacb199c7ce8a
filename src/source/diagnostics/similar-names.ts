import { cacheByObject } from '../../memory/cache-by-object.ts'

/** Names of one kind, in order; the keys of a map or the members of a set are names too. */
export type NameList = readonly string[] | ReadonlySet<string> | ReadonlyMap<string, unknown>

/** A name as declared and as normalized for comparison. */
export interface ComparedName {
  readonly name: string
  readonly plain: string
}

/** Normalizes a name: ignores case, spaces, hyphens and underscores. */
export const plainName = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '')

/** Up to this many names are compared one by one; in longer lists, only names that share rare parts with the word. */
const fewNames = 64
/** Maximum number of index entries examined per word, starting with rare parts. */
const mostPlaces = 2_000
/** Lists longer than this are indexed by longer parts. */
const manyNames = 1_000

interface NameIndex {
  readonly names: readonly ComparedName[]
  readonly size: number
  /** The indexes of the names that contain a part. */
  readonly byPart: ReadonlyMap<string, readonly number[]>
}

/** All substrings of length `size`, with padding so that the start and the end count as much as the middle. */
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

/** Longer names are not compared, because a typo in them is unlikely. */
export const longestCompared = 200

const isArray = (list: NameList): list is readonly string[] => Array.isArray(list)

/** The names of a list. */
export const namesIn = (list: NameList): readonly string[] => (isArray(list) ? list : [...list.keys()])

function comparedNames(list: NameList): readonly ComparedName[] {
  return namesIn(list)
    .filter((name) => name.length <= longestCompared)
    .map((name) => ({ name, plain: plainName(name) }))
}

// Invariant: a list of names is complete before an unknown name is first compared with it.
const indexes = cacheByObject<NameList, NameIndex>('names by their parts', 'names')

/**
 * Indexes of names that share parts with a word, with the number of shared parts; starts with rare parts, up to a
 * limit.
 */
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

/** The names that share most parts with a word, in list order; all names if there are few. */
export function similarNames(plain: string, list: NameList): readonly ComparedName[] {
  const index = indexes(list, () => indexOf(comparedNames(list)))
  const { names, size } = index
  if (names.length <= fewNames) return names
  const byCount = Array.from({ length: plain.length + size }, (): number[] => [])
  for (const [place, count] of sharing(index, plain)) byCount[count]?.push(place)
  const best = byCount.reverse().flat().slice(0, fewNames)
  return best.sort((one, other) => one - other).flatMap((place) => names[place] ?? [])
}
