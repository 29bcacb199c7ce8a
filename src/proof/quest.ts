import { hasBit, indexesOf, type Mask } from '../simulate/conditional-access/bits.ts'
import { type Case, type Mode, modes, type PreparedSearch, reachable, type SearchPlace, shieldIn } from './ground.ts'
import { type Column, findEscape } from './search.ts'
import type { ShieldsFor } from './shields.ts'

/** `touch`: at least one of some policies applies; `avoid`: none of them does. */
export interface Literal {
  readonly kind: 'touch' | 'avoid'
  readonly shield: ShieldsFor
  /** Restricts the policies of the shield; by default all of them. */
  readonly among?: Mask
  /** Index of the side whose policies are meant; 0 by default. */
  readonly side?: number
}

/** A conjunction: all literals must hold for a sign-in. */
export type Term = readonly Literal[]

/** Some places of each factor; every sign-in of them satisfies the term. */
export interface GridBox {
  readonly chosen: readonly ReadonlySet<number>[]
  readonly witness: readonly number[]
}

/** What to search for, and among which sign-ins. */
export interface SearchTask {
  readonly ground: PreparedSearch
  readonly term: Term
  readonly mode: Mode
}

const nobody = (words: number): Mask => new Array<number>(words).fill(0)

/** The mask of a literal's policies in a class, at the offset of their side. */
function maskOf({ ground, mode }: SearchTask, { kind, shield, among, side = 0 }: Literal, one: Case): Mask {
  const { sure, maybe } = shieldIn(ground, shield, one, side)
  const certainty = modes[mode][kind === 'touch' ? 'touching' : 'avoiding']
  const found = certainty === 'certain' ? sure : maybe
  const mask = nobody(ground.grid.words)
  const offset = ground.grid.offsets[side] ?? 0
  for (let word = 0; word < found.length; word += 1)
    mask[offset + word] = (found[word] ?? 0) & (among === undefined ? -1 : (among[word] ?? 0))
  return mask
}

/** What a term requires of the policies in one class. */
export interface Asked {
  /** None of these policies may apply. */
  readonly avoid: Mask
  /** At least one policy of each mask must apply. */
  readonly touch: readonly Mask[]
}

/** What a quest requires of the policies in one case. */
export function askedIn(quest: SearchTask, one: Case): Asked {
  const avoid = nobody(quest.ground.grid.words)
  const touch: Mask[] = []
  for (const literal of quest.term) {
    const mask = maskOf(quest, literal, one)
    if (literal.kind === 'touch') touch.push(mask)
    else for (let word = 0; word < avoid.length; word += 1) avoid[word] = (avoid[word] ?? 0) | (mask[word] ?? 0)
  }
  return { avoid, touch }
}

type Allowed = Case['places']

/** The places that remain if a policy must apply; undefined if a factor has none left. */
function narrowed(allowed: Allowed, policy: number): Allowed | undefined {
  const left: (readonly SearchPlace[])[] = []
  for (const places of allowed) {
    const those = places.filter(({ touching }) => hasBit(touching, policy))
    if (those.length === 0) return undefined
    left.push(those)
  }
  return left
}

/** The columns of a search, reduced to the mask words that contain a relevant policy. */
function columnsOf(
  allowed: Allowed,
  words: readonly number[],
  boxes: readonly GridBox[],
): readonly (readonly Column[])[] {
  return allowed.map((places, at) =>
    places.map(
      ({ place, avoiding }): Column => ({
        place,
        mask: words.map((word) => avoiding[word] ?? 0),
        boxes: boxes.reduce((bits, { chosen }, index) => (chosen[at]?.has(place) ? bits | (1 << index) : bits), 0),
      }),
    ),
  )
}

/** A sign-in that satisfies the term, and the policies that must apply for it. */
export interface Sighting {
  readonly places: readonly number[]
  readonly applying: readonly number[]
}

type Seen = Sighting | 'none' | 'given up'

function escaping(allowed: Allowed, avoid: Mask, boxes: readonly GridBox[], mostSteps: number): Seen {
  const relevant = reachable(allowed, 'avoiding', avoid)
  const words = relevant.flatMap((mask, word) => (mask === 0 ? [] : [word]))
  const policies = words.map((word) => relevant[word] ?? 0)
  const places = findEscape(columnsOf(allowed, words, boxes), policies, (1 << boxes.length) - 1, mostSteps)
  return typeof places === 'string' ? places : { places, applying: [] }
}

function inCase(
  avoid: Mask,
  allowed: Allowed,
  touch: readonly Mask[],
  boxes: readonly GridBox[],
  mostSteps: number,
): Seen {
  const [wanted, ...others] = touch
  if (wanted === undefined) return escaping(allowed, avoid, boxes, mostSteps)
  for (const policy of indexesOf(wanted)) {
    const left = narrowed(allowed, policy)
    const found = left === undefined ? 'none' : inCase(avoid, left, others, boxes, mostSteps)
    if (found === 'given up') return found
    if (found !== 'none') return { places: found.places, applying: [policy, ...found.applying] }
  }
  return 'none'
}

const isNobody = (mask: Mask): boolean => mask.every((word) => word === 0)

/** Searches for a sign-in that satisfies the term outside of the given boxes; returns the first in place order. */
export function findSignIn(quest: SearchTask, boxes: readonly GridBox[] = []): Seen {
  for (const one of quest.ground.cases[quest.mode]) {
    const { avoid, touch } = askedIn(quest, one)
    const reached = touch.map((mask) => mask.map((word, at) => word & (one.reached[at] ?? 0)))
    if (reached.some(isNobody)) continue
    const found = inCase(avoid, one.places, reached, boxes, quest.ground.mostSteps)
    if (found !== 'none') return found
  }
  return 'none'
}

const isSame = (one: Mask, other: Mask): boolean => one.every((word, at) => word === other[at])

/**
 * Whether nothing is undetermined, so that a search for possible sign-ins cannot find more than one for certain ones.
 */
export function isSettled({ ground, term }: SearchTask): boolean {
  return (
    ground.isCertain &&
    ground.cases.perhaps.every((one) =>
      term.every(({ shield, side = 0 }) => {
        const { sure, maybe } = shieldIn(ground, shield, one, side)
        return sure === maybe || isSame(sure, maybe)
      }),
    )
  )
}

/** The policies that are avoided in every case in which the required policy can apply. */
export function avoidedThroughout(quest: SearchTask, policy: number): Mask {
  const common: Mask = new Array<number>(quest.ground.grid.words).fill(-1)
  for (const one of quest.ground.cases[quest.mode]) {
    const { avoid, touch } = askedIn(quest, one)
    if (!hasBit(one.reached, policy) || touch.some((mask) => !hasBit(mask, policy))) continue
    for (let word = 0; word < common.length; word += 1) common[word] = (common[word] ?? 0) & (avoid[word] ?? 0)
  }
  return common
}
