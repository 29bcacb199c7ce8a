import { planRequests } from '../simulate/plan-requests.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { wasContacted } from '../trace/views.ts'
import type { ActorId } from '../vocabulary/actors.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import type { Question } from '../vocabulary/questions.ts'
import type { NetworkName, UserName } from '../vocabulary/requests.ts'
import { mismatch, questionsBehind, sessionWords, verdictWords } from './expectation.ts'
import { compared } from './ledger.ts'
import { problem } from './problem.ts'
import { requiredLegs } from './required-legs.ts'
import { spokenCredentials } from './spoken.ts'
import { works } from './verdict-table.ts'
import { readable } from './words.ts'
import { instantOf, type Session, type SignInWorld, sessionOf, tenantOf } from './world.ts'

/** Which sign-ins a claim is about; left out means all. */
export interface Scope {
  readonly user?: UserName
  readonly network?: NetworkName
}

/** The sign-ins of the last claim about a tenant; the claims of one scenario go through the same ones. */
const lately = new WeakMap<Tenant, { readonly key: string; readonly sessions: readonly Session[] }>()

/** Every sign-in of the tenant in file order, played one after the other. */
export function* everySession(world: SignInWorld, scope: Scope): Generator<Session> {
  const tenant = tenantOf(world)
  const network = scope.network ?? world.network
  const at = instantOf(world)
  const key = JSON.stringify([scope.user, network, at, world.signals])
  const known = lately.get(tenant)
  if (known?.key === key) {
    yield* known.sessions
    return
  }
  const filter = { ...scope, ...(network !== undefined && { network }), at, signals: world.signals }
  const sessions: Session[] = []
  for (const request of planRequests(tenant, filter)) {
    const session = sessionOf(tenant, request)
    sessions.push(session)
    yield session
  }
  lately.set(tenant, { key, sessions })
}

/** What breaks a claim: the leg that shows it, or the session as a whole. */
interface Breach {
  readonly actual: string
  readonly leg?: Trace
  /** What decided the point at issue, where it is not the credential. */
  readonly questions?: readonly Question[] | undefined
}

/** The sign-ins that a claim says something about; the others it does not concern. */
export interface Concern {
  /** What no sign-in does when there is none. */
  readonly words: string
  readonly concerns: (session: Session) => boolean
}

/** Fails with the first sign-in that breaks a claim, and where there is none that it concerns. */
export function claim(
  world: SignInWorld,
  scope: Scope,
  words: string,
  breach: (session: Session) => Breach | undefined,
  concern?: Concern,
): void {
  let count = 0
  let concerned = 0
  const seen: Session[] = []
  for (const session of everySession(world, scope)) {
    count += 1
    seen.push(session)
    if (concern === undefined || concern.concerns(session)) concerned += 1
    const found = breach(session)
    if (found === undefined) continue
    throw mismatch(words, `a witness: ${found.actual}`, session, found.leg, found.questions)
  }
  if (count === 0) throw problem('there is no sign-in that the claim could be about, so it asserts nothing')
  if (concerned === 0) throw problem(`no sign-in ${concern?.words}, so the claim asserts nothing`)
  compared(world.ledger, concerned)
  world.recorder?.claimed(seen)
}

/** The first leg of a kind, with how it ends. */
export function legThat(
  session: Session,
  odd: (leg: Trace) => boolean,
  questions?: readonly Question[],
): Breach | undefined {
  const leg = session.traces.find(odd)
  return leg === undefined
    ? undefined
    : { actual: `${readable(leg.request.leg)} leg ${verdictWords(verdictOf(leg))}`, leg, questions }
}

export const passesWith = (leg: Trace, credential: Credential): boolean => {
  const verdict = verdictOf(leg)
  return verdict.kind === 'signs-in' && verdict.credential === credential
}

/** Takes the credential, or is undetermined without turning it away, so that nobody can say. */
export const mayPassWith = (leg: Trace, credential: Credential): boolean =>
  passesWith(leg, credential) ||
  (verdictOf(leg).kind === 'undetermined' && !leg.refused.some((refusal) => refusal.credential === credential))

/** The sign-ins that take a credential on some leg. */
export const takersOf = (credential: Credential): Concern => ({
  words: `uses the ${spokenCredentials[credential]}`,
  concerns: ({ traces }) => traces.some((leg) => passesWith(leg, credential)),
})

/** Lets somebody in without a second factor, or cannot rule it out. */
function lacksSecondFactor(leg: Trace): boolean {
  const verdict = verdictOf(leg)
  if (verdict.kind === 'undetermined') return true
  return verdict.kind === 'signs-in' && verdict.secondFactor !== 'asked' && verdict.secondFactor !== 'already-satisfied'
}

/** The leg on which somebody gets in without a second factor, or may. */
export function withoutSecondFactor(session: Session): Breach | undefined {
  if (session.verdict.kind === 'undetermined') return { actual: sessionWords(session.verdict) }
  if (!works(session)) return undefined
  const leg = requiredLegs(session).find(lacksSecondFactor)
  return leg === undefined
    ? undefined
    : { actual: verdictWords(verdictOf(leg)), leg, questions: questionsBehind['second factor'] }
}

/** Takes the credential and speaks to somebody; on an undetermined leg nobody can say. */
export const mayContact = (leg: Trace, credential: Credential, actor: ActorId): boolean =>
  mayPassWith(leg, credential) && (wasContacted(leg, actor) || verdictOf(leg).kind === 'undetermined')

function usesBasic(leg: Trace): boolean {
  return leg.authentication?.used === 'basic' && verdictOf(leg).kind === 'signs-in'
}

/** Gets in with basic authentication, or nobody can say. */
export function mayUseBasic(leg: Trace): boolean {
  return usesBasic(leg) || (verdictOf(leg).kind === 'undetermined' && (leg.authentication?.used ?? 'basic') === 'basic')
}

/** The sign-ins that let somebody in, or may do so. */
export const succeeding: Concern = {
  words: 'succeeds',
  concerns: (session) => session.verdict.kind === 'undetermined' || works(session),
}

/** The sign-ins that get in with basic authentication. */
export const basicOnes: Concern = {
  words: 'uses basic authentication',
  concerns: ({ traces }) => traces.some(usesBasic),
}

/** How a session ends that does not let its user in. */
export const notWorking = (session: Session): Breach | undefined =>
  works(session) && session.verdict.kind !== 'conflict' ? undefined : { actual: sessionWords(session.verdict) }

/** The leg for whose verdict a fact is missing. */
export const isUndetermined = (session: Session): Breach | undefined => {
  const open = session.traces.find((leg) => verdictOf(leg).kind === 'undetermined')
  return open === undefined ? undefined : { actual: verdictWords(verdictOf(open)), leg: open }
}
