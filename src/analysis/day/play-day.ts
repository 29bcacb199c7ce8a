import { planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import type { DeviceEvidence, SessionVerdict, Trace } from '../../trace/step.ts'
import { isPrompted, promptCount, sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { DayStep } from '../../vocabulary/days.ts'
import type { Mutable } from '../../vocabulary/mutable.ts'
import type { ClientRequest, Instant, Signals } from '../../vocabulary/requests.ts'
import type { AnsweredBy } from '../../vocabulary/tokens.ts'

/** The result of one step of a day. */
export interface PlayedStep {
  readonly step: DayStep
  readonly at: Instant
  /** The sign-in to the device, if the step unlocks it and the file describes it. */
  readonly device?: DeviceEvidence
  readonly verdict?: SessionVerdict
  readonly traces: readonly Trace[]
  /** The number of prompts; undefined if undetermined. */
  readonly prompts?: number
  readonly presents: readonly string[]
  readonly answeredBy: readonly AnsweredBy[]
}

/** The day of one user, which starts without any tokens. */
export interface PlayedDay {
  readonly user: User
  readonly steps: readonly PlayedStep[]
  /** The total number of prompts; undefined if a step is undetermined. */
  readonly prompts?: number
}

/** Tokens and claims left by the previous steps. */
interface CarriedSession {
  readonly unlocked: Map<string, Instant>
  readonly secondFactor: Map<string, Instant>
  readonly clients: Map<string, { readonly at: Instant; readonly mfa: boolean }>
}

const minute = 60_000
/** Signing in to a device renews its token when it is at least this old. */
const renewal = 4 * 60 * minute

/** Plays the steps of a day in order; tokens age by the time between steps. */
export function playDay(tenant: Tenant, user: User, steps: readonly DayStep[], midnight: Instant): PlayedDay {
  const held: CarriedSession = { unlocked: new Map(), secondFactor: new Map(), clients: new Map() }
  const played = steps.map((step) => {
    const at = midnight + step.minute * minute
    return step.does === 'unlock' ? unlock(tenant, user, step, at, held) : use(tenant, user, step, at, held)
  })
  const counts = played.map(({ prompts }) => prompts)
  const open = counts.includes(undefined)
  return { user, steps: played, ...(open ? {} : { prompts: counts.reduce<number>((sum, one) => sum + (one ?? 0), 0) }) }
}

function request(
  user: User,
  { client, network }: DayStep,
  at: Instant,
  signals: Signals,
): Omit<ClientRequest, 'purpose'> {
  return { user: user.userPrincipalName, client, network, at, signals }
}

const deviceKey = (tenant: Tenant, client: string): string => tenant.clients.get(client)?.device?.name ?? client

/** The user unlocks the device; the device settings determine which tokens result. */
function unlock(tenant: Tenant, user: User, step: DayStep, at: Instant, held: CarriedSession): PlayedStep {
  const key = deviceKey(tenant, step.client)
  const [first] = planRequests(tenant, { user: user.userPrincipalName, client: step.client, network: step.network, at })
  const traces =
    first === undefined
      ? []
      : simulateSession(tenant, { ...request(user, step, at, { deviceSignInAge: 0 }), purpose: first.purpose })
  const device = traces[0]?.device
  const before = held.unlocked.get(key)
  if (device !== undefined && device.checkedBy !== 'not-possible' && (before === undefined || at - before >= renewal))
    held.unlocked.set(key, at)
  const presents = device === undefined || device.checkedBy === 'not-possible' ? [] : [device.method]
  return {
    step,
    at,
    traces: [],
    presents,
    answeredBy: [],
    ...(device === undefined ? {} : { device, prompts: presents.length }),
  }
}

function signalsOf(tenant: Tenant, step: DayStep, at: Instant, held: CarriedSession): Signals {
  const key = deviceKey(tenant, step.client)
  const signals: Mutable<Signals> = {}
  const unlocked = held.unlocked.get(key)
  if (unlocked !== undefined) signals.deviceSignInAge = at - unlocked
  const second = held.secondFactor.get(key)
  if (second !== undefined) signals.deviceSecondFactor = 'yes'
  const before = held.clients.get(step.client)
  if (before === undefined) return signals
  return {
    ...signals,
    signedIn: 'yes',
    lastSignIn: at - before.at,
    ...(before.mfa ? { mfaClaim: 'entra-id' as const } : {}),
  }
}

function use(tenant: Tenant, user: User, step: DayStep, at: Instant, held: CarriedSession): PlayedStep {
  if (step.does === 'unlock') throw new Error('a device is not used for a purpose')
  const signals = signalsOf(tenant, step, at, held)
  const traces = simulateSession(tenant, { ...request(user, step, at, signals), purpose: step.does })
  if (traces.length === 0) return { step, at, traces, presents: [], answeredBy: [] }
  const opened = traces.map(verdictOf).flatMap((verdict) => (verdict.kind === 'signs-in' ? [verdict] : []))
  const verdict = sessionVerdict(traces)
  const prompted = isPrompted(traces)
  const answeredBy = [...new Set(opened.flatMap((one) => one.answeredBy ?? []))]
  if (verdict.kind === 'signs-in')
    remember(tenant, step, at, held, { opened, prompted: prompted !== false, answeredBy })
  const asked = opened.filter((one) => one.prompted !== false)
  const presents = [...new Set(asked.map((one) => one.presents ?? one.credential))]
  const counted = verdict.kind === 'undetermined' || (verdict.kind === 'signs-in' && prompted === undefined)
  return { step, at, verdict, traces, presents, answeredBy, ...(counted ? {} : { prompts: promptCount(traces) }) }
}

interface Opened {
  readonly opened: readonly { readonly secondFactor: string }[]
  readonly prompted: boolean
  readonly answeredBy: readonly AnsweredBy[]
}

/** Records what the sign-in leaves: the client's token, and a second factor in the device's token. */
function remember(
  tenant: Tenant,
  { client }: DayStep,
  at: Instant,
  held: CarriedSession,
  { opened, prompted, answeredBy }: Opened,
) {
  const key = deviceKey(tenant, client)
  const mfa = opened.some(({ secondFactor }) => secondFactor === 'asked' || secondFactor === 'already-satisfied')
  const token = answeredBy.includes('primary-refresh-token')
  const asked = opened.some(({ secondFactor }) => secondFactor === 'asked')
  if (token && asked && tenant.clients.get(client)?.product.kind !== 'browser') held.secondFactor.set(key, at)
  const before = held.clients.get(client)?.at
  const since = prompted ? at : (before ?? (token ? held.unlocked.get(key) : undefined) ?? at)
  held.clients.set(client, { at: since, mfa })
}
