import { decide } from '../../rules/decide.ts'
import type { Step, Trace, Verdict } from '../../trace/step.ts'
import type { LegFacts } from '../../vocabulary/facts.ts'
import type { Answers } from '../../vocabulary/questions.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { LegContext } from '../leg-context.ts'
import type { LegOutcome } from '../leg-outcome.ts'
import type { LegPath } from '../leg-path.ts'
import { outcomeOfLeg } from '../outcome-of-leg.ts'
import { record } from '../recorder.ts'
import { traceOfLeg } from '../trace-of-leg.ts'
import { changedSignals, partOfSignals } from '../watched-signals.ts'
import type { DeviceSignIn } from './device-sign-in.ts'
import { pathWithTicket } from './path-with-ticket.ts'
import { signInAgeOf } from './sign-in-age.ts'
import { clientTakesTicket, tokenReachOf } from './token-reach.ts'

/** What was found about a leg that a token might answer. */
interface Silence {
  readonly facts: LegFacts
  readonly steps: readonly Step[]
  readonly open: boolean
}

const notAsked: Silence = { facts: {}, steps: [], open: false }

/** The trace of a leg with a client that has signed in before, or on a device whose own sign-in is stated. */
export function traceOnDevice(anyPath: LegPath, context: LegContext, device: DeviceSignIn | undefined): Trace {
  const path = pathWithTicket(anyPath, device?.facts.deviceTicket)
  const fresh = outcomeOfLeg(path, context)
  if (isOutdated(context, fresh)) return withoutOldClaim(anyPath, context, device)
  if (!couldBeSilent(path, context, fresh)) return withDevice(traceOfLeg(path, context, fresh), device, notAsked)
  const facts = silentFacts(context, device, fresh)
  const decision = decide('silent-sign-in', facts)
  const steps: Step[] = []
  record({ steps, at: 'client' }, decision)
  const silence: Silence = { facts, steps, open: decision.missing !== undefined }
  const { answer } = decision
  const answered = answer === undefined ? undefined : answeredAs(context, answer, carriedInto(answer, device))
  const outcome = answered === undefined ? fresh : outcomeOfLeg(path, answered)
  const [used, as] = answered === undefined || sentToProvider(context, outcome) ? [fresh, context] : [outcome, answered]
  const trace = traceOfLeg(path, as, used)
  return withDevice({ ...trace, request: context.request }, device, silence)
}

/** Whether a sign-in brings the claim of a second factor along of which the age is stated. */
export const bringsDatedClaim = ({ mfaClaim, lastMfa }: Signals): boolean =>
  mfaClaim !== undefined && mfaClaim !== 'none' && lastMfa !== undefined

/**
 * Whether the second factor of a claim was passed longer ago than policies accept.
 *
 * @see https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime
 */
export function isOutdated({ request: { signals } }: LegContext, { conditionalAccess }: LegOutcome): boolean {
  return partOfSignals(
    signals,
    (own) => bringsDatedClaim(own) && signInAgeOf(conditionalAccess, own.lastMfa) === 'past',
  )
}

/** The trace of a sign-in whose claim is too old to count. */
function withoutOldClaim(path: LegPath, context: LegContext, device: DeviceSignIn | undefined): Trace {
  const { request } = context
  const signals = changedSignals(request.signals, ['mfaClaim'])
  const without: LegContext = { ...context, request: { ...request, signals } }
  // Without the claim there may be nothing left that could answer.
  const canAnswer = device !== undefined || signals.signedIn === 'yes'
  const trace = canAnswer
    ? traceOnDevice(path, without, device)
    : traceOfLeg(path, without, outcomeOfLeg(path, without))
  return { ...trace, request }
}

/** What is presented, or said about the first factor, is a sign-in of its own; a code is typed on another device. */
export function couldBeSilent(
  { negotiated, facts }: LegPath,
  { request, client, user }: LegContext,
  fresh: LegOutcome,
): boolean {
  if (negotiated.authentication.used !== 'modern' || facts.flowClass !== 'interactive') return false
  if (fresh.issuer !== 'entra-id' || user.accountHome !== 'here' || request.presents !== undefined) return false
  if (client.product.transferMethod !== undefined || (request.signals.authenticationFlow ?? 'none') !== 'none')
    return false
  return partOfSignals(
    request.signals,
    ({ firstFactor, signedIn, methods, mfaClaim }) =>
      firstFactor === undefined && (signedIn === 'yes' || (methods === undefined && mfaClaim === undefined)),
  )
}

/** What decides whether something answers instead of the user. */
export function silentFacts(context: LegContext, device: DeviceSignIn | undefined, fresh: LegOutcome): LegFacts {
  const { client, request, user } = context
  const { signals } = request
  const cached = signals.signedIn === 'yes'
  const tokenReach = tokenReachOf(client, signals, device?.facts ?? {})
  const age = cached ? sinceSignIn(signals, device, tokenReach) : device?.age
  return {
    ...(device?.facts ?? {}),
    tokenReach,
    signInAge: signInAgeOf(fresh.conditionalAccess, age),
    cachedToken: cached ? 'held' : 'none',
    seamlessSso: user.domain?.seamlessSso === true ? 'on' : 'off',
    clientTakesTicket: clientTakesTicket(client, signals),
  }
}

/** How long ago the user signed in with the client; a token of the device that was renewed since counts as well. */
function sinceSignIn(
  { lastSignIn }: Signals,
  device: DeviceSignIn | undefined,
  reach: LegFacts['tokenReach'],
): number | undefined {
  const renewed = device !== undefined && device.token !== 'none' && reach === 'reaches' ? device.age : undefined
  if (lastSignIn === undefined || renewed === undefined) return lastSignIn
  return Math.min(lastSignIn, renewed)
}

type Answer = Answers['silent-sign-in']

/** What comes into the sign-in with what answers. */
export const carriedInto = (answer: Answer, device: DeviceSignIn | undefined): Signals =>
  answer === 'kerberos-ticket' ? passwordOnly : answer === 'primary-refresh-token' ? carriedBy(device) : {}

/** The leg with what answers instead of the user; undefined if the user signs in. */
export function answeredAs(context: LegContext, answer: Answer, carried: Signals): LegContext | undefined {
  const { request } = context
  const as = (signals: Signals): LegContext => ({ ...context, request: { ...request, signals } })
  if (answer === 'person') return request.signals.signedIn === 'yes' ? as(withoutSession(request.signals)) : undefined
  if (answer === 'cached-token') return { ...context, answeredBy: answer }
  return { ...as(changedSignals(request.signals, [], { ...carried, signedIn: 'yes' })), answeredBy: answer }
}

const passwordOnly: Signals = { methods: ['password'] }

const oneFactor: ReadonlySet<string> = new Set(['password', 'federatedSingleFactor', 'x509CertificateSingleFactor'])

/** What a primary refresh token carries into the sign-in. */
function carriedBy(device: DeviceSignIn | undefined): Signals {
  if (device === undefined) return {}
  const { method } = device.evidence
  if (device.token !== 'multifactor') return { methods: [method] }
  // A token of one factor was upgraded by a second one, and which one a program was given is not known.
  const methods = oneFactor.has(method) ? {} : { methods: [method] }
  return { ...methods, mfaClaim: 'entra-id', ...(device.age === undefined ? {} : { lastMfa: device.age }) }
}

const withoutSession = (signals: Signals): Signals =>
  changedSignals(signals, ['signedIn', 'mfaClaim', 'methods', 'lastMfa'])

/** Where the identity provider performs the second factor, the user is sent there, and it says what it asks for. */
export function sentToProvider({ user }: LegContext, { steps }: LegOutcome): boolean {
  if (user.domain?.federatedIdpMfaBehavior !== 'enforceMfaByFederatedIdp') return false
  const last = steps[steps.length - 1]
  return last?.kind === 'outcome' && last.verdict.kind === 'signs-in' && last.verdict.secondFactor === 'asked'
}

/** The trace with what the device brings, before everything else. */
function withDevice(trace: Trace, device: DeviceSignIn | undefined, { facts, steps: silent, open }: Silence): Trace {
  const steps = [...(device?.steps ?? []), ...silent, ...trace.steps]
  const told = {
    ...trace,
    facts: { ...trace.facts, ...device?.facts, ...facts },
    steps,
    ...(device === undefined ? {} : { device: device.evidence }),
  }
  return open ? withoutPrompts(told) : told
}

/** A trace of which it is undetermined whether anything answers. */
export function withoutPrompts(trace: Trace): Trace {
  const last = trace.steps[trace.steps.length - 1]
  if (last?.kind !== 'outcome') return trace
  return { ...trace, steps: [...trace.steps.slice(0, -1), { ...last, verdict: undecided(last.verdict) }] }
}

/** Whether anyone is asked is undetermined where it is undetermined whether something answers. */
function undecided(verdict: Verdict): Verdict {
  if (verdict.kind !== 'signs-in') return verdict
  const { prompted: _, answeredBy: __, ...rest } = verdict
  return rest
}
