import type { Bitmap } from '../classes/bitmap.ts'
import { firstOf } from '../classes/bitmap.ts'
import type { Kind, SetOfKind, UserSets } from '../classes/user-sets.ts'
import type { Policy } from '../tenant/conditional-access/model.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest, PolicyName } from '../vocabulary/requests.ts'
import { type Answering, answeringOf } from './answered-parts.ts'
import type { AskedOfPolicies } from './asked-words.ts'
import { type AssignedStore, assignedStore } from './assigned-store.ts'
import { reachedPolicies } from './conditional-access/reached-policies.ts'
import { kept } from './kept-parts.ts'
import { partWords } from './part-words.ts'
import { type PlayDetail, partsOf } from './parts-of-kind.ts'
import { compiledOf } from './policies.ts'
import type { PoliciesOfAll, PoliciesOfLeg } from './policies-of-leg.ts'
import { joinedSaid, namesIn, type Said } from './said-of-leg.ts'
import { type Moment, momentOf, type Opened, openedFor, type PartWords, type WordBook, wordBook } from './set-moment.ts'
import { legsOf, playLegBriefly, type UndecidedLeg } from './simulate-session.ts'
import { type ConcernedUsers, usersConcerned } from './users-concerned.ts'

/** Users whose sign-in has the same outcome, and the first of them, for whom it is played. */
export interface SetPlayed {
  readonly users: SetOfKind
  readonly request: ClientRequest
  readonly legs: readonly UndecidedLeg[]
  /** The policies that reach a leg, given by its place; undefined where they do not bind. Equal for all parts of a kind. */
  readonly policies: (leg: number) => PoliciesOfLeg | undefined
  /** The traces of the legs, without what each policy says by itself: see `playLegBriefly`. */
  readonly traces: () => readonly Trace[]
  /**
   * Equal for sign-ins of the engine at an instant that end the same way, and by the same policies; undefined if unknown. Equal
   * with a common book also for engines of tenants that differ in nothing but policies.
   */
  readonly word: () => Said | undefined
  /** The policies that decide a leg for the first user, without its trace; undefined where one cannot say before. */
  readonly decidingOn: (leg: number) => readonly PolicyName[] | undefined
}

/** Plays sign-ins of whole kinds: what does not depend on the user is decided once. */
export interface SetEngine {
  readonly sets: UserSets
  readonly store: AssignedStore
  readonly book: WordBook
  /** The sign-ins of a kind to one request, in the name of its representative; none if there is nothing to talk to. */
  readonly play: (kind: Kind, request: ClientRequest, detail: PlayDetail, how?: Playing) => readonly SetPlayed[]
  /** The legs of a sign-in of a kind, up to where they are decided for its representative. */
  readonly legs: (kind: Kind, request: ClientRequest) => readonly UndecidedLeg[]
  /** Equal for sign-ins of a kind with one client and purpose that go alike, whichever policies there are. */
  readonly likeness: (kind: Kind, request: ClientRequest) => string
  /** A sign-in of a kind by what the policies say; undefined if there is nothing to talk to, or one cannot say before. */
  readonly answering: (kind: Kind, request: ClientRequest) => Answering | undefined
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

function witnessAt({ declared, witnesses }: Moment, sets: UserSets, place: number, kind: User): User {
  const known = witnesses.get(place)
  if (known !== undefined) return known
  const made = declared.get(sets.nameAt(place)) ?? sets.userAt(place, kind)
  witnesses.set(place, made)
  return made
}

/** The policies of each leg, found when they are asked for; the same object for legs of a kind that ask the same. */
function policiesOf({ moment, legs, askedBy }: Opened, kind: Kind): SetPlayed['policies'] {
  const { compiled, keeping } = moment
  const find = ({ questions }: AskedOfPolicies): PoliciesOfLeg | undefined => {
    const [question] = questions
    if (question === undefined) return undefined
    const bare = questions.find((one) => one !== question && one.target === question.target)
    return { compiled, assigned: moment.assigned, reached: reachedPolicies(compiled, question), question, bare }
  }
  return (at) => {
    const leg = legs[at]
    if (leg === undefined) return undefined
    const asked = askedBy(leg)
    return kept(keeping, kind, 'policies', asked.texts.join('\u0000'), () => find(asked))
  }
}

function withPolicies(tenant: Tenant, change: (policy: Policy) => Policy): Tenant {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.map(change)
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

/** The word of a leg together with everything else that how it goes depends on. */
function legWord(at: number, leg: UndecidedLeg, user: number, words: PartWords): Said | undefined {
  const said = words.said(at, leg, user)
  return said && { what: `${words.key(at, leg)}\u0000${said.what}`, by: said.by }
}

const wordOf = (legs: readonly UndecidedLeg[], user: number, of: PartWords): Said | undefined =>
  joinedSaid(legs.map((leg, at) => legWord(at, leg, user, of)))

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

function wordsFor(one: Opened, kind: Kind): PartWords {
  const { words } = one.moment
  const made = words.get(one) ?? partWords(one, kind)
  words.set(one, made)
  return made
}

/** Plays a sign-in for the first of some users of a kind. */
function playing(
  sets: UserSets,
  one: Opened,
  kind: Kind,
  { request, as }: Pick<SetPlayed, 'request'> & Required<Pick<Playing, 'as'>>,
): (members: Bitmap) => SetPlayed {
  const { moment, user, session, legs } = one
  const policies = policiesOf(one, kind)
  const words = wordsFor(one, kind)
  return (members) => {
    const place = kind.firstWord * 32 + firstOf(members)
    const witness = witnessAt(moment, sets, place, user)
    const own = { ...request, user: witness.userPrincipalName }
    const named = as === 'witness' ? own : request
    const played = witness === user ? legs : legsOf(session, witness, named)
    const traces = (): readonly Trace[] => played.map(playLegBriefly)
    const word = (): Said | undefined => wordOf(played, place, words)
    const decidingOn: SetPlayed['decidingOn'] = (at) => {
      const leg = played[at]
      return leg && namesIn(words.said(at, leg, place))
    }
    return { users: { kind, members }, request: own, legs: played, policies, traces, word, decidingOn }
  }
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
    if (one.legs.length === 0) return []
    const playedFor = playing(sets, one, kind, { request, as })
    return partsOf(one, kind, { detail, among, playedFor }).map(playedFor)
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
  const answering: SetEngine['answering'] = (kind, request) => {
    const one = opened(kind, request)
    return answeringOf(one, kind, {
      words: wordsFor(one, kind),
      playedFor: playing(sets, one, kind, { request, as: 'witness' }),
    })
  }
  return { sets, store, book, play, legs, likeness, answering, concerned, assignedWith }
}
