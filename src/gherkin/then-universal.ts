import { planRequests } from '../simulate/plan-requests.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import { wasContacted } from '../trace/views.ts'
import type { Credential } from '../vocabulary/credentials.ts'
import type { NetworkName, UserName } from '../vocabulary/requests.ts'
import { type StepDefinition, step } from './definition.ts'
import { mismatch, sessionWords, verdictWords } from './expectation.ts'
import { problem } from './problem.ts'
import { requiredLegs } from './required-legs.ts'
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
}

function claim(
  world: SignInWorld,
  scope: Scope,
  words: string,
  breach: (session: Session) => Breach | undefined,
): void {
  let count = 0
  const seen: Session[] = []
  for (const session of everySession(world, scope)) {
    count += 1
    seen.push(session)
    const found = breach(session)
    if (found === undefined) continue
    throw mismatch(words, `a witness: ${found.actual}`, session, found.leg)
  }
  if (count === 0) throw problem('there is no sign-in that the claim could be about, so it asserts nothing')
  world.recorder?.claimed(seen)
}

/** The first leg of a kind, with how it ends. */
function legThat(session: Session, odd: (leg: Trace) => boolean): Breach | undefined {
  const leg = session.traces.find(odd)
  return leg === undefined
    ? undefined
    : { actual: `${readable(leg.request.leg)} leg ${verdictWords(verdictOf(leg))}`, leg }
}

const passesWith = (leg: Trace, credential: Credential): boolean => {
  const verdict = verdictOf(leg)
  return verdict.kind === 'signs-in' && verdict.credential === credential
}

/** Lets somebody in without a second factor, or cannot rule it out. */
function lacksSecondFactor(leg: Trace): boolean {
  const verdict = verdictOf(leg)
  if (verdict.kind === 'undetermined') return true
  return verdict.kind === 'signs-in' && verdict.secondFactor !== 'asked' && verdict.secondFactor !== 'already-satisfied'
}

function withoutSecondFactor(session: Session): Breach | undefined {
  if (session.verdict.kind === 'undetermined') return { actual: sessionWords(session.verdict) }
  if (!works(session)) return undefined
  const leg = requiredLegs(session).find(lacksSecondFactor)
  return leg === undefined ? undefined : { actual: verdictWords(verdictOf(leg)), leg }
}

function usesBasic(leg: Trace): boolean {
  return leg.authentication?.used === 'basic' && verdictOf(leg).kind === 'signs-in'
}

const notWorking = (session: Session): Breach | undefined =>
  works(session) && session.verdict.kind !== 'conflict' ? undefined : { actual: sessionWords(session.verdict) }

const isUndetermined = (session: Session): Breach | undefined => {
  const open = session.traces.find((leg) => verdictOf(leg).kind === 'undetermined')
  return open === undefined ? undefined : { actual: verdictWords(verdictOf(open)), leg: open }
}

const negativeClaims: readonly StepDefinition[] = [
  step(
    'Then',
    'no sign-in uses {credential}',
    { says: 'nobody gets in with this credential', example: 'Then no sign-in uses "app password"' },
    (world, credential) =>
      claim(world, {}, `no sign-in uses ${credential}`, (session) =>
        legThat(session, (leg) => passesWith(leg, credential)),
      ),
  ),
  step(
    'Then',
    'no sign-in of {user} uses {credential}',
    {
      says: 'one user never gets in with this credential',
      example: 'Then no sign-in of the finance lead uses the certificate',
    },
    (world, user, credential) =>
      claim(world, { user }, `no sign-in of ${user} uses ${credential}`, (session) =>
        legThat(session, (leg) => passesWith(leg, credential)),
      ),
  ),
  step(
    'Then',
    'no sign-in with {credential} contacts {participant}',
    {
      says: 'on no leg that takes this credential anybody speaks to that one',
      example: 'Then no sign-in with the app password contacts the identity provider',
    },
    (world, credential, actor) =>
      claim(world, {}, `no sign-in with ${credential} contacts ${actor}`, (session) =>
        legThat(session, (leg) => passesWith(leg, credential) && wasContacted(leg, actor)),
      ),
  ),
  step(
    'Then',
    'every sign-in with {credential} is verified by {verifier}',
    {
      says: 'on every leg that takes this credential, this one checks it',
      example: 'Then every sign-in with the app password is verified by Microsoft Entra ID',
    },
    (world, credential, verifier) =>
      claim(world, {}, `every sign-in with ${credential} is verified by ${verifier}`, (session) =>
        legThat(session, (leg) => {
          const verdict = verdictOf(leg)
          return verdict.kind === 'signs-in' && verdict.credential === credential && verdict.verifier !== verifier
        }),
      ),
  ),
]

/** Claims about every sign-in of the tenant; one that does not hold is answered with the first sign-in that breaks it. */
export const thenUniversal: readonly StepDefinition[] = [
  step(
    'Then',
    'every client of every user has a working credential',
    {
      says: 'every user gets in with every client for every purpose from every network',
      example: 'Then every client of every user has a working credential',
    },
    (world) => claim(world, {}, 'every client of every user has a working credential', notWorking),
  ),
  step(
    'Then',
    'every client of {user} has a working credential',
    {
      says: 'one user gets in with every client for every purpose from every network',
      example: 'Then every client of the finance lead has a working credential',
    },
    (world, user) => claim(world, { user }, `every client of ${user} has a working credential`, notWorking),
  ),
  step(
    'Then',
    'no sign-in succeeds without a second factor',
    { says: 'whoever gets in has given a second factor', example: 'Then no sign-in succeeds without a second factor' },
    (world) => claim(world, {}, 'no sign-in succeeds without a second factor', withoutSecondFactor),
  ),
  step(
    'Then',
    'no sign-in from {network} succeeds without a second factor',
    {
      says: 'whoever gets in from that network has given a second factor',
      example: 'Then no sign-in from the internet succeeds without a second factor',
    },
    (world, network) =>
      claim(world, { network }, `no sign-in from ${network} succeeds without a second factor`, withoutSecondFactor),
  ),
  step(
    'Then',
    'only service accounts use basic authentication',
    { says: 'nobody else gets in with it', example: 'Then only service accounts use basic authentication' },
    (world) =>
      claim(world, {}, 'only service accounts use basic authentication', (session) =>
        tenantOf(world).users.get(session.request.user)?.service === true ? undefined : legThat(session, usesBasic),
      ),
  ),
  step(
    'Then',
    'no client needs two credentials for one prompt',
    { says: 'no sign-in ends in a conflict', example: 'Then no client needs two credentials for one prompt' },
    (world) =>
      claim(world, {}, 'no client needs two credentials for one prompt', (session) =>
        session.verdict.kind === 'conflict' ? { actual: sessionWords(session.verdict) } : undefined,
      ),
  ),
  step(
    'Then',
    'no sign-in is undetermined',
    { says: 'no fact is missing for any verdict', example: 'Then no sign-in is undetermined' },
    (world) => claim(world, {}, 'no sign-in is undetermined', isUndetermined),
  ),
  ...negativeClaims,
]
