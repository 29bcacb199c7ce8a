import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest, DeviceSignals, Instant, Purpose, Signals } from '../../vocabulary/requests.ts'
import type { Condition } from './claim.ts'
import { type DeviceState, deviceOf, deviceState } from './device-states.ts'
import type { ClaimKey } from './keys.ts'

/** Conditions shared by all sign-ins of a claim. */
export interface Surroundings {
  readonly at: Instant
  readonly signals: Signals
  /** The network that they come from, unless the claim names another. */
  readonly network?: string
}

const valuesOf = (where: readonly Condition[], key: ClaimKey): readonly string[] | undefined => {
  const found = where.filter((condition) => condition.key === key && !condition.negated)
  return found.length === 0 ? undefined : found.map(({ values }) => values).reduce(common)
}

const common = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((value) => other.includes(value))

/** The filters that together cover the sign-ins of a claim; self-service is included only if the claim names it. */
function filtersFor(where: readonly Condition[], { at, signals, network }: Surroundings): readonly RequestFilter[] {
  const users = valuesOf(where, 'user')
  const networks = valuesOf(where, 'network')
  const place = valuesOf(where, 'place')
  const purposes = valuesOf(where, 'purpose')
  const applications = valuesOf(where, 'application')
  const from = networks ?? (place === undefined && network !== undefined ? [network] : undefined)
  const base: RequestFilter = { at, signals }
  // The values of the key come from its closed list.
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
 * The sign-ins that a request represents in a claim about devices: a device that the file does not describe may be in
 * any of the requested states, so the sign-in is played in each.
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

/** The device states that conditions name, assumed in turn if the device is unknown. */
export const statesAskedFor = devicesOf

/** Every sign-in that a claim can cover. */
export function* plannedFor(
  tenant: Tenant,
  where: readonly Condition[],
  surroundings: Surroundings,
): Generator<ClientRequest> {
  const states = devicesOf(where)
  for (const filter of filtersFor(where, surroundings))
    for (const request of planRequests(tenant, filter)) yield* supposed(tenant, request, states)
}
