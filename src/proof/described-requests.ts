import { judgeAt, type WhatIfJudge } from '../analysis/what-if/judge.ts'
import type { PolicyLocation, PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import { signInOfLeg } from '../simulate/sign-in-of-leg.ts'
import { openSession, playLeg } from '../simulate/simulate-session.ts'
import { cidrContains, parseCidr } from '../source/text/parse-cidr.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { ClientRequest, Instant } from '../vocabulary/requests.ts'
import {
  type Asked,
  applies,
  byId,
  isAskable,
  missedIn,
  outcomesTo,
  type RequestSet,
  type RequestTarget,
  type ScenarioPlace,
  type TargetedRequest,
} from './aimed-request.ts'
import { wholeRequest } from './replay-request.ts'

/** A scenario, and the sign-ins that it describes. */
export interface DescribedSignIns extends ScenarioPlace {
  readonly signIns: readonly ClientRequest[]
}

/** Addresses for documentation, of which one stands for a network without addresses. */
const outside = ['198.51.100.1', '192.0.2.1', '203.0.113.1']

/** One address of a range: a request has one, and neither the first nor the last of a range is that of a device. */
function addressIn(range: string): string {
  const cidr = parseCidr(range)
  const [address = range] = range.split('/')
  if (cidr === undefined || cidr.family === 6 || cidr.bits >= 31) return address
  const word = (cidr.words[0] ?? 0) + 1
  return [24, 16, 8, 0].map((shift) => (word >>> shift) & 255).join('.')
}

/** The location with one address; without addresses it is outside of every place that the tenant names. */
function placed(location: PolicyLocation | undefined, elsewhere: string | undefined): PolicyLocation {
  const { addresses } = location ?? {}
  if (addresses === undefined) return location ?? {}
  const [first] = addresses
  const one = first === undefined ? elsewhere : addressIn(first)
  const { addresses: _all, ...rest } = location ?? {}
  return one === undefined ? rest : { ...rest, addresses: [one] }
}

/** Why a sign-in cannot be put to the policies of a tenant; undefined if it can. */
function obstacleOf({ principal, target }: PolicySignIn): string | undefined {
  if (principal.kind === 'managed-identity') return 'no policy reaches a managed identity'
  if (!isAskable({ principal })) return 'the tenant file does not declare who signs in'
  if ('applications' in target && target.applications.length === 0) return 'nothing says which application is meant'
  return undefined
}

/** What the model says of each policy that is enforced or report-only, as far as it can say it. */
function aimsOf(outcomes: readonly PolicyOutcome[]): readonly RequestTarget[] {
  return outcomes.flatMap((outcome): readonly RequestTarget[] => {
    const { policy, id } = outcome
    const named = { policy, ...(id === undefined ? {} : { id }) }
    if (applies(outcome)) return [named]
    const [misses] = missedIn(outcome)
    return misses === undefined ? [] : [{ ...named, misses }]
  })
}

/** The requests of a described sign-in, one for each conversation in which Conditional Access is asked, or why there is none. */
function askedOf(declared: Tenant, signIn: ClientRequest, elsewhere: string | undefined): readonly (Asked | string)[] {
  const legs = openSession(declared, signIn).filter((leg) => playLeg(leg).policyOutcomes !== undefined)
  return legs.map((leg) => {
    const seen = signInOfLeg(leg)
    const obstacle = obstacleOf(seen)
    if (obstacle !== undefined) return obstacle
    const request = wholeRequest({ ...seen, location: placed(seen.location, elsewhere) })
    return byId(declared, { ...request, appliedPoliciesOnly: false })
  })
}

/** An address in no range that the tenant declares. */
function addressOutside({ networks, conditionalAccess, multifactorAuthentication }: Tenant): string | undefined {
  const named = [...(conditionalAccess.namedLocations ?? [])].flatMap(({ ranges }) => ranges)
  const own = [...networks.values()].flatMap(({ ranges }) => ranges)
  const taken = [...named, ...own, ...multifactorAuthentication.trustedIps].flatMap((text) => parseCidr(text) ?? [])
  return outside.find((text) => {
    const one = parseCidr(text)
    return one !== undefined && !taken.some((range) => cidrContains(range, one))
  })
}

const notAsked = 'its sign-ins do not come to Conditional Access'

interface Joined {
  readonly request: Asked
  readonly scenarios: ScenarioPlace[]
}

/** Equal requests once, with every scenario that describes them, and the scenarios without one. */
function joined(
  declared: Tenant,
  described: readonly DescribedSignIns[],
): { readonly found: readonly Joined[]; readonly leftOut: NonNullable<RequestSet['leftOut']> } {
  const elsewhere = addressOutside(declared)
  const found = new Map<string, Joined>()
  const leftOut: (ScenarioPlace & { readonly why: string })[] = []
  for (const { name, place, signIns } of described) {
    const made = signIns.flatMap((signIn) => askedOf(declared, signIn, elsewhere))
    const requests = made.filter((one) => typeof one !== 'string')
    const [why = notAsked] = made.filter((one) => typeof one === 'string')
    if (requests.length === 0) leftOut.push({ name, place, why })
    for (const request of requests) {
      const key = JSON.stringify(request)
      const known = found.get(key) ?? { request, scenarios: [] }
      found.set(key, known)
      if (!known.scenarios.some((one) => one.place === place)) known.scenarios.push({ name, place })
    }
  }
  return { found: [...found.values()], leftOut }
}

const aimed = (judge: WhatIfJudge, { request, scenarios }: Joined): TargetedRequest => ({
  aims: aimsOf(outcomesTo(judge, request)),
  scenarios,
  request,
})

/** The sign-ins of scenarios as requests, each once, with what the model says of every policy. */
export function describedRequests(
  declared: Tenant,
  described: readonly DescribedSignIns[],
  at: Instant = declared.asOf,
): RequestSet {
  const judge = judgeAt(declared, { at })
  const { found, leftOut } = joined(declared, described)
  return { requests: found.map((one) => aimed(judge, one)), without: [], unmissed: [], leftOut }
}
