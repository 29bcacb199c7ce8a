import { hasBit, indexesOf, type Mask } from '../simulate/conditional-access/bits.ts'
import { type Case, type Ground, type GroundPlace, type Mode, modes, reachable, shieldIn } from './ground.ts'
import { type Column, findEscape } from './search.ts'
import type { ShieldOf } from './shields.ts'

/** One of some policies applies, or none of them does. */
export interface Literal {
  readonly kind: 'touch' | 'avoid'
  readonly shield: ShieldOf
  /** Of the policies of the shield those that count; left out, all of them. */
  readonly among?: Mask
  /** The side whose policies are meant; the first one unless said otherwise. */
  readonly side?: number
}

/** All of these are true of a sign-in. */
export type Term = readonly Literal[]

/** Some places of each factor: all sign-ins of them are as the term says. */
export interface GridBox {
  readonly chosen: readonly ReadonlySet<number>[]
  readonly witness: readonly number[]
}

/** What is looked for, and among which sign-ins. */
export interface Quest {
  readonly ground: Ground
  readonly term: Term
  readonly mode: Mode
}

const nobody = (words: number): Mask => new Array<number>(words).fill(0)

/** The policies of a literal in a class, at the place of their side in all masks. */
function maskOf({ ground, mode }: Quest, { kind, shield, among, side = 0 }: Literal, one: Case): Mask {
  const { sure, maybe } = shieldIn(ground, shield, one, side)
  const certainty = modes[mode][kind === 'touch' ? 'touching' : 'avoiding']
  const found = certainty === 'certain' ? sure : maybe
  const mask = nobody(ground.grid.words)
  const offset = ground.grid.offsets[side] ?? 0
  for (let word = 0; word < found.length; word += 1)
    mask[offset + word] = (found[word] ?? 0) & (among === undefined ? -1 : (among[word] ?? 0))
  return mask
}

/** What a term asks of the policies in one class. */
export interface Asked {
  /** Policies of which none may apply. */
  readonly avoid: Mask
  /** Lists of policies; one of each must apply. */
  readonly touch: readonly Mask[]
}

/** What a quest asks of the policies in one case. */
export function askedIn(quest: Quest, one: Case): Asked {
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

/** The places that are left where a policy is to apply; undefined where a factor has none. */
function narrowed(allowed: Allowed, policy: number): Allowed | undefined {
  const left: (readonly GroundPlace[])[] = []
  for (const places of allowed) {
    const those = places.filter(({ touching }) => hasBit(touching, policy))
    if (those.length === 0) return undefined
    left.push(those)
  }
  return left
}

/** The columns of a search, cut down to the words of the masks in which there is a policy that matters. */
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

/** A sign-in of the term, and the policies that it takes to apply. */
export interface Sighting {
  readonly places: readonly number[]
  readonly applying: readonly number[]
}

function escaping(allowed: Allowed, avoid: Mask, boxes: readonly GridBox[]): Sighting | 'none' | 'given up' {
  const relevant = reachable(allowed, 'avoiding', avoid)
  const words = relevant.flatMap((mask, word) => (mask === 0 ? [] : [word]))
  const policies = words.map((word) => relevant[word] ?? 0)
  const places = findEscape(columnsOf(allowed, words, boxes), policies, (1 << boxes.length) - 1)
  return typeof places === 'string' ? places : { places, applying: [] }
}

function inCase(
  avoid: Mask,
  allowed: Allowed,
  touch: readonly Mask[],
  boxes: readonly GridBox[],
): Sighting | 'none' | 'given up' {
  const [wanted, ...others] = touch
  if (wanted === undefined) return escaping(allowed, avoid, boxes)
  for (const policy of indexesOf(wanted)) {
    const left = narrowed(allowed, policy)
    const found = left === undefined ? 'none' : inCase(avoid, left, others, boxes)
    if (found === 'given up') return found
    if (found !== 'none') return { places: found.places, applying: [policy, ...found.applying] }
  }
  return 'none'
}

const isNobody = (mask: Mask): boolean => mask.every((word) => word === 0)

/** Looks for a sign-in of the term outside of some boxes; the first one in the order of the places. */
export function findSignIn(quest: Quest, boxes: readonly GridBox[] = []): Sighting | 'none' | 'given up' {
  for (const one of quest.ground.cases[quest.mode]) {
    const { avoid, touch } = askedIn(quest, one)
    const reached = touch.map((mask) => mask.map((word, at) => word & (one.reached[at] ?? 0)))
    if (reached.some(isNobody)) continue
    const found = inCase(avoid, one.places, reached, boxes)
    if (found !== 'none') return found
  }
  return 'none'
}

const isSame = (one: Mask, other: Mask): boolean => one.every((word, at) => word === other[at])

/** Whether nothing is open: what surely is not so is not perhaps so either. */
export function isSettled({ ground, term }: Quest): boolean {
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

/** Policies that are among those to be avoided in every case in which the policy that has to apply can: one alone can keep all away. */
export function avoidedThroughout(quest: Quest, policy: number): Mask {
  const common: Mask = new Array<number>(quest.ground.grid.words).fill(-1)
  for (const one of quest.ground.cases[quest.mode]) {
    const { avoid, touch } = askedIn(quest, one)
    if (!hasBit(one.reached, policy) || touch.some((mask) => !hasBit(mask, policy))) continue
    for (let word = 0; word < common.length; word += 1) common[word] = (common[word] ?? 0) & (avoid[word] ?? 0)
  }
  return common
}
