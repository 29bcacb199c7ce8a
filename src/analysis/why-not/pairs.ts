import type { Lever } from './lever.ts'
import { isPersonal } from './rank.ts'

/** The effect of sets of changes on the sign-ins in question. */
export interface Probe {
  /** Equal if the sign-ins follow the same path; undefined if the changed file does not load. */
  readonly reading: (levers: readonly Lever[]) => string | undefined
  readonly works: (levers: readonly Lever[]) => boolean
}

/** Two levers that set different values. */
export type Pair = readonly [Lever, Lever]

/** All pairs of levers that set different values. */
export function* pairsOf(levers: readonly Lever[]): Iterable<Pair> {
  for (const [index, one] of levers.entries())
    for (const other of levers.slice(index + 1)) if (one.dimension !== other.dimension) yield [one, other]
}

/** The number of pairs. */
export function countOfPairs(levers: readonly Lever[]): number {
  const sizes = new Map<string, number>()
  for (const { dimension } of levers) sizes.set(dimension, (sizes.get(dimension) ?? 0) + 1)
  const within = [...sizes.values()].reduce((sum, size) => sum + size * (size - 1), 0)
  return (levers.length * (levers.length - 1) - within) / 2
}

/**
 * Groups of levers that can be applied together: no two set the same value, and settings of a user or mailbox are not
 * grouped with tenant settings that they could offset.
 */
function groupsOf(levers: readonly Lever[]): readonly (readonly Lever[])[] {
  const groups = new Map<string, Lever[]>()
  const ordinals = new Map<string, number>()
  const places = new Map<string, number>()
  for (const lever of levers) {
    const { kind, dimension } = lever
    const ordinal = ordinals.get(dimension) ?? 0
    ordinals.set(dimension, ordinal + 1)
    const place = places.get(kind) ?? 0
    places.set(kind, place + 1)
    const key = `${isPersonal(lever)} ${ordinal} ${place % 2}`
    groups.set(key, [...(groups.get(key) ?? []), lever])
  }
  return [...groups.values()]
}

const halves = <T>(all: readonly T[]): readonly [readonly T[], readonly T[]] => {
  const middle = Math.ceil(all.length / 2)
  return [all.slice(0, middle), all.slice(middle)]
}

/** The levers of a group that change the result of a lever: none if the whole group does not. */
function alteringIn(probe: Probe, host: Lever, group: readonly Lever[]): readonly Lever[] {
  if (group.length === 0 || probe.reading([host, ...group]) === probe.reading([host])) return []
  return group.length === 1 ? group : halves(group).flatMap((half) => alteringIn(probe, host, half))
}

/** The pairs across two groups that change the sign-ins together although neither lever does alone. */
function crossing(probe: Probe, one: readonly Lever[], other: readonly Lever[]): readonly Pair[] {
  const [first, second] = [one[0], other[0]]
  if (first === undefined || second === undefined) return []
  if (probe.reading([...one, ...other]) === probe.reading([])) return []
  if (one.length === 1 && other.length === 1) return first.dimension === second.dimension ? [] : [[first, second]]
  if (one.length >= other.length) return halves(one).flatMap((half) => crossing(probe, half, other))
  return halves(other).flatMap((half) => crossing(probe, one, half))
}

function within(probe: Probe, group: readonly Lever[]): readonly Pair[] {
  if (group.length < 2 || probe.reading(group) === probe.reading([])) return []
  const [one, other] = halves(group)
  return [...within(probe, one), ...within(probe, other), ...crossing(probe, one, other)]
}

/** Pairs of levers that change the sign-ins only in combination. */
function wakingPairs(probe: Probe, idle: readonly Lever[]): readonly Pair[] {
  const groups = groupsOf(idle)
  return groups.flatMap((group, index) => [
    ...within(probe, group),
    ...groups.slice(index + 1).flatMap((other) => crossing(probe, group, other)),
  ])
}

/**
 * The pairs with the desired result if no single lever has it. The second lever of such a pair must change the result
 * of the first one; levers without an effect are tested in groups, and a group without a combined effect is discarded.
 */
export function workingPairs(probe: Probe, levers: readonly Lever[]): readonly Pair[] {
  const asItIs = probe.reading([])
  const idle = levers.filter((lever) => probe.reading([lever]) === asItIs)
  const resting = new Set(idle)
  const moving = levers.filter((lever) => !resting.has(lever))
  const found: Pair[] = [...pairsOf(moving), ...wakingPairs(probe, idle)]
  for (const host of moving) {
    const others = idle.filter(({ dimension }) => dimension !== host.dimension)
    for (const group of groupsOf(others)) for (const lever of alteringIn(probe, host, group)) found.push([host, lever])
  }
  const place = new Map(levers.map((lever, index) => [lever, index]))
  const placeOf = (lever: Lever): number => place.get(lever) ?? 0
  return found
    .map(([one, other]): Pair => (placeOf(one) < placeOf(other) ? [one, other] : [other, one]))
    .filter((pair) => probe.works(pair))
    .sort(([one, other], [first, second]) => placeOf(one) - placeOf(first) || placeOf(other) - placeOf(second))
}
