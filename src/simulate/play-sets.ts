import type { Bitmap } from '../classes/bitmap.ts'
import { addAll, firstOf, fullBitmap } from '../classes/bitmap.ts'
import type { Kind, SetOfKind, UserSets } from '../classes/user-sets.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { type AssignedStore, assignedStore } from './assigned-store.ts'
import type { AssignedUsers } from './conditional-access/assigned-users.ts'
import { eachIndex } from './conditional-access/bits.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import {
  type Detail,
  type QuestionSplit,
  questionSplit,
  splitByQuestion,
  within,
} from './conditional-access/question-splits.ts'
import { perhapsReached, type ReachedPolicies, reachedPolicies } from './conditional-access/reached-policies.ts'
import { questionsOfLeg } from './decide-leg.ts'
import { legsLikeness } from './legs-likeness.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { allFactsOfLeg } from './outcome-of-leg.ts'
import { clientNamed } from './plan-requests.ts'
import { compiledOf } from './policies.ts'
import type { Session } from './session.ts'
import { legsOf, mayBeSilent, type OpenLeg } from './simulate-session.ts'

/** Users whose sign-in has the same outcome, and the first of them, for whom it is played. */
export interface SetPlayed {
  readonly users: SetOfKind
  readonly request: ClientRequest
  readonly legs: readonly OpenLeg[]
  /** The policies that reach a leg, given by its place; undefined where they do not bind. Equal for all parts of a kind. */
  readonly policies: (leg: number) => PoliciesOfLeg | undefined
}

/** The policies that reach a leg, and the users whom each of them concerns. */
export interface PoliciesOfLeg {
  readonly compiled: CompiledPolicies
  readonly assigned: AssignedUsers
  readonly reached: ReachedPolicies
}

/** Plays sign-ins of whole kinds: what does not depend on the user is decided once. */
export interface SetEngine {
  readonly sets: UserSets
  readonly store: AssignedStore
  /** The sign-ins of a kind to one request, in the name of its representative; none if there is nothing to talk to. */
  readonly play: (kind: Kind, request: ClientRequest, detail: Detail | 'none', how?: Playing) => readonly SetPlayed[]
  /** The legs of a sign-in of a kind, up to where they are decided for its representative. */
  readonly legs: (kind: Kind, request: ClientRequest) => readonly OpenLeg[]
  /** Equal for sign-ins of a kind with one client and purpose that go alike, whichever policies there are. */
  readonly likeness: (kind: Kind, request: ClientRequest) => string
  /** The users of a kind whose sign-in may depend on one of some policies, given by name. */
  readonly concerned: (kind: Kind, request: ClientRequest, policies: ReadonlySet<string>) => Bitmap
  /** The users whom policies concern that are those of the tenant with a change to each. */
  readonly assignedWith: (at: ClientRequest['at'], change: (policy: Policy) => Policy) => Assigned
}

/** How sign-ins of a kind are played. */
export interface Playing {
  /** In whose name the legs are: that of the first user of a part, or of the kind's representative, whom the tenant knows. */
  readonly as?: 'witness' | 'representative'
  /** The users of the kind who sign in; all of them, unless given. */
  readonly among?: Bitmap
}

/** The users whom each policy concerns. */
export type Assigned = Pick<PoliciesOfLeg, 'compiled' | 'assigned'>

interface Moment {
  readonly tenant: Tenant
  /** The users of the tenant's own file. */
  readonly declared: Tenant['users']
  readonly compiled: CompiledPolicies
  readonly assigned: AssignedUsers
  /** Users played so far, by place: what is remembered of a user is remembered of the same object. */
  readonly witnesses: Map<number, User>
  /** Parts of a kind found so far, by what splits it. */
  readonly parts: Map<string, readonly Bitmap[]>
}

function momentOf(sets: UserSets, store: AssignedStore, at: ClientRequest['at']): Moment {
  const tenant = tenantAt(sets.tenant, at)
  const compiled = compiledOf(tenant)
  const declared = tenantAt(sets.declared, at).users
  let assigned: AssignedUsers | undefined
  return {
    tenant,
    declared,
    compiled,
    get assigned() {
      assigned ??= store.of(tenant, compiled)
      return assigned
    },
    witnesses: new Map(),
    parts: new Map(),
  }
}

function sessionOf(tenant: Tenant, user: User, request: ClientRequest): Session {
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (client === undefined || network === undefined)
    throw new Error(`unknown client or network: ${request.client}, ${request.network}`)
  return { tenant, profile: mailboxProfileOf(user), client, network, request }
}

function splitsOf({ compiled }: Moment, legs: readonly OpenLeg[], asked: Detail | 'none'): readonly QuestionSplit[] {
  // Whether a token answers can depend on how long the policies let it live.
  const detail = asked !== 'none' && legs.some(mayBeSilent) ? 'policies' : asked
  if (detail === 'none') return []
  const found = new Map<string, QuestionSplit>()
  for (const { path, context } of legs)
    for (const question of questionsOfLeg(path, context, allFactsOfLeg(path, context))) {
      const split = questionSplit(compiled, question, detail)
      found.set(split.key, split)
    }
  return [...found.values()]
}

function splitInto({ assigned }: Moment, kind: Kind, all: Bitmap, splits: readonly QuestionSplit[]): readonly Bitmap[] {
  let made: readonly Bitmap[] = [all]
  for (const split of splits) made = made.flatMap((part) => splitByQuestion({ kind, assigned }, part, split))
  return made
}

function partsOf(moment: Moment, kind: Kind, splits: readonly QuestionSplit[]): readonly Bitmap[] {
  const { parts } = moment
  const key = `${kind.index};${splits.map((split) => split.key).join(';')}`
  const known = parts.get(key)
  if (known !== undefined) return known
  const made = splitInto(moment, kind, fullBitmap(kind.size), splits)
  parts.set(key, made)
  return made
}

function witnessAt({ declared, witnesses }: Moment, sets: UserSets, place: number, kind: User): User {
  const known = witnesses.get(place)
  if (known !== undefined) return known
  const made = declared.get(sets.nameAt(place)) ?? sets.userAt(place, kind)
  witnesses.set(place, made)
  return made
}

/** The policies of each leg, found when they are asked for. */
function policiesOf(moment: Moment, legs: readonly OpenLeg[]): SetPlayed['policies'] {
  const found = new Map<number, PoliciesOfLeg | undefined>()
  const find = (at: number): PoliciesOfLeg | undefined => {
    const leg = legs[at]
    const [question] =
      leg === undefined ? [] : questionsOfLeg(leg.path, leg.context, allFactsOfLeg(leg.path, leg.context))
    if (question === undefined) return undefined
    const { compiled, assigned } = moment
    return { compiled, assigned, reached: reachedPolicies(compiled, question) }
  }
  return (at) => {
    if (!found.has(at)) found.set(at, find(at))
    return found.get(at)
  }
}

function concernedBy(
  { assigned, compiled }: Moment,
  kind: Kind,
  legs: readonly OpenLeg[],
  policies: ReadonlySet<string>,
): Bitmap {
  // Whether a token answers can depend on policies of other sign-ins.
  if (legs.some(mayBeSilent)) return fullBitmap(kind.size)
  const found = new Uint32Array(kind.words)
  for (const { path, context } of legs)
    for (const question of questionsOfLeg(path, context, allFactsOfLeg(path, context)))
      eachIndex(perhapsReached(compiled, question), (policy) => {
        if (policies.has(compiled.policies[policy]?.name ?? '')) addAll(found, within(kind, assigned.possible[policy]))
      })
  return found
}

interface Opened {
  readonly moment: Moment
  readonly user: User
  readonly session: Session
  readonly legs: readonly OpenLeg[]
}

/** The legs of a sign-in of a kind's representative. */
function openedFor(moment: Moment, kind: Kind, request: ClientRequest): Opened {
  const user = moment.tenant.users.get(kind.representative)
  if (user === undefined) throw new Error(`a kind without its representative: ${kind.representative}`)
  const session = sessionOf(moment.tenant, user, request)
  return { moment, user, session, legs: legsOf(session, user, request) }
}

function withPolicies(tenant: Tenant, change: (policy: Policy) => Policy): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map(change)
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

/** An engine for the users of a tenant. */
export function setEngine(sets: UserSets, store: AssignedStore = assignedStore(sets)): SetEngine {
  const moments = new Map<Tenant, Moment>()
  const momentAt = (at: ClientRequest['at']): Moment => {
    const tenant = tenantAt(sets.tenant, at)
    const known = moments.get(tenant) ?? momentOf(sets, store, at)
    moments.set(tenant, known)
    return known
  }
  const opened = (kind: Kind, request: ClientRequest): Opened => openedFor(momentAt(request.at), kind, request)
  const play: SetEngine['play'] = (kind, request, detail, { as = 'witness', among } = {}) => {
    const { moment, user, session, legs } = opened(kind, request)
    if (legs.length === 0) return []
    const splits = kind.size === 1 ? [] : splitsOf(moment, legs, detail)
    const policies = policiesOf(moment, legs)
    const parts = among === undefined ? partsOf(moment, kind, splits) : splitInto(moment, kind, among, splits)
    return parts.map((members): SetPlayed => {
      const place = kind.firstWord * 32 + firstOf(members)
      const witness = witnessAt(moment, sets, place, user)
      const own = { ...request, user: witness.userPrincipalName }
      const named = as === 'witness' ? own : request
      const played = witness === user ? legs : legsOf(session, witness, named)
      return { users: { kind, members }, request: own, legs: played, policies }
    })
  }
  const assignedWith: SetEngine['assignedWith'] = (at, change) => {
    const changed = withPolicies(momentAt(at).tenant, change)
    const compiled = compiledOf(changed)
    return { compiled, assigned: store.of(changed, compiled) }
  }
  const concerned: SetEngine['concerned'] = (kind, request, policies) => {
    const { moment, legs } = opened(kind, request)
    return concernedBy(moment, kind, legs, policies)
  }
  const legs: SetEngine['legs'] = (kind, request) => opened(kind, request).legs
  const likeness: SetEngine['likeness'] = (kind, request) => {
    const { moment, legs: own } = opened(kind, request)
    return legsLikeness(moment.compiled.locations, own)
  }
  return { sets, store, play, legs, likeness, concerned, assignedWith }
}
