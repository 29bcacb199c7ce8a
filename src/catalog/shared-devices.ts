import type { GrantControl } from '../vocabulary/policies.ts'
import type { Row } from './row.ts'

/** Shared devices of Teams, as the vendor's table of supported policies distinguishes them. */
export type SharedDevice = 'room' | 'phone'

/** What a policy can require of a shared device of Teams. */
export interface SharedDeviceRow extends Row {
  readonly id: SharedDevice
  readonly name: string
  /** Controls that the device cannot meet, in Graph's words; a strength, and token protection, too. */
  readonly unsupported: readonly (GrantControl | 'strength' | 'boundToken')[]
}

const citation = { source: 'teams-supported-policies', section: 'Supported Conditional Access policies' } as const

const ofAll = [
  'strength',
  'domainJoinedDevice',
  'approvedApplication',
  'compliantApplication',
  'passwordChange',
  'boundToken',
] as const

/** Every kind of shared device, by id. */
export const sharedDevices: readonly SharedDeviceRow[] = [
  { id: 'room', name: 'Teams Rooms and panels', unsupported: ['mfa', ...ofAll], citation },
  { id: 'phone', name: 'Teams phones and displays', unsupported: ofAll, citation },
]

const unsupported: ReadonlyMap<SharedDevice, ReadonlySet<string>> = new Map(
  sharedDevices.map((row) => [row.id, new Set<string>(row.unsupported)]),
)

/** Whether a shared device cannot meet a control. */
export function isUnsupported(device: SharedDevice | undefined, control: string): boolean {
  return device !== undefined && unsupported.get(device)?.has(control) === true
}
