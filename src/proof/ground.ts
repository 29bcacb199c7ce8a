import type { Mask } from '../simulate/conditional-access/bits.ts'
import type { InexactPart } from './atom.ts'
import type { ContextClass, Grid } from './grid.ts'
import type { PopulationScope } from './layers.ts'
import { usualSteps } from './search.ts'
import type { Shield, ShieldsFor } from './shields.ts'

/** For each factor, the places that are certainly selected and those that may be. */
export interface Meant {
  readonly sure: readonly ReadonlySet<number>[]
  readonly maybe: readonly ReadonlySet<number>[]
}

/** For each mode: whether wanted policies must certainly apply, and whether avoided ones must certainly not apply. */
export const modes = {
  surely: { touching: 'certain', avoiding: 'possible' },
  perhaps: { touching: 'possible', avoiding: 'certain' },
  'no-longer-known': { touching: 'certain', avoiding: 'certain' },
  'not-known-before': { touching: 'possible', avoiding: 'possible' },
} as const

/** How a sign-in is looked for. */
export type Mode = keyof typeof modes

/** A place with the policy masks for both directions: policies that should apply and policies that should not. */
export interface SearchPlace {
  readonly place: number
  readonly touching: Mask
  readonly avoiding: Mask
}

/** The selected sign-ins of one class, factor by factor. */
export interface Case {
  readonly index: number
  readonly of: ContextClass
  readonly places: readonly (readonly SearchPlace[])[]
  /** Policies that apply for at least one place of every factor. */
  readonly reached: Mask
}

/** The selected sign-ins, prepared for repeated searches. */
export interface PreparedSearch {
  readonly grid: Grid
  readonly meant: Meant
  readonly cases: Readonly<Record<Mode, readonly Case[]>>
  /** Whether the selection is certain and every policy condition either holds or does not. */
  readonly isCertain: boolean
  /** Evaluated shields by class and side. */
  readonly shields: Map<ShieldsFor, Shield[]>
  /** How many steps one search may take. */
  readonly mostSteps: number
}

/** Policies that apply for at least one place of every factor. */
export function reachable(allowed: Case['places'], key: 'touching' | 'avoiding', among: Mask): Mask {
  const reached = among.slice()
  for (const places of allowed) {
    const any = new Array<number>(reached.length).fill(0)
    for (const place of places) {
      const mask = place[key]
      for (let word = 0; word < any.length; word += 1) any[word] = (any[word] ?? 0) | (mask[word] ?? 0)
    }
    for (let word = 0; word < any.length; word += 1) reached[word] = (reached[word] ?? 0) & (any[word] ?? 0)
  }
  return reached
}

function casesOf(grid: Grid, meant: Meant, mode: Mode): readonly Case[] {
  const among = mode === 'perhaps' ? meant.maybe : meant.sure
  return grid.classes.flatMap((of, index): readonly Case[] => {
    const places = grid.factors.map((factor, at) =>
      factor.places.flatMap(({ certain, possible }, place): readonly SearchPlace[] => {
        if (of.places[at]?.has(place) === false || among[at]?.has(place) !== true) return []
        const masks = { certain, possible }
        const { touching, avoiding } = modes[mode]
        return [{ place, touching: masks[touching], avoiding: masks[avoiding] }]
      }),
    )
    return places.some((ofFactor) => ofFactor.length === 0)
      ? []
      : [{ index, of, places, reached: reachable(places, 'touching', new Array<number>(grid.words).fill(-1)) }]
  })
}

/** What is open where a search ended at its limit. */
export const endedSearch = ({ mostSteps }: PreparedSearch): InexactPart => ({
  dimension: 'people',
  reason: `the limit of ${mostSteps} steps for one search is reached before every kind of person is covered`,
})

/** Selects the whole space. */
export function everything({ factors }: Grid): Meant {
  const all = factors.map(({ places }) => new Set(places.keys()))
  return { sure: all, maybe: all }
}

/** Prepares the selected sign-ins for searching. */
export function prepareSearch(
  grid: Grid,
  { mostSteps = usualSteps }: PopulationScope = {},
  meant: Meant = everything(grid),
): PreparedSearch {
  const cases = {
    surely: casesOf(grid, meant, 'surely'),
    perhaps: casesOf(grid, meant, 'perhaps'),
    'no-longer-known': casesOf(grid, meant, 'no-longer-known'),
    'not-known-before': casesOf(grid, meant, 'not-known-before'),
  }
  const isCertain =
    meant.maybe.every(({ size }, at) => size === meant.sure[at]?.size) &&
    grid.factors.every(({ places }) =>
      places.every(({ certain, possible }) => certain.every((word, at) => word === possible[at])),
    )
  return { grid, meant, cases, isCertain, shields: new Map(), mostSteps }
}

/** The policies of a shield in a class; evaluated once. */
export function shieldIn(
  { grid, shields }: PreparedSearch,
  shield: ShieldsFor,
  { index, of }: Case,
  side: number,
): Shield {
  const known = shields.get(shield) ?? []
  shields.set(shield, known)
  const at = index * grid.sides.length + side
  const before = known[at]
  if (before !== undefined) return before
  const [whose, context] = [grid.sides[side], of.contexts[side]]
  // Invariant: a class has a context for each side.
  if (whose === undefined || context === undefined) throw new Error('no such side')
  const made = shield(whose, context)
  known[at] = made
  return made
}
