import { hasBit, indexesOf } from '../simulate/conditional-access/bits.ts'
import type { Policy, PolicyConditions, PolicySession } from '../tenant/conditional-access/model.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import type { Grid } from './grid.ts'
import type { Side } from './side.ts'

/** Two policies of one tenant, and the problem between them. */
export interface PolicyPair {
  readonly policies: readonly [PolicyName, PolicyName]
  readonly why: string
}

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Set ? [...part].sort() : part)) ?? ''

/** Conditions that can be merged into one policy if the policies are otherwise equal. */
const joinable = ['include', 'resources', 'clientApps', 'platforms', 'locations', 'signInRisk', 'userRisk'] as const

/** What two conditions must share to be merged: everything outside of the merged lists. */
function leftOut(name: (typeof joinable)[number], conditions: PolicyConditions): string {
  if (name === 'resources') {
    const {
      include: _include,
      includeSuites: _suites,
      userActions: _actions,
      contexts: _contexts,
      ...rest
    } = conditions.resources
    return plain(rest)
  }
  if (name === 'platforms') return plain([conditions.platforms?.all, conditions.platforms?.exclude])
  if (name === 'locations') return plain(conditions.locations?.exclude)
  return ''
}

interface Outline {
  readonly policy: Policy
  /** Equal for policies with the same requirements. */
  readonly asks: string
  readonly conditions: ReadonlyMap<string, string>
}

function outlineOf(policy: Policy): Outline {
  const { conditions, grant, session, sessionUnclear, state } = policy
  return {
    policy,
    asks: plain([grant, session, sessionUnclear, state]),
    conditions: new Map(Object.entries(conditions).map(([name, value]) => [name, plain(value)])),
  }
}

function differing(one: Outline, other: Outline): readonly string[] {
  const names = new Set([...one.conditions.keys(), ...other.conditions.keys()])
  return [...names].filter((name) => one.conditions.get(name) !== other.conditions.get(name))
}

/** Pairs with equal requirements that differ in one condition and can be merged into one policy. */
export function mergeablePairs({ tenant, compiled }: Side): readonly PolicyPair[] {
  const groups = new Map<string, Outline[]>()
  for (const policy of tenant.conditionalAccess.policies) {
    const index = compiled.policies.findIndex(({ name }) => name === policy.name)
    if (!hasBit(compiled.active, index) || policy.conditions.open.length > 0) continue
    const outline = outlineOf(policy)
    groups.set(outline.asks, [...(groups.get(outline.asks) ?? []), outline])
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, at) =>
      group.slice(at + 1).flatMap((other): readonly PolicyPair[] => {
        const found = differing(one, other)
        const [name] = found
        const known = joinable.find((condition) => condition === name)
        if (found.length > 1 || (name !== undefined && known === undefined)) return []
        if (known !== undefined && leftOut(known, one.policy.conditions) !== leftOut(known, other.policy.conditions))
          return []
        // A condition that only one of the two policies has cannot be merged by extending a list.
        if (known !== undefined && (one.conditions.has(known) ? !other.conditions.has(known) : true)) return []
        const why = known === undefined ? 'they say the same' : `they differ only in ${conditionWords[known]}`
        return [{ policies: [one.policy.name, other.policy.name], why }]
      }),
    ),
  )
}

const conditionWords: Readonly<Record<(typeof joinable)[number], string>> = {
  include: 'the included users',
  resources: 'the included resources',
  clientApps: 'the client apps',
  platforms: 'the included platforms',
  locations: 'the included locations',
  signInRisk: 'the levels of sign-in risk',
  userRisk: 'the levels of user risk',
}

/** Session controls that contradict each other. */
function opposed(one: PolicySession, other: PolicySession): string | undefined {
  const modes = [one.persistentBrowser?.mode, other.persistentBrowser?.mode]
  if (modes.includes('always') && modes.includes('never')) return 'one keeps browser sessions, the other ends them'
  const evaluation = [one.continuousAccessEvaluation?.mode, other.continuousAccessEvaluation?.mode]
  const [first, second] = evaluation
  if (evaluation.includes('disabled') && first !== undefined && second !== undefined && first !== second)
    return 'one turns off continuous access evaluation, the other enforces it'
  const profiles = [
    one.globalSecureAccessFilteringProfile?.profileId,
    other.globalSecureAccessFilteringProfile?.profileId,
  ]
  return profiles.every((id) => id !== undefined) && profiles[0] !== profiles[1]
    ? 'they name different filtering profiles'
    : undefined
}

/** Whether some sign-in exists to which both policies can apply. */
function meetSomewhere({ factors }: Grid, one: number, other: number): boolean {
  return factors.every(({ places }) => places.some(({ certain }) => hasBit(certain, one) && hasBit(certain, other)))
}

/** Whether one policy applies wherever the other one may. */
function covers({ factors }: Grid, one: number, other: number): boolean {
  return factors.every(({ places }) =>
    places.every(({ certain, possible }) => !hasBit(possible, other) || hasBit(certain, one)),
  )
}

/**
 * Pairs of enforced policies that contradict each other: one blocks everything that the other grants, or sets the
 * opposite.
 */
export function contradictingPairs({ compiled }: Side, grids: readonly Grid[]): readonly PolicyPair[] {
  const { policies, enforced, demands } = compiled
  const found: PolicyPair[] = []
  const inForce = indexesOf(enforced)
  const reaches = (index: number): boolean =>
    grids.some(({ factors }) => factors.every(({ places }) => places.some(({ possible }) => hasBit(possible, index))))
  for (const one of inForce)
    for (const other of inForce) {
      const [first, second] = [policies[one], policies[other]]
      if (first === undefined || second === undefined || one === other) continue
      const blocked = hasBit(demands.blocks, one) && !hasBit(demands.blocks, other)
      if (blocked && reaches(other) && grids.every((grid) => covers(grid, one, other)))
        found.push({
          policies: [first.name, second.name],
          why: 'the first blocks every sign-in that the second applies to',
        })
      const why = one < other ? opposed(first.session, second.session) : undefined
      if (why !== undefined && grids.some((grid) => meetSomewhere(grid, one, other)))
        found.push({ policies: [first.name, second.name], why })
    }
  return found
}
