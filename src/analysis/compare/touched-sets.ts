import { addAll, type Bitmap, fullBitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetEngine } from '../../simulate/play-sets.ts'
import { mayBeSilent, type UndecidedLeg } from '../../simulate/simulate-session.ts'
import type { ConcernedUsers } from '../../simulate/users-concerned.ts'
import { sameData } from '../../source/edit/change.ts'
import { dataText } from '../../tenant/data-text.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest, Instant, PolicyName } from '../../vocabulary/requests.ts'
import { differingPeople } from './differing-people.ts'
import { type LegReached, reachOfTime, touchedByLegs } from './reach-of-time.ts'
import { breakInstants } from './time-differences.ts'

/** A state of a tenant whose sign-ins are played as sets. */
export interface StateOfSets {
  /** The tenant file as data. */
  readonly document: unknown
  /** Where the files are that it names. */
  readonly folder: string
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

/** The names of policies that only one of two tenants has as they are. */
function changedPolicies(before: Tenant, after: Tenant): ReadonlySet<string> {
  const [ones, others] = [before, after].map(
    ({ conditionalAccess }) => new Map(conditionalAccess.policies.map((policy) => [dataText(policy), policy.name])),
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

/** The tenant of a state as it stands then: an event can have changed a policy. */
const tenantOf = ({ engine, at }: StateOfSets): Tenant => tenantAt(engine.sets.tenant, at)

/** Whether nothing dated lies between two states. */
function isTimeless(before: StateOfSets, after: StateOfSets): boolean {
  const [from, to] = [Math.min(before.at, after.at), Math.max(before.at, after.at)]
  return [before, after].every(({ engine }) => breakInstants(engine.sets.tenant, from, to).length === 0)
}

/** Whether locations and strengths, which can be in files of their own, are the same. */
function sameLocations(tenants: readonly Tenant[]): boolean {
  const [one, other] = tenants.map(({ conditionalAccess }) => dataText({ ...conditionalAccess, policies: [] }))
  return one === other
}

/** Whether other policies are all that can make a difference, and only for users whom they concern. */
function differOnlyInPolicies(before: StateOfSets, after: StateOfSets, changed: ReadonlySet<string>): boolean {
  if (!sameData(withoutPolicies(before.document), withoutPolicies(after.document))) return false
  const tenants = [before, after].map(tenantOf)
  if (before.folder !== after.folder && !sameLocations(tenants)) return false
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
    if (!reaches.some((reach) => reach.anySignInOf(request.user))) return false
    const legs = before.engine.legs(kind, request)
    const product = before.engine.sets.tenant.clients.get(request.client)?.product.id
    if (product === undefined || legs.length === 0 || legs.some(mayBeSilent)) return true
    const touched = touchedByLegs(product, request, legs.map(legReached))
    return reaches.some((reach) => reach.signIn(request, touched))
  }
}

const legReached = ({ path: { planned, negotiated, facts } }: UndecidedLeg): LegReached => ({
  protocol: planned.protocol,
  relyingParty: planned.relyingParty,
  authentication: negotiated.authentication,
  ...(facts.flowClass && { flowClass: facts.flowClass }),
})

/** The kinds of two states that have the same index. */
type Paired = (index: number) => readonly [Kind, Kind] | undefined

function pairing(before: StateOfSets, after: StateOfSets): Paired {
  const others = new Map(after.engine.sets.kinds.map((kind) => [kind.index, kind]))
  const pairs = new Map(
    before.engine.sets.kinds.flatMap((kind): readonly (readonly [number, readonly [Kind, Kind]])[] => {
      const other = others.get(kind.index)
      return other === undefined ? [] : [[kind.index, [kind, other]]]
    }),
  )
  return (index) => pairs.get(index)
}

/** Finds what is asked for by a request once. */
function onceByRequest<T>(
  make: (kind: number, before: ClientRequest, after: ClientRequest) => T,
): (kind: number, before: ClientRequest, after: ClientRequest) => T {
  const known = new Map<ClientRequest, T>()
  return (kind, before, after) => {
    const found = known.get(before) ?? make(kind, before, after)
    known.set(before, found)
    return found
  }
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

/**
 * Whose sign-ins may differ between two states with the same users in the same places. Invariant: may name too many, but
 * never too few; a test plays everyone.
 */
export function touchedBetween(before: StateOfSets, after: StateOfSets): Touched {
  const changed = changedPolicies(tenantOf(before), tenantOf(after))
  const timeless = isTimeless(before, after)
  const likeness = differOnlyInPolicies(before, after, changed)
  // People can be in files of their own.
  const elsewhere = likeness && before.folder !== after.folder
  const people: ReadonlyMap<number, Bitmap> = elsewhere
    ? differingPeople(before.engine.sets, after.engine.sets)
    : new Map()
  const reached = timeless ? () => false : reachedByTime(before, after)
  const paired = pairing(before, after)
  const concerned = onceByRequest((index, left, right): ConcernedUsers => {
    const pair = paired(index)
    if (pair === undefined || changed.size === 0) return new Map()
    const [one, other] = pair
    return joined([before.engine.concerned(one, left, changed), after.engine.concerned(other, right, changed)])
  })
  const touchedOf = onceByRequest((index, left, right): Bitmap => {
    const [kind] = paired(index) ?? []
    if (kind === undefined || reached(kind, left)) return fullBitmap(kind?.size ?? 0)
    const made = new Uint32Array(kind.words)
    for (const some of [...concerned(index, left, right).values(), people.get(index)]) if (some) addAll(made, some)
    return made
  })
  const sizes = new Map(
    [before, after].flatMap(({ engine }) => engine.sets.kinds.map(({ index, size }) => [index, size])),
  )
  const users: Touched['users'] = (index, left, right) =>
    likeness && paired(index) !== undefined ? touchedOf(index, left, right) : fullBitmap(sizes.get(index) ?? 0)
  return { policiesOnly: timeless && likeness && people.size === 0, timeless, changed, concerned, users }
}
