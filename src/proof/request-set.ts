import { judgeAt, type WhatIfJudge } from '../analysis/what-if/judge.ts'
import { hasBit, indexesOf } from '../simulate/conditional-access/bits.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { ConditionName, PolicyOutcome } from '../vocabulary/policies.ts'
import type { Instant } from '../vocabulary/requests.ts'
import {
  type Asked,
  applies,
  byId,
  isAskable,
  missedIn,
  outcomesTo,
  type RequestSet,
  type RequestTarget,
  type TargetedRequest,
} from './aimed-request.ts'
import { signInsAt } from './box-parts.ts'
import { type EnforcedSides, exists, type Grid, type GridPlace, gridOf } from './grid.ts'
import { spaceOfPeople, spaceOfPrograms } from './layers.ts'
import { rankOf } from './plainest.ts'
import { wholeRequest } from './replay-request.ts'
import { type Side, sideOf } from './side.ts'

/** How many sign-ins of one dimension are tried for a condition. */
const mostTries = 60

const plainFirst = (places: readonly GridPlace[]): readonly GridPlace[] =>
  places
    .filter(({ contributions }) => isAskable(contributions[0] ?? {}))
    .map((place) => ({ place, rank: rankOf(place.contributions[0] ?? {}) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ place }) => place)

/** What one policy says; compiled policies are in another order than those of the file. */
function outcomeOf({ judge }: Ground, index: number, request: Asked | undefined): PolicyOutcome | undefined {
  const name = judge.compiled.policies[index]?.name
  return request === undefined ? undefined : outcomesTo(judge, request).find(({ policy }) => policy === name)
}

/** The space of one kind of sign-ins, with the policies as judge. */
interface Ground {
  readonly judge: WhatIfJudge
  readonly grid: Grid
}

/** Addresses that documentation may use; the first that no policy distinguishes from 0.0.0.0, which no device has. */
const documented = ['198.51.100.1', '192.0.2.1', '203.0.113.1']

/** The same request from an address that a device could have, if every policy says the same to it. */
function fromSomewhere(judge: WhatIfJudge, request: Asked): Asked {
  const { signInConditions } = request
  if (signInConditions['ipAddress'] !== '0.0.0.0') return request
  const said = JSON.stringify(outcomesTo(judge, request))
  const moved = documented.map((ipAddress) => ({ ...request, signInConditions: { ...signInConditions, ipAddress } }))
  return moved.find((one) => JSON.stringify(outcomesTo(judge, one)) === said) ?? request
}

/** The request of a sign-in at some places, one of each factor; undefined where no such sign-in exists. */
function requestAt(grid: Grid, places: readonly GridPlace[]): Asked | undefined {
  const at = places.map((place, factor) => grid.factors[factor]?.places.indexOf(place) ?? 0)
  const [signIn] = signInsAt(grid, at)
  return signIn === undefined || !exists(signIn)
    ? undefined
    : { ...wholeRequest(signIn), appliedPoliciesOnly: false as const }
}

/** The plainest sign-in to which a policy applies, and its request. */
function applyingAt(
  ground: Ground,
  index: number,
): { readonly places: readonly GridPlace[]; readonly request: Asked; readonly outcome: PolicyOutcome } | undefined {
  const { grid } = ground
  const hits = grid.factors.map(({ places }) => plainFirst(places.filter(({ certain }) => hasBit(certain, index))))
  const plain = hits.flatMap(([first]) => first ?? [])
  if (plain.length < hits.length) return undefined
  for (const [factor, others] of hits.entries()) {
    for (const other of others.slice(0, mostTries)) {
      const places = plain.with(factor, other)
      const request = requestAt(grid, places)
      const outcome = outcomeOf(ground, index, request)
      if (request !== undefined && outcome !== undefined && applies(outcome)) return { places, request, outcome }
    }
  }
  return undefined
}

/** One request for each condition that a factor can miss, alone if possible. */
function missesOf(
  ground: Ground,
  index: number,
  factor: number,
  hit: readonly GridPlace[],
): ReadonlyMap<ConditionName, Asked> {
  const { grid } = ground
  const { places, dimensions } = grid.factors[factor] ?? { places: [], dimensions: [] }
  const [alone, together] = [new Map<ConditionName, Asked>(), new Map<ConditionName, Asked>()]
  const missing = plainFirst(places.filter(({ possible }) => !hasBit(possible, index)))
  for (const place of missing.slice(0, mostTries)) {
    if (alone.size >= dimensions.length) break
    const request = requestAt(grid, hit.with(factor, place))
    const outcome = outcomeOf(ground, index, request)
    if (request === undefined || outcome === undefined) continue
    const missed = missedIn(outcome)
    const found = missed.length === 1 ? alone : together
    for (const name of missed) if (!found.has(name)) found.set(name, request)
  }
  return new Map([...together, ...alone])
}

const activeOf = ({ compiled: { active, open } }: Side): EnforcedSides => ({
  certain: active.map((word, at) => word & ~(open[at] ?? 0)),
  possible: active,
})

interface Made {
  readonly aims: readonly (readonly [RequestTarget, Asked])[]
  readonly unmissed: readonly ConditionName[]
}

/** All requests of one policy in one space; undefined if it applies to no sign-in there that can be asked for. */
function requestsOf(ground: Ground, index: number): Made | undefined {
  const hit = applyingAt(ground, index)
  if (hit === undefined) return undefined
  const { policy, id, conditions } = hit.outcome
  const named = { policy, ...(id === undefined ? {} : { id }) }
  const misses = new Map(ground.grid.factors.flatMap((_, factor) => [...missesOf(ground, index, factor, hit.places)]))
  const configured = (Object.keys(conditions) as ConditionName[]).filter((name) => conditions[name] === 'hit')
  return {
    aims: [
      [named, hit.request],
      ...configured.flatMap((condition): readonly (readonly [RequestTarget, Asked])[] => {
        const request = misses.get(condition)
        return request === undefined ? [] : [[{ ...named, misses: condition }, request]]
      }),
    ],
    unmissed: configured.filter((condition) => !misses.has(condition)),
  }
}

/** Equal requests become one, with everything that it is to show. */
function joined(aims: readonly (readonly [RequestTarget, Asked])[]): readonly TargetedRequest[] {
  const found = new Map<string, { aims: RequestTarget[]; request: Asked }>()
  for (const [aim, request] of aims) {
    const key = JSON.stringify(request)
    const known = found.get(key)
    if (known === undefined) found.set(key, { aims: [aim], request })
    else known.aims.push(aim)
  }
  return [...found.values()]
}

/** Requests with which a tenant shows whether it reads its enforced and report-only policies as the model does. */
export function requestSet(declared: Tenant, at: Instant = declared.asOf): RequestSet {
  const side = sideOf(declared, at)
  const judge = judgeAt(declared, { at })
  const grounds = [spaceOfPeople([side]), spaceOfPrograms([side])].map((space): Ground => {
    return { judge, grid: gridOf([side], space, [activeOf(side)]) }
  })
  const made = indexesOf(side.compiled.active).map((index) => ({
    policy: side.compiled.policies[index]?.name ?? '',
    found: grounds.flatMap((ground) => requestsOf(ground, index) ?? []),
  }))
  return {
    requests: joined(made.flatMap(({ found }) => found.flatMap(({ aims }) => aims))).map((one) => ({
      ...one,
      request: byId(declared, fromSomewhere(judge, one.request)),
    })),
    without: made.filter(({ found }) => found.length === 0).map(({ policy }) => policy),
    unmissed: made.flatMap(({ policy, found }) =>
      found.flatMap(({ unmissed }) => unmissed.map((condition) => ({ policy, condition }))),
    ),
  }
}
