import { hasBit, indexesOf } from '../simulate/conditional-access/bits.ts'
import type { Policy, PolicyConditions, PolicySession } from '../tenant/conditional-access/model.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import type { Grid } from './grid.ts'
import type { Side } from './side.ts'

/** Two policies of one tenant, and what is the matter with them. */
export interface PolicyPair {
  readonly policies: readonly [PolicyName, PolicyName]
  readonly why: string
}

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Set ? [...part].sort() : part)) ?? ''

/** The parts of a policy that the union of two policies can join, if all else is equal. */
const joinable = ['include', 'resources', 'clientApps', 'platforms', 'locations', 'signInRisk', 'userRisk'] as const

/** What two conditions must have in common to be joined: all that they leave out. */
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
  /** Equal for policies that ask for the same. */
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

/** Pairs that ask for the same and differ in one condition, whose values one policy could have together. */
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
        // A condition that only one of them has is not a list that could be longer.
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

/** Session controls of which one says the opposite of the other. */
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

/** Whether two policies can apply to one and the same sign-in. */
function meetSomewhere({ factors }: Grid, one: number, other: number): boolean {
  return factors.every(({ places }) => places.some(({ certain }) => hasBit(certain, one) && hasBit(certain, other)))
}

/** Whether one policy applies wherever another one may. */
function covers({ factors }: Grid, one: number, other: number): boolean {
  return factors.every(({ places }) =>
    places.every(({ certain, possible }) => !hasBit(possible, other) || hasBit(certain, one)),
  )
}

/** Pairs of policies in force of which one undoes what the other is for: it blocks all that the other grants, or says the opposite. */
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
