import type { Kind, UserSets } from '../classes/user-sets.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { CombinedDecision } from '../vocabulary/policies.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { type AskedOfPolicies, askedOfPolicies } from './asked-words.ts'
import type { AssignedStore } from './assigned-store.ts'
import type { AssignedUsers } from './conditional-access/assigned-users.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { type KeptParts, keptParts } from './kept-parts.ts'
import type { LegPath } from './leg-path.ts'
import { type LegLikeness, legLikeness, pathText } from './legs-likeness.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { numbered } from './numbered.ts'
import { clientNamed } from './plan-requests.ts'
import { compiledOf } from './policies.ts'
import type { PoliciesOfAll } from './policies-of-leg.ts'
import { decisionText, type Said } from './said-of-leg.ts'
import type { Session } from './session.ts'
import { legsOf, type UndecidedLeg } from './simulate-session.ts'

/** Words for the legs of a sign-in of users of one kind; legs that are equal in both end the same way, by the same policies. */
export interface PartWords {
  /** What the policies say on a leg, given by its place, to the user at a place; undefined where one cannot say before. */
  readonly said: (at: number, leg: UndecidedLeg, user: number) => Said | undefined
  /** Everything else that how a leg goes depends on. */
  readonly key: (at: number, leg: UndecidedLeg) => string
}

/** What the policies say to users of a kind who ask the same. */
export interface PolicyAnswers {
  /** Equal for users to whom the same is said, by the same policies. */
  readonly row: (user: number) => string
  readonly known: Map<string, Said | undefined>
}

/** Numbers for what tenants share that differ in nothing but policies. */
export interface WordBook {
  readonly pathNumber: (path: LegPath) => number
  /** Equal for decisions of policies that say the same, whichever of them. */
  readonly decisionNumber: (decision: CombinedDecision) => number
}

/** A book without numbers yet. */
export const wordBook = (): WordBook => ({ pathNumber: numbered(pathText), decisionNumber: numbered(decisionText) })

/** A tenant at an instant, with what was found of its users. */
export interface Moment extends PoliciesOfAll {
  readonly tenant: Tenant
  /** The users of the tenant's own file. */
  readonly declared: Tenant['users']
  /** Users played so far, by place: what is remembered of a user is remembered of the same object. */
  readonly witnesses: Map<number, User>
  /** The parts of one kind found so far. */
  readonly keeping: KeptParts
  /** The sign-ins opened last. */
  readonly open: Map<ClientRequest, Opened>
  /** The words for their legs. */
  readonly words: Map<Opened, PartWords>
  readonly likeness: LegLikeness
  readonly book: WordBook
  readonly askedBy: (leg: UndecidedLeg) => AskedOfPolicies
  /** What policies said so far to users of kinds who ask the same. */
  readonly said: Map<string, PolicyAnswers>
}

/** A tenant at an instant, of which nothing is found yet. */
export function momentOf(sets: UserSets, store: AssignedStore, book: WordBook, at: ClientRequest['at']): Moment {
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
    keeping: keptParts(),
    open: new Map(),
    words: new Map(),
    likeness: legLikeness(book.pathNumber),
    book,
    askedBy: askedOfPolicies(compiled.locations),
    said: new Map(),
  }
}

/** A session of a user as a request asks for it. */
function sessionOf(tenant: Tenant, user: User, request: ClientRequest): Session {
  const client = clientNamed(tenant, request.client)
  const network = tenant.networks.get(request.network)
  if (client === undefined || network === undefined)
    throw new Error(`unknown client or network: ${request.client}, ${request.network}`)
  return { tenant, profile: mailboxProfileOf(user), client, network, request }
}

/** A sign-in of a kind of user, up to where it is decided for its representative. */
export interface Opened {
  readonly moment: Moment
  readonly user: User
  readonly session: Session
  readonly legs: readonly UndecidedLeg[]
  /** What a leg asks the policies; found once. */
  readonly askedBy: (leg: UndecidedLeg) => AskedOfPolicies
  /** Every question that a leg may ask the policies. */
  readonly questionsOf: (leg: UndecidedLeg) => readonly PolicySignIn[]
  /** Equal for legs of the kind that go alike with the same client for the same purpose: see `LegLikeness`. */
  readonly wordOf: (leg: UndecidedLeg) => string
}

/** Remembers what is made of an object. */
function once<T extends object, V>(make: (one: T) => V): (one: T) => V {
  const known = new Map<T, V>()
  return (one) => {
    const found = known.get(one) ?? make(one)
    known.set(one, found)
    return found
  }
}

/** How many sign-ins are kept open: what is asked of one is asked at once. */
const mostOpen = 1_024

/** The legs of a sign-in of a kind's representative. */
export function openedFor(moment: Moment, kind: Kind, request: ClientRequest): Opened {
  const { open } = moment
  const known = open.get(request)
  if (known !== undefined && known.user.userPrincipalName === kind.representative) return known
  const made = reopened(moment, kind, request)
  if (open.size >= mostOpen) {
    open.clear()
    moment.words.clear()
  }
  open.set(request, made)
  return made
}

function reopened(moment: Moment, kind: Kind, request: ClientRequest): Opened {
  const user = moment.tenant.users.get(kind.representative)
  if (user === undefined) throw new Error(`a kind without its representative: ${kind.representative}`)
  const session = sessionOf(moment.tenant, user, request)
  const askedBy = once(moment.askedBy)
  const questionsOf = (leg: UndecidedLeg): readonly PolicySignIn[] => askedBy(leg).questions
  const wordOf = once((leg: UndecidedLeg) => moment.likeness.whole(leg, askedBy(leg)))
  return { moment, user, session, legs: legsOf(session, user, request), askedBy, questionsOf, wordOf }
}
