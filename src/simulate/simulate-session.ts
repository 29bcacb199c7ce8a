import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace, Verdict } from '../trace/step.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { ClientRequest, SignInRequest } from '../vocabulary/requests.ts'
import { agreedPaths, isInDispute, type PlaySession } from './agreed-legs.ts'
import { decideLeg } from './decide-leg.ts'
import { type DeviceSignIn, deviceSignInOf } from './device/device-sign-in.ts'
import { bringsDatedClaim, traceOnDevice } from './device/trace-on-device.ts'
import { watchedTrace } from './device/watched-trace.ts'
import type { LegContext, PlannedLeg } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { legPathsOf } from './leg-paths.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { isEvaluated } from './narrate-leg.ts'
import { allFactsOfLeg, briefOutcomeOfLeg, outcomeOfLeg } from './outcome-of-leg.ts'
import { clientNamed } from './plan-requests.ts'
import type { Session } from './session.ts'
import { traceOfLeg } from './trace-of-leg.ts'
import { isWatched } from './watched-signals.ts'

/**
 * All conversations of one client for one purpose. The names must be those of the tenant (or, for the client, of the
 * catalog); events up to the instant of the request are applied first.
 */
export function simulateSession(tenant: Tenant, request: ClientRequest): readonly Trace[] {
  return openSession(tenant, request).map(playLeg)
}

/** The same without what each policy says by itself: see `playLegBriefly`. */
export function simulateSessionBriefly(tenant: Tenant, request: ClientRequest): readonly Trace[] {
  return openSession(tenant, request).map(playLegBriefly)
}

/** The conversations of a session, each up to where it is decided for the user. */
export function openSession(tenant: Tenant, request: ClientRequest): readonly UndecidedLeg[] {
  const now = tenantAt(tenant, request.at)
  const user = now.users.get(request.user)
  const client = clientNamed(now, request.client)
  const network = now.networks.get(request.network)
  if (user === undefined || client === undefined || network === undefined)
    throw new Error(
      `the request names an unknown user, client or network: ${request.user}, ${request.client}, ${request.network}`,
    )
  return legsOf({ tenant: now, profile: mailboxProfileOf(user), client, network, request }, user, request)
}

/** One conversation of a session, up to where it is decided for the user. */
export interface UndecidedLeg {
  readonly path: LegPath
  readonly context: LegContext
  /** The sign-in to the device that the session takes place on, where it is stated. */
  readonly device: DeviceSignIn | undefined
}

/** The conversations of a session of one user, in the order in which they take place. */
export function legsOf(session: Session, user: User, asked: ClientRequest): readonly UndecidedLeg[] {
  return legsAlong(
    agreedPaths({ session, user }, asked, legPathsOf(session, asked), playAsStated),
    session,
    user,
    asked,
  )
}

/** The traces of a session as the file states it, whatever else may be meant. */
const playAsStated: PlaySession = ({ session, user }, asked) =>
  legsAlong(legPathsOf(session, asked), session, user, asked).map(playLeg)

function legsAlong(
  paths: readonly LegPath[],
  session: Session,
  user: User,
  asked: ClientRequest,
): readonly UndecidedLeg[] {
  const { tenant, profile, client, network } = session
  const device = isWatched(asked.signals) ? undefined : deviceSignInOf(session, user, asked)
  return paths.map((path) => {
    const request = signInRequest(path.planned, asked)
    const { workload } = path
    return { path, context: { tenant, user, profile, client, network, workload, request, at: asked.at }, device }
  })
}

/** Whether more than the policies' demands can matter on a leg: what may answer it, or what exports disagree on. */
export const mayBeSilent = (leg: UndecidedLeg): boolean => isInDispute(leg.context) || mayBeAnswered(leg)

/** Whether a token or a ticket may answer the leg, or a claim may be too old. */
const mayBeAnswered = ({ context, device }: UndecidedLeg): boolean =>
  device !== undefined || context.request.signals.signedIn === 'yes' || bringsDatedClaim(context.request.signals)

/** How a conversation ends, without the story of it; which methods a user presents is no part of it. */
export function endOfLeg(leg: UndecidedLeg): Verdict {
  const { path, context } = leg
  return mayBeAnswered(leg) ? verdictOf(playLeg(leg)) : decideLeg(path, context, allFactsOfLeg(path, context)).verdict
}

/** How a conversation ends, and what each policy says of it. */
export interface JudgedLeg {
  readonly verdict: Verdict
  readonly policies: readonly PolicyOutcome[]
}

/** The same as in the trace of a conversation, without the story of it. */
export function judgedLeg(leg: UndecidedLeg): JudgedLeg {
  const { path, context } = leg
  if (mayBeAnswered(leg) || isWatched(context.request.signals)) {
    const trace = playLeg(leg)
    return { verdict: verdictOf(trace), policies: trace.policyOutcomes ?? [] }
  }
  const { verdict, policies } = decideLeg(path, context, allFactsOfLeg(path, context))
  return { verdict, policies: policies !== undefined && isEvaluated(verdict) ? policies.outcomes() : [] }
}

/** One conversation with one relying party: pure, synchronous, always recorded. */
export function playLeg(leg: UndecidedLeg): Trace {
  const { path, context, device } = leg
  if (isWatched(context.request.signals))
    return watchedTrace(path, context, (signals) => deviceSignInOf(context, context.user, { signals, at: context.at }))
  return mayBeAnswered(leg)
    ? traceOnDevice(path, context, device)
    : traceOfLeg(path, context, outcomeOfLeg(path, context))
}

/**
 * The same without what each policy says by itself, which takes longest of all: of the trace only verdict, prompts,
 * combined decision and audit trail may be read.
 */
export function playLegBriefly(leg: UndecidedLeg): Trace {
  const { path, context } = leg
  return mayBeAnswered(leg) ? playLeg(leg) : traceOfLeg(path, context, briefOutcomeOfLeg(path, context))
}

/** One by one, since adding to an object that was spread is many times slower. */
function signInRequest(planned: PlannedLeg, asked: ClientRequest): SignInRequest {
  const { leg, relyingParty, protocol, prompt, optional, candidates, endpoint } = planned
  const { user, client, purpose, network, at, signals, presents, application } = asked
  const request: Mutable<SignInRequest> = {
    leg,
    relyingParty,
    protocol,
    prompt,
    optional,
    user,
    client,
    purpose,
    network,
    at,
    signals,
  }
  if (candidates !== undefined) request.candidates = candidates
  if (endpoint !== undefined) request.endpoint = endpoint
  if (presents !== undefined) request.presents = presents
  if (application !== undefined && relyingParty === 'application') request.application = application
  return request
}
