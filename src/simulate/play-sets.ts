import type { Bitmap } from '../classes/bitmap.ts'
import { firstOf, fullBitmap } from '../classes/bitmap.ts'
import type { Kind, SetOfKind, UserSets } from '../classes/user-sets.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { type AssignedUsers, assignedUsers } from './conditional-access/assigned-users.ts'
import type { CompiledPolicies } from './conditional-access/compile.ts'
import {
  type Detail,
  type QuestionSplit,
  questionSplit,
  splitByQuestion,
} from './conditional-access/question-splits.ts'
import { type ReachedPolicies, reachedPolicies } from './conditional-access/reached-policies.ts'
import { questionsOfLeg } from './decide-leg.ts'
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
  /** The sign-ins of a kind to one request, in the name of its representative; none if there is nothing to talk to. */
  readonly play: (kind: Kind, request: ClientRequest, detail: Detail | 'none', as?: NamedAs) => readonly SetPlayed[]
  /** The users whom policies concern that are those of the tenant with a change to each. */
  readonly assignedWith: (at: ClientRequest['at'], change: (policy: Policy) => Policy) => Assigned
}

/** In whose name the legs are: that of the first user of the part, or of the kind's representative, whom the tenant knows. */
export type NamedAs = 'witness' | 'representative'

/** The users whom each policy concerns. */
export type Assigned = Pick<PoliciesOfLeg, 'compiled' | 'assigned'>

interface Moment {
  readonly tenant: Tenant
  /** The users of the tenant's own file. */
  readonly declared: Tenant['users']
  readonly compiled: CompiledPolicies
  readonly assigned: AssignedUsers
  /** Parts of a kind found so far, by what splits it. */
  readonly parts: Map<string, readonly Bitmap[]>
}

function momentOf(sets: UserSets, at: ClientRequest['at']): Moment {
  const tenant = tenantAt(sets.tenant, at)
  const compiled = compiledOf(tenant)
  const declared = tenantAt(sets.declared, at).users
  return { tenant, declared, compiled, assigned: assignedUsers(compiled, sets, tenant.users), parts: new Map() }
}

function sessionOf(tenant: Tenant, user: User, request: ClientRequest): Session {
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (client === undefined || network === undefined)
    throw new Error(`unknown client or network: ${request.client}, ${request.network}`)
  return { tenant, profile: mailboxProfileOf(user), client, network, request }
}

function splitsOf({ compiled }: Moment, legs: readonly OpenLeg[], detail: Detail): readonly QuestionSplit[] {
  const found = new Map<string, QuestionSplit>()
  for (const { path, context } of legs)
    for (const question of questionsOfLeg(path, context, allFactsOfLeg(path, context))) {
      const split = questionSplit(compiled, question, detail)
      found.set(split.key, split)
    }
  return [...found.values()]
}

function partsOf({ assigned, parts }: Moment, kind: Kind, splits: readonly QuestionSplit[]): readonly Bitmap[] {
  const key = `${kind.index};${splits.map((split) => split.key).join(';')}`
  const known = parts.get(key)
  if (known !== undefined) return known
  let made: readonly Bitmap[] = [fullBitmap(kind.size)]
  for (const split of splits) made = made.flatMap((part) => splitByQuestion({ kind, assigned }, part, split))
  parts.set(key, made)
  return made
}

/** The policies of each leg, found when they are asked for. */
function policiesOf({ compiled, assigned }: Moment, legs: readonly OpenLeg[]): SetPlayed['policies'] {
  const found = new Map<number, PoliciesOfLeg | undefined>()
  const find = (at: number): PoliciesOfLeg | undefined => {
    const leg = legs[at]
    const [question] =
      leg === undefined ? [] : questionsOfLeg(leg.path, leg.context, allFactsOfLeg(leg.path, leg.context))
    return question && { compiled, assigned, reached: reachedPolicies(compiled, question) }
  }
  return (at) => {
    if (!found.has(at)) found.set(at, find(at))
    return found.get(at)
  }
}

/** An engine for the users of a tenant. */
export function setEngine(sets: UserSets): SetEngine {
  const moments = new Map<Tenant, Moment>()
  const momentAt = (at: ClientRequest['at']): Moment => {
    const tenant = tenantAt(sets.tenant, at)
    const known = moments.get(tenant) ?? momentOf(sets, at)
    moments.set(tenant, known)
    return known
  }
  const play: SetEngine['play'] = (kind, request, detail, as = 'witness') => {
    const moment = momentAt(request.at)
    const { tenant } = moment
    const user = tenant.users.get(kind.representative)
    if (user === undefined) throw new Error(`a kind without its representative: ${kind.representative}`)
    const session = sessionOf(tenant, user, request)
    const legs = legsOf(session, user, request)
    if (legs.length === 0) return []
    // Whether a token answers can depend on how long the policies let it live.
    const fine = detail === 'verdict' && legs.some(mayBeSilent) ? 'policies' : detail
    const splits = fine === 'none' || kind.size === 1 ? [] : splitsOf(moment, legs, fine)
    const policies = policiesOf(moment, legs)
    return partsOf(moment, kind, splits).map((members): SetPlayed => {
      const place = kind.firstWord * 32 + firstOf(members)
      const witness = moment.declared.get(sets.nameAt(place)) ?? sets.userAt(place, user)
      const own = { ...request, user: witness.userPrincipalName }
      const named = as === 'witness' ? own : request
      const played = witness === user ? legs : legsOf(session, witness, named)
      return { users: { kind, members }, request: own, legs: played, policies }
    })
  }
  const assignedWith: SetEngine['assignedWith'] = (at, change) => {
    const { conditionalAccess, ...tenant } = momentAt(at).tenant
    const changed = { ...conditionalAccess, policies: conditionalAccess.policies.map(change) }
    const compiled = compiledOf({ ...tenant, conditionalAccess: changed })
    return { compiled, assigned: assignedUsers(compiled, sets, tenant.users) }
  }
  return { sets, play, assignedWith }
}
