import { addAll, type Bitmap, fullBitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetEngine } from '../../simulate/play-sets.ts'
import { mayBeSilent, type OpenLeg } from '../../simulate/simulate-session.ts'
import type { ConcernedUsers } from '../../simulate/users-concerned.ts'
import { sameData } from '../../source/edit/change.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest, Instant, PolicyName } from '../../vocabulary/requests.ts'
import { type LegReached, reachOfTime, touchedByLegs } from './reach-of-time.ts'
import { breakInstants } from './time-differences.ts'

/** A state of a tenant whose sign-ins are played as sets. */
export interface StateOfSets {
  /** The tenant file as data. */
  readonly document: unknown
  readonly engine: SetEngine
  readonly at: Instant
}

/** What may differ between two states. */
export interface Touched {
  /** Whether at most policies differ: then everyone has the same sign-ins in both. */
  readonly policiesOnly: boolean
  /** Whether nothing dated lies between them. */
  readonly timeless: boolean
  /** The names of the policies that differ. */
  readonly changed: ReadonlySet<PolicyName>
  /** By policy that differs, the users of a kind whose sign-in may depend on it. */
  readonly concerned: (kind: number, before: ClientRequest, after: ClientRequest) => ConcernedUsers
  /** The users of a kind whose sign-in may have another outcome. */
  readonly users: (kind: number, before: ClientRequest, after: ClientRequest) => Bitmap
}

/** A tenant file without its policies. */
function withoutPolicies(document: unknown): unknown {
  const conditionalAccess = isMapping(document) ? document['conditionalAccess'] : undefined
  if (!isMapping(conditionalAccess)) return document
  return { ...Object(document), conditionalAccess: { ...conditionalAccess, policies: undefined } }
}

/** Everything that a policy says, without the places where it says so. */
function textOf(policy: Policy): string {
  return JSON.stringify(policy, (key, value: unknown) =>
    key === 'origin' ? undefined : value instanceof Set || value instanceof Map ? [...value] : value,
  )
}

/** The names of policies that only one of two tenants has as they are. */
function changedPolicies(before: Tenant, after: Tenant): ReadonlySet<string> {
  const [ones, others] = [before, after].map(
    ({ conditionalAccess }) => new Map(conditionalAccess.policies.map((policy) => [textOf(policy), policy.name])),
  )
  const names = new Set<string>()
  for (const [text, name] of ones ?? []) if (!others?.has(text)) names.add(name)
  for (const [text, name] of others ?? []) if (!ones?.has(text)) names.add(name)
  return names
}

/** Whether a policy that asks because of risk changes: where a method can be registered depends on there being one. */
function asksForRisk({ conditionalAccess }: Tenant, changed: ReadonlySet<string>): boolean {
  return conditionalAccess.policies.some(
    ({ name, conditions: { signInRisk, userRisk } }) =>
      changed.has(name) && (signInRisk !== undefined || userRisk !== undefined),
  )
}

/** Whether nothing dated lies between two states. */
function isTimeless(before: StateOfSets, after: StateOfSets): boolean {
  const [from, to] = [Math.min(before.at, after.at), Math.max(before.at, after.at)]
  return [before, after].every(({ engine }) => breakInstants(engine.sets.tenant, from, to).length === 0)
}

/** Whether other policies are all that can make a difference, and only for users whom they concern. */
function differOnlyInPolicies(before: StateOfSets, after: StateOfSets, changed: ReadonlySet<string>): boolean {
  if (!sameData(withoutPolicies(before.document), withoutPolicies(after.document))) return false
  const tenants = [before.engine.sets.tenant, after.engine.sets.tenant]
  if (changed.size === 0) return true
  const some = tenants.every(({ conditionalAccess }) => conditionalAccess.policies.length > 0)
  return some && !tenants.some((tenant) => asksForRisk(tenant, changed))
}

/** Whether a sign-in of a kind may be affected by what is dated between two states. */
function reachedByTime(before: StateOfSets, after: StateOfSets): (kind: Kind, request: ClientRequest) => boolean {
  const [from, to] = [Math.min(before.at, after.at), Math.max(before.at, after.at)]
  const tenants = [before.engine.sets.tenant, after.engine.sets.tenant]
  const reaches = tenants.map((tenant) => reachOfTime(tenant, from, to))
  return (kind, request) => {
    const legs = before.engine.legs(kind, request)
    const product = before.engine.sets.tenant.clients.get(request.client)?.product.id
    if (product === undefined || legs.length === 0 || legs.some(mayBeSilent)) return true
    const touched = touchedByLegs(product, request, legs.map(legReached))
    return reaches.some((reach) => reach(request, touched))
  }
}

const legReached = ({ path: { planned, negotiated, facts } }: OpenLeg): LegReached => ({
  protocol: planned.protocol,
  relyingParty: planned.relyingParty,
  authentication: negotiated.authentication,
  ...(facts.flowClass && { flowClass: facts.flowClass }),
})

/**
 * Whose sign-ins may differ between two states with the same users in the same places. Invariant: may name too many, but
 * never too few; a test plays everyone.
 */
export function touchedBetween(before: StateOfSets, after: StateOfSets): Touched {
  const changed = changedPolicies(before.engine.sets.tenant, after.engine.sets.tenant)
  const timeless = isTimeless(before, after)
  const likeness = differOnlyInPolicies(before, after, changed)
  const reached = timeless ? () => false : reachedByTime(before, after)
  const [ones, others] = [before, after].map(
    ({ engine }) => new Map<number, Kind>(engine.sets.kinds.map((kind) => [kind.index, kind])),
  )
  const concernedBy = new Map<ClientRequest, ConcernedUsers>()
  const concerned: Touched['concerned'] = (index, requestBefore, requestAfter) => {
    const [one, other] = [ones?.get(index), others?.get(index)]
    if (one === undefined || other === undefined || changed.size === 0) return new Map()
    const found = concernedBy.get(requestBefore)
    if (found !== undefined) return found
    const all = [
      before.engine.concerned(one, requestBefore, changed),
      after.engine.concerned(other, requestAfter, changed),
    ]
    const made = joined(all)
    concernedBy.set(requestBefore, made)
    return made
  }
  const known = new Map<ClientRequest, Bitmap>()
  const users: Touched['users'] = (index, requestBefore, requestAfter) => {
    const [one, other] = [ones?.get(index), others?.get(index)]
    if (one === undefined || other === undefined) return fullBitmap((one ?? other)?.size ?? 0)
    if (!likeness) return fullBitmap(one.size)
    const found = known.get(requestBefore)
    if (found !== undefined) return found
    const made = reached(one, requestBefore) ? fullBitmap(one.size) : new Uint32Array(one.words)
    for (const some of concerned(index, requestBefore, requestAfter).values()) addAll(made, some)
    known.set(requestBefore, made)
    return made
  }
  return { policiesOnly: timeless && likeness, timeless, changed, concerned, users }
}

/** Whom policies concern in one state or the other. */
function joined(all: readonly ConcernedUsers[]): ConcernedUsers {
  const made = new Map<PolicyName, Bitmap>()
  for (const one of all)
    for (const [name, users] of one) {
      const known = made.get(name)
      if (known === undefined) made.set(name, users.slice())
      else addAll(known, users)
    }
  return made
}
