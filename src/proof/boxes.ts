import { hasBit, type Mask } from '../simulate/conditional-access/bits.ts'
import type { Case, SearchPlace } from './ground.ts'
import { mostOrdinaryIn } from './plainest.ts'
import { type Asked, askedIn, findSignIn, type GridBox, type SearchTask, type Sighting } from './quest.ts'

/** A box within one case. If all factors but one let an avoided policy apply, only that factor can exclude it. */
interface BoxCase {
  readonly one: Case
  readonly asked: Asked
  /** By factor: the avoided policies that the places of the box let apply; undefined if the box has no place there. */
  readonly reach: (Mask | undefined)[]
}

function join(mask: Mask | undefined, other: Mask): Mask {
  return mask === undefined ? other.slice() : mask.map((word, at) => word | (other[at] ?? 0))
}

/** Adds a place to the box in every case that contains it. */
function take(cases: readonly BoxCase[], at: number, place: number): void {
  for (const { one, asked, reach } of cases) {
    const found = one.places[at]?.find((other) => other.place === place)
    if (found === undefined) continue
    const own = found.avoiding.map((word, index) => word & (asked.avoid[index] ?? 0))
    reach[at] = join(reach[at], own)
  }
}

/** The ground place if adding it adds sign-ins of this case to the box; otherwise undefined. */
function entry({ one, reach }: BoxCase, at: number, place: number): SearchPlace | undefined {
  return reach.some((mask, factor) => factor !== at && mask === undefined)
    ? undefined
    : one.places[at]?.find((other) => other.place === place)
}

/** Whether a place can be added: the wanted policies still apply, and no avoided policy starts to apply. */
function fits({ asked, reach }: BoxCase, found: SearchPlace, applying: readonly number[], at: number): boolean {
  const applies = (policy: number, index: number): boolean =>
    hasBit(found.touching, policy) && hasBit(asked.touch[index] ?? [], policy)
  if (!applying.every(applies)) return false
  for (let word = 0; word < found.avoiding.length; word += 1) {
    let left = (found.avoiding[word] ?? 0) & (asked.avoid[word] ?? 0)
    for (let factor = 0; left !== 0 && factor < reach.length; factor += 1)
      if (factor !== at) left &= reach[factor]?.[word] ?? 0
    if (left !== 0) return false
  }
  return true
}

/** Whether adding a place enlarges the box, and every sign-in that it adds satisfies the term. */
function widens(cases: readonly BoxCase[], applying: readonly number[], at: number, place: number): boolean {
  let entered = false
  for (const one of cases) {
    const found = entry(one, at, place)
    if (found === undefined) continue
    if (!fits(one, found, applying, at)) return false
    entered = true
  }
  return entered
}

/**
 * Grows a box greedily from one sign-in, starting with the last factor. The result is maximal, not necessarily the
 * largest.
 */
export function widened(quest: SearchTask, { places, applying }: Sighting): GridBox {
  const { ground, mode } = quest
  const cases = ground.cases[mode].map(
    (one): BoxCase => ({ one, asked: askedIn(quest, one), reach: one.places.map(() => undefined) }),
  )
  places.forEach((place, at) => {
    take(cases, at, place)
  })
  const meant = mode === 'perhaps' ? ground.meant.maybe : ground.meant.sure
  const chosen = places.map((place) => new Set([place]))
  for (let at = chosen.length - 1; at >= 0; at -= 1)
    for (const place of meant[at] ?? []) {
      if (chosen[at]?.has(place) === true || !widens(cases, applying, at, place)) continue
      chosen[at]?.add(place)
      take(cases, at, place)
    }
  return { chosen, witness: mostOrdinaryIn(ground.grid, chosen, places) }
}

/** Boxes that cover all sign-ins of a term, if they are complete. */
export interface Covered {
  readonly boxes: readonly GridBox[]
  readonly complete: boolean
  /** Whether a search ended at its limit: there may be more. */
  readonly gaveUp: boolean
}

/** Covers all sign-ins of a term with a few large boxes; each box contains a sign-in that no earlier box does. */
export function boxesOf(quest: SearchTask, most: number, outside: readonly GridBox[] = []): Covered {
  const boxes: GridBox[] = []
  while (true) {
    const found = findSignIn(quest, [...outside, ...boxes])
    if (found === 'none') return { boxes, complete: true, gaveUp: false }
    if (found === 'given up') return { boxes, complete: false, gaveUp: true }
    if (boxes.length === most) return { boxes, complete: false, gaveUp: false }
    boxes.push(widened(quest, found))
  }
}
