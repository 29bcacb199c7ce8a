import { decide } from '../../rules/decide.ts'
import type { Trace } from '../../trace/step.ts'
import { missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { LegContext } from '../leg-context.ts'
import type { LegOutcome } from '../leg-outcome.ts'
import type { LegPath } from '../leg-path.ts'
import { outcomeOfLeg } from '../outcome-of-leg.ts'
import { traceOfLeg } from '../trace-of-leg.ts'
import { changedSignals, partOfSignals } from '../watched-signals.ts'
import type { DeviceSignIn } from './device-sign-in.ts'
import { pathWithTicket } from './path-with-ticket.ts'
import {
  answeredAs,
  bringsDatedClaim,
  carriedInto,
  couldBeSilent,
  isOutdated,
  sentToProvider,
  silentFacts,
  withoutPrompts,
} from './trace-on-device.ts'

type DeviceFor = (signals: Signals) => DeviceSignIn | undefined

/** The signals of which depends what answers instead of the user. */
const readOfSilence = [
  ...(['signedIn', 'mfaClaim', 'lastMfa', 'lastSignIn', 'deviceInfo'] as const),
  ...(['deviceSignIn', 'deviceSignInAge', 'deviceSecondFactor', 'primaryRefreshToken'] as const),
  ...(['privateBrowsing', 'browserProfile', 'browserExtension'] as const),
]

/** What answers a leg instead of the user, as far as it decides anything. */
function silenceOf(context: LegContext, fresh: LegOutcome, deviceFor: DeviceFor) {
  const { request } = context
  return partOfSignals(
    request.signals,
    (signals) => {
      const device = deviceFor(signals)
      if (device === undefined && signals.signedIn !== 'yes' && !bringsDatedClaim(signals)) return undefined
      const facts = silentFacts({ ...context, request: { ...request, signals } }, device, fresh)
      const { answer, missing: lacking } = decide('silent-sign-in', facts)
      const answering = answer === undefined ? undefined : ([answer, carriedInto(answer, device)] as const)
      return { open: lacking !== undefined, answering }
    },
    { name: `${request.leg} ${JSON.stringify(fresh.conditionalAccess?.session)}`, reads: readOfSilence },
  )
}

/** The path of a leg that takes Windows authentication; what the device decides besides is no matter of the path. */
function pathFor(path: LegPath, { request: { signals } }: LegContext, deviceFor: DeviceFor): LegPath {
  if (path.facts.flow !== 'windows-integrated') return path
  return pathWithTicket(
    path,
    partOfSignals(signals, (own) => {
      const ticket = deviceFor(own)?.facts.deviceTicket
      return ticket === missing ? undefined : ticket
    }),
  )
}

/**
 * The trace of a leg without the story of the device, of which no more is read than decides how the leg ends. Invariant:
 * it ends as `traceOnDevice` and `traceOfLeg` say.
 */
export function watchedTrace(anyPath: LegPath, context: LegContext, deviceFor: DeviceFor): Trace {
  const { request } = context
  const path = pathFor(anyPath, context, deviceFor)
  const fresh = outcomeOfLeg(path, context)
  if (isOutdated(context, fresh)) {
    const signals = changedSignals(request.signals, ['mfaClaim'])
    return { ...watchedTrace(anyPath, { ...context, request: { ...request, signals } }, deviceFor), request }
  }
  const silence = couldBeSilent(path, context, fresh) ? silenceOf(context, fresh, deviceFor) : undefined
  if (silence === undefined) return traceOfLeg(path, context, fresh)
  const answered = silence.answering === undefined ? undefined : answeredAs(context, ...silence.answering)
  const outcome = answered === undefined ? fresh : outcomeOfLeg(path, answered)
  const [used, as] = answered === undefined || sentToProvider(context, outcome) ? [fresh, context] : [outcome, answered]
  const trace = { ...traceOfLeg(path, as, used), request }
  return silence.open ? withoutPrompts(trace) : trace
}
