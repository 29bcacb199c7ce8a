import { roleOf } from '../../catalog/roles.ts'
import { addMask, emptyMask, type Mask } from '../../simulate/conditional-access/bits.ts'
import type { PolicyPrincipal } from '../../simulate/conditional-access/sign-in.ts'
import { groupsOf } from '../../tenant/group-membership.ts'
import type { Contribution, InexactPart } from '../atom.ts'
import type { Side } from '../side.ts'
import type { Candidate } from './candidate.ts'

/** The maximum number of combinations that policies distinguish; beyond it the result is open. */
const mostCombinations = 2048

/** One group or role that a person may have, with its consequences. */
interface Membership {
  readonly word: string
  /** For each side, the groups: one brings those that it is nested in there. */
  readonly groups: readonly ReadonlySet<string>[]
  readonly roles: ReadonlySet<string>
  /** For each side, the mask of the policies that include its holders, then of those that exclude them. */
  readonly masks: readonly Mask[]
}

/** A combination: what tells it apart, and its memberships. */
interface Combination {
  readonly masks: readonly Mask[]
  readonly of: readonly Membership[]
}

/** Groups and roles that a policy of any side names, and those that a claim names. */
function namesOf(sides: readonly Side[], kind: 'groups' | 'roles', claimed: readonly string[]): readonly string[] {
  const indexes = sides.flatMap(({ compiled: { users } }) => [users.include[kind], users.exclude[kind]])
  return [
    ...new Set([...indexes.flatMap((index) => [...index.keys()]), ...claimed.map((name) => name.toLowerCase())]),
  ].sort()
}

const none: ReadonlySet<string> = new Set()

function membership(
  sides: readonly Side[],
  word: string,
  groupsIn: (side: Side) => ReadonlySet<string>,
  roles: ReadonlySet<string>,
): Membership {
  const groups = sides.map(groupsIn)
  const masks = sides.flatMap(({ compiled: { users } }, at) =>
    [users.include, users.exclude].map((side) => {
      const mask = emptyMask(users.policies)
      for (const name of groups[at] ?? none) addMask(mask, side.groups.get(name))
      for (const name of roles) addMask(mask, side.roles.get(name))
      return mask
    }),
  )
  return { word, groups, roles, masks }
}

/** Every membership by itself. */
function membershipsOf(sides: readonly Side[], claimed: ClaimedMemberships): readonly Membership[] {
  const seen = new Set<string>()
  const groups = namesOf(sides, 'groups', claimed.groups).flatMap((name): readonly Membership[] => {
    const declared = sides
      .map(({ tenant }) => tenant.surroundings.groups.byName.get(name))
      .find((one) => one !== undefined)
    // A group that is named by its name and by its id is one group.
    const identity = declared?.id?.toLowerCase() ?? declared?.name.toLowerCase() ?? name
    if (seen.has(identity)) return []
    seen.add(identity)
    return [
      membership(sides, declared?.name ?? name, ({ tenant }) => groupsOf(tenant.surroundings.groups, [], [name]), none),
    ]
  })
  const roles = namesOf(sides, 'roles', claimed.roles).map((name) =>
    membership(sides, roleOf(name)?.name ?? name, () => none, new Set([name])),
  )
  return [...groups, ...roles]
}

/** Groups and roles that a claim names. */
export interface ClaimedMemberships {
  readonly groups: readonly string[]
  readonly roles: readonly string[]
}

const united = (one: readonly Mask[], other: readonly Mask[]): readonly Mask[] =>
  one.map((mask, at) => mask.map((word, index) => word | (other[at]?.[index] ?? 0)))

/** One combination for each set of policies, and of memberships named by a claim, that a combination can have. */
function combinationsOf(
  all: readonly Membership[],
  start: readonly Mask[],
  isClaimed: (membership: Membership) => boolean,
): readonly Combination[] | undefined {
  const keyOf = ({ masks, of }: Combination): string =>
    `${masks.map((mask) => mask.join()).join('|')} ${of
      .filter(isClaimed)
      .map(({ word }) => word)
      .join('|')}`
  const first: Combination = { masks: start, of: [] }
  const found = new Map([[keyOf(first), first]])
  for (const membership of all)
    for (const before of [...found.values()]) {
      const next = { masks: united(before.masks, membership.masks), of: [...before.of, membership] }
      const key = keyOf(next)
      if (!found.has(key)) found.set(key, next)
      if (found.size > mostCombinations) return undefined
    }
  return [...found.values()]
}

/** The same principal with memberships, on one side. */
function withMemberships(contribution: Contribution, side: number, of: readonly Membership[]): Contribution {
  const principal: PolicyPrincipal = contribution.principal ?? { kind: 'user' }
  const groups = new Set(of.flatMap((one) => [...(one.groups[side] ?? none)]))
  const roles = new Set(of.flatMap((one) => [...one.roles]))
  return { ...contribution, principal: { ...principal, groups, roles } }
}

const withWords = (word: string, of: readonly Membership[]): string =>
  of.length === 0 ? word : `${word} with ${of.map((one) => `"${one.word}"`).join(' and ')}`

/**
 * Undeclared people in every combination of the groups and roles that policies, or a claim, name. Nested groups are
 * exact; where there are too many combinations, the people that remain are those without any, and the cut is open.
 */
export function inAnyCombination(
  sides: readonly Side[],
  people: readonly Candidate[],
  claimed: ClaimedMemberships,
): { readonly candidates: readonly Candidate[]; readonly open: readonly InexactPart[] } {
  const all = membershipsOf(sides, claimed)
  const names = new Set([...claimed.groups, ...claimed.roles].map((name) => name.toLowerCase()))
  const isClaimed = ({ groups, roles }: Membership): boolean =>
    [...groups.flatMap((one) => [...one]), ...roles].some((name) => names.has(name))
  const { masks: start } = membership(sides, '', () => none, none)
  const combinations = combinationsOf(all, start, isClaimed)
  if (combinations === undefined) {
    const reason = `policies distinguish more than ${mostCombinations} combinations of groups and roles`
    return { candidates: people, open: [{ dimension: 'people', reason }] }
  }
  return {
    open: [],
    candidates: people.flatMap(({ word, contributions }) =>
      combinations.map(({ of }) => ({
        word: withWords(word, of),
        contributions: contributions.map((one, side) => withMemberships(one, side, of)),
      })),
    ),
  }
}
