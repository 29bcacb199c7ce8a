import { devicePropertyOf } from '../../simulate/conditional-access/judge-device.ts'
import type { TenantClient } from '../../tenant/tenant.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { ClientRequest, DeviceSignals } from '../../vocabulary/requests.ts'
import { nothing, type Reading } from './reading.ts'
import { any, not, type Truth } from './truth.ts'

/** A state of the device that claims can name. */
export interface DeviceState {
  readonly id: string
  readonly words: readonly string[]
  readonly definition: string
  readonly citation: Citation
  readonly holds: (device: KnownDevice) => Truth
  /** The signals of such a device; several if more than one kind of device is in this state. */
  readonly signals: readonly DeviceSignals[]
}

/** What is known of a device. */
export interface KnownDevice {
  readonly compliant: Truth
  /** Lower case, as in Graph's device filters; `none` if the device is not in the directory. */
  readonly trustType: string | undefined
  /** Known not to be a member of the domain, regardless of its trust type. */
  readonly outsideDomain: boolean
}

const trust =
  (type: string) =>
  ({ trustType }: KnownDevice): Truth =>
    trustType === undefined ? 'open' : trustType === type ? 'yes' : 'no'

const hybrid = (device: KnownDevice): Truth => (device.outsideDomain ? 'no' : trust('serverad')(device))
const managed = (device: KnownDevice): Truth => any([device.compliant, hybrid(device)])

const grant: Citation = { source: 'ca-grant', section: 'Require device to be marked as compliant' }
const joined: Citation = { source: 'ca-grant', section: 'Require Microsoft Entra hybrid joined device' }
const shared: Citation = { source: 'sharepoint-unmanaged-devices', section: 'Control access from unmanaged devices' }
const withDevice = (state: string): readonly string[] => [`${state} device`, `${state} devices`, state]

/** All device states, each defined once. */
export const deviceStates: readonly DeviceState[] = [
  {
    id: 'compliant',
    words: withDevice('compliant'),
    definition: 'marked as compliant: isCompliant is true',
    citation: grant,
    holds: ({ compliant }) => compliant,
    signals: [{ isCompliant: 'True' }],
  },
  {
    id: 'non-compliant',
    words: [...withDevice('non-compliant'), ...withDevice('noncompliant')],
    definition: 'not marked as compliant: isCompliant is false',
    citation: grant,
    holds: ({ compliant }) => not(compliant),
    signals: [{ isCompliant: 'False' }],
  },
  {
    id: 'hybrid-joined',
    words: withDevice('hybrid joined'),
    definition: 'a member of the domain that Microsoft Entra ID knows: trustType is ServerAD',
    citation: joined,
    holds: hybrid,
    signals: [{ trustType: 'ServerAD' }],
  },
  {
    id: 'entra-joined',
    words: [...withDevice('Entra joined'), ...withDevice('Microsoft Entra joined')],
    definition: 'trustType is AzureAD',
    citation: { source: 'ca-conditions', section: 'Filter for devices' },
    holds: trust('azuread'),
    signals: [{ trustType: 'AzureAD' }],
  },
  {
    id: 'registered',
    words: [...withDevice('registered'), ...withDevice('Entra registered')],
    definition: 'trustType is Workplace',
    citation: { source: 'ca-conditions', section: 'Filter for devices' },
    holds: trust('workplace'),
    signals: [{ trustType: 'Workplace' }],
  },
  {
    id: 'managed',
    words: withDevice('managed'),
    definition: 'compliant or hybrid joined',
    citation: shared,
    holds: managed,
    signals: [{ isCompliant: 'True' }, { trustType: 'ServerAD' }],
  },
  {
    id: 'unmanaged',
    words: withDevice('unmanaged'),
    definition: 'neither compliant nor hybrid joined',
    citation: shared,
    holds: (device) => not(managed(device)),
    signals: ['AzureAD', 'Workplace', 'unknown'].map((trustType) => ({ isCompliant: 'False', trustType })),
  },
]

/** The state of a device by id. */
export const deviceState = (id: string): DeviceState | undefined => deviceStates.find((state) => state.id === id)

/**
 * What the file and the signals state about the device of a sign-in; undefined for a workload identity, which has none.
 */
export function deviceOf(client: TenantClient | undefined, { signals }: ClientRequest): KnownDevice | undefined {
  if (client === undefined || client.product.appOnly !== undefined) return undefined
  const { device } = client
  if (signals.deviceInfo === undefined && device?.registered === false)
    return { compliant: 'no', trustType: 'none', outsideDomain: true }
  const domain = device?.domainJoined === true && device.registered === true ? { trustType: 'ServerAD' } : {}
  const known = { ...domain, ...device?.properties, ...signals.deviceInfo }
  const compliance = devicePropertyOf(known, 'iscompliant')
  const compliant = compliance === undefined ? 'open' : compliance === 'true' ? 'yes' : 'no'
  const trustType = devicePropertyOf(known, 'trusttype')
  return { compliant, trustType, outsideDomain: trustType === undefined && device?.domainJoined === false }
}

/** The states that the device of a sign-in is in. */
export function deviceStatesOf(client: TenantClient | undefined, request: ClientRequest): Reading {
  const device = deviceOf(client, request)
  if (device === undefined) return nothing
  const states = deviceStates.map(({ id, holds }) => ({ id, truth: holds(device) }))
  const ids = (wanted: Truth): readonly string[] => states.flatMap(({ id, truth }) => (truth === wanted ? [id] : []))
  const open = ids('open')
  if (open.length === 0) return { values: ids('yes') }
  return { values: ids('yes'), maybe: { values: open, missing: ['deviceInfo.isCompliant', 'deviceInfo.trustType'] } }
}
