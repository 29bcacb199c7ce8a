import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { DimensionName } from './atom.ts'
import type { Factor, Grid } from './grid.ts'
import type { GridBox } from './quest.ts'
import { blankSignIn, withContribution } from './rows.ts'

/** The atoms of one dimension that a box contains, if it does not contain all of them. */
export interface BoxPart {
  readonly dimension: DimensionName
  readonly words: readonly string[]
  /** The excluded atoms, listed when they are fewer. */
  readonly except?: readonly string[]
}

/** A display name for each dimension of a sign-in. */
export type SignInWords = Readonly<Partial<Record<DimensionName, string>>>

function partOf(dimension: DimensionName, inside: ReadonlySet<string>, all: ReadonlySet<string>): readonly BoxPart[] {
  const outside = [...all].filter((word) => !inside.has(word))
  if (outside.length === 0) return []
  return [{ dimension, words: [...inside], ...(outside.length < inside.size ? { except: outside } : {}) }]
}

/** Display names for one dimension of a factor: for all of its places, or for the chosen ones. */
function wordsOf({ places }: Factor, at: number, chosen?: ReadonlySet<number>): ReadonlySet<string> {
  return new Set(places.flatMap(({ atoms }, place) => (chosen?.has(place) === false ? [] : (atoms[at]?.words ?? []))))
}

/** Display names for two dimensions together, used when the chosen places are not a product of the two. */
function pairWords({ places }: Factor, chosen: ReadonlySet<number>): ReadonlySet<string> {
  const pairs = places.flatMap(({ atoms: [first, second] }, place) =>
    chosen.has(place) ? [`${first?.words[0]} on ${second?.words[0]}`] : [],
  )
  return new Set(pairs)
}

/** Describes a box, dimension by dimension. */
export function partsOf({ factors }: Grid, { chosen }: GridBox): readonly BoxPart[] {
  return factors.flatMap((factor, at): readonly BoxPart[] => {
    const own = chosen[at] ?? new Set<number>()
    const parts = factor.dimensions.map((_, index) => wordsOf(factor, index, own))
    const product = parts.reduce((size, words) => size * words.size, 1)
    const [first] = factor.dimensions
    if (factor.dimensions.length > 1 && product !== own.size && first !== undefined)
      return [{ dimension: first, words: [...pairWords(factor, own)] }]
    return factor.dimensions.flatMap((dimension, index) =>
      partOf(dimension, parts[index] ?? new Set(), wordsOf(factor, index)),
    )
  })
}

/** Describes the sign-in at the given places. */
export function wordsAt({ factors }: Grid, places: readonly number[]): SignInWords {
  const words = factors.flatMap(({ dimensions, places: all }, at) =>
    dimensions.map((dimension, index) => [dimension, all[places[at] ?? 0]?.atoms[index]?.words[0] ?? '']),
  )
  return Object.fromEntries(words)
}

/** The sign-in at the given places, as each side sees it. */
export function signInsAt({ sides, factors }: Grid, places: readonly number[]): readonly PolicySignIn[] {
  return sides.map((side, at) =>
    factors.reduce(
      (signIn, factor, index) => withContribution(signIn, factor.places[places[index] ?? 0]?.contributions[at]),
      blankSignIn(side),
    ),
  )
}
