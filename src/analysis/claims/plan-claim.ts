import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest, DeviceSignals, Instant, Purpose, Signals } from '../../vocabulary/requests.ts'
import type { Condition } from './claim.ts'
import { type DeviceState, deviceOf, deviceState } from './device-states.ts'
import type { ClaimKey } from './keys.ts'

/** What holds of all sign-ins of a claim, whatever it says. */
export interface Surroundings {
  readonly at: Instant
  readonly signals: Signals
  /** The network they come from, unless the claim names another. */
  readonly network?: string
}

const valuesOf = (where: readonly Condition[], key: ClaimKey): readonly string[] | undefined => {
  const found = where.filter((condition) => condition.key === key && !condition.negated)
  return found.length === 0 ? undefined : found.map(({ values }) => values).reduce(common)
}

const common = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((value) => other.includes(value))

/** The parts of all sign-ins that hold those a claim is about; self-service is played only where it is asked for. */
function filtersFor(where: readonly Condition[], { at, signals, network }: Surroundings): readonly RequestFilter[] {
  const users = valuesOf(where, 'user')
  const networks = valuesOf(where, 'network')
  const place = valuesOf(where, 'place')
  const purposes = valuesOf(where, 'purpose')
  const applications = valuesOf(where, 'application')
  const from = networks ?? (place === undefined && network !== undefined ? [network] : undefined)
  const base: RequestFilter = { at, signals }
  // The values of a key are those of its closed list.
  const wanted = purposes as readonly Purpose[] | undefined
  return product(base, [
    (users ?? [undefined]).map((user) => (user === undefined ? {} : { user })),
    (from ?? [undefined]).map((one) => (one === undefined ? {} : { network: one })),
    (wanted ?? [undefined]).map((purpose) => (purpose === undefined ? {} : { purpose })),
    (applications ?? [undefined]).map((one) =>
      one === undefined ? {} : { application: one, purpose: 'get-token' as const },
    ),
  ])
}

function product(base: RequestFilter, parts: readonly (readonly RequestFilter[])[]): readonly RequestFilter[] {
  return parts.reduce<readonly RequestFilter[]>(
    (made, part) => made.flatMap((one) => part.map((other) => ({ ...one, ...other }))),
    [base],
  )
}

const devicesOf = (where: readonly Condition[]): readonly DeviceState[] =>
  where
    .filter(({ key, negated }) => key === 'device' && !negated)
    .flatMap(({ values }) => values.flatMap((id) => deviceState(id) ?? []))

/**
 * The sign-ins that a request stands for under a claim about devices: a device of which the file says nothing may be in
 * any state that is asked for, so that the sign-in is played with each.
 */
export function supposed(
  tenant: Tenant,
  request: ClientRequest,
  states: readonly DeviceState[],
): readonly ClientRequest[] {
  if (states.length === 0) return [request]
  const device = deviceOf(tenant.clients.get(request.client), request)
  if (device === undefined) return [request]
  const made = states.flatMap((state): readonly ClientRequest[] => {
    const holds = state.holds(device)
    if (holds !== 'open') return holds === 'yes' ? [request] : []
    return state.signals
      .filter((signals) => agrees(request.signals.deviceInfo, signals))
      .map((signals) => withDevice(request, signals))
  })
  return [...new Set(made)]
}

const agrees = (given: DeviceSignals | undefined, supposedly: DeviceSignals): boolean =>
  Object.entries(supposedly).every(([name, value]) => given?.[name] === undefined || given[name] === value)

const withDevice = (request: ClientRequest, device: DeviceSignals): ClientRequest => ({
  ...request,
  signals: { ...request.signals, deviceInfo: { ...device, ...request.signals.deviceInfo } },
})

/** The device states that conditions ask for, to be supposed where nothing is known of a device. */
export const statesAskedFor = devicesOf

/** Every sign-in that a claim could be about. */
export function* plannedFor(
  tenant: Tenant,
  where: readonly Condition[],
  surroundings: Surroundings,
): Generator<ClientRequest> {
  const states = devicesOf(where)
  for (const filter of filtersFor(where, surroundings))
    for (const request of planRequests(tenant, filter)) yield* supposed(tenant, request, states)
}
