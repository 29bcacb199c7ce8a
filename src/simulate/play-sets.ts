import type { Bitmap } from '../classes/bitmap.ts'
import { firstOf, fullBitmap } from '../classes/bitmap.ts'
import type { Kind, SetOfKind, UserSets } from '../classes/user-sets.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest, PolicyName } from '../vocabulary/requests.ts'
import { type AssignedStore, assignedStore } from './assigned-store.ts'
import {
  type Detail,
  type QuestionSplit,
  questionSplit,
  splitByQuestion,
} from './conditional-access/question-splits.ts'
import { type ReachedPolicies, reachedPolicies } from './conditional-access/reached-policies.ts'
import { partWords } from './part-words.ts'
import { compiledOf } from './policies.ts'
import type { Said } from './said-of-leg.ts'
import {
  type Moment,
  momentOf,
  type Opened,
  openedFor,
  type PartWords,
  type PoliciesOfAll,
  type WordBook,
  wordBook,
} from './set-moment.ts'
import { legsOf, mayBeSilent, type OpenLeg, playLegBriefly } from './simulate-session.ts'
import { type ConcernedUsers, usersConcerned } from './users-concerned.ts'

/** Users whose sign-in has the same outcome, and the first of them, for whom it is played. */
export interface SetPlayed {
  readonly users: SetOfKind
  readonly request: ClientRequest
  readonly legs: readonly OpenLeg[]
  /** The policies that reach a leg, given by its place; undefined where they do not bind. Equal for all parts of a kind. */
  readonly policies: (leg: number) => PoliciesOfLeg | undefined
  /** The traces of the legs, without what each policy says by itself: see `playLegBriefly`. */
  readonly traces: () => readonly Trace[]
  /**
   * Equal for sign-ins of the engine at an instant that end the same way, and by the same policies; undefined if unknown. Equal
   * with a common book also for engines of tenants that differ in nothing but policies.
   */
  readonly word: () => Said | undefined
}

/** The policies that reach a leg, and the users whom each of them concerns. */
export interface PoliciesOfLeg extends PoliciesOfAll {
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
  /** The users of a kind whose sign-in may depend on each of some policies, which are all that can change. */
  readonly concerned: (kind: Kind, request: ClientRequest, policies: ReadonlySet<PolicyName>) => ConcernedUsers
  /** The users whom policies concern that are those of the tenant with a change to each. */
  readonly assignedWith: (at: ClientRequest['at'], change: (policy: Policy) => Policy) => PoliciesOfAll
}

/** How sign-ins of a kind are played. */
export interface Playing {
  /** In whose name the legs are: that of the first user of a part, or of the kind's representative, whom the tenant knows. */
  readonly as?: 'witness' | 'representative'
  /** The users of the kind who sign in; all of them, unless given. */
  readonly among?: Bitmap
}

function splitsOf(
  { moment: { compiled }, legs, questionsOf }: Opened,
  asked: Detail | 'none',
): readonly QuestionSplit[] {
  // Whether a token answers can depend on how long the policies let it live.
  const detail = asked !== 'none' && legs.some(mayBeSilent) ? 'policies' : asked
  if (detail === 'none') return []
  const found = new Map<string, QuestionSplit>()
  for (const leg of legs)
    for (const question of questionsOf(leg)) {
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
function policiesOf({ moment, legs, questionsOf }: Opened): SetPlayed['policies'] {
  const found = new Map<number, PoliciesOfLeg | undefined>()
  const find = (at: number): PoliciesOfLeg | undefined => {
    const leg = legs[at]
    const [question] = leg === undefined ? [] : questionsOf(leg)
    if (question === undefined) return undefined
    const { compiled, assigned } = moment
    return { compiled, assigned, reached: reachedPolicies(compiled, question) }
  }
  return (at) => {
    if (!found.has(at)) found.set(at, find(at))
    return found.get(at)
  }
}

function withPolicies(tenant: Tenant, change: (policy: Policy) => Policy): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map(change)
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

function wordOf(legs: readonly OpenLeg[], user: number, legWord: PartWords): Said | undefined {
  const words = legs.map((leg, at) => legWord(at, leg, user))
  const [first] = words
  if (words.length === 1) return first
  if (words.includes(undefined)) return undefined
  return { what: words.map((word) => word?.what).join('\u0001'), by: words.map((word) => word?.by).join('\u0001') }
}

/** The sign-ins opened at each instant. */
function opening(sets: UserSets, store: AssignedStore, book: WordBook) {
  const moments = new Map<Tenant, Moment>()
  const momentAt = (at: ClientRequest['at']): Moment => {
    const tenant = tenantAt(sets.tenant, at)
    const known = moments.get(tenant) ?? momentOf(sets, store, book, at)
    moments.set(tenant, known)
    return known
  }
  const opened = (kind: Kind, request: ClientRequest): Opened => openedFor(momentAt(request.at), kind, request)
  return { momentAt, opened }
}

/** An engine for the users of a tenant. */
export function setEngine(
  sets: UserSets,
  store: AssignedStore = assignedStore(sets),
  book: WordBook = wordBook(),
): SetEngine {
  const { momentAt, opened } = opening(sets, store, book)
  const play: SetEngine['play'] = (kind, request, detail, { as = 'witness', among } = {}) => {
    const one = opened(kind, request)
    const { moment, user, session, legs } = one
    if (legs.length === 0) return []
    const splits = kind.size === 1 ? [] : splitsOf(one, detail)
    const policies = policiesOf(one)
    const legWord = moment.words.get(one) ?? partWords(one, kind)
    moment.words.set(one, legWord)
    const parts = among === undefined ? partsOf(moment, kind, splits) : splitInto(moment, kind, among, splits)
    return parts.map((members): SetPlayed => {
      const place = kind.firstWord * 32 + firstOf(members)
      const witness = witnessAt(moment, sets, place, user)
      const own = { ...request, user: witness.userPrincipalName }
      const named = as === 'witness' ? own : request
      const played = witness === user ? legs : legsOf(session, witness, named)
      const traces = (): readonly Trace[] => played.map(playLegBriefly)
      const word = (): Said | undefined => wordOf(played, place, legWord)
      return { users: { kind, members }, request: own, legs: played, policies, traces, word }
    })
  }
  const assignedWith: SetEngine['assignedWith'] = (at, change) => {
    const changed = withPolicies(momentAt(at).tenant, change)
    const compiled = compiledOf(changed)
    return { compiled, assigned: store.of(changed, compiled) }
  }
  const concerned: SetEngine['concerned'] = (kind, request, some) => usersConcerned(opened(kind, request), kind, some)
  const legs: SetEngine['legs'] = (kind, request) => opened(kind, request).legs
  const likeness: SetEngine['likeness'] = (kind, request) => {
    const { legs: own, wordOf } = opened(kind, request)
    return own.map(wordOf).join('\u0001')
  }
  return { sets, store, play, legs, likeness, concerned, assignedWith }
}
