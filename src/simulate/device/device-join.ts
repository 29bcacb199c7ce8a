import type { Device } from '../../tenant/tenant.ts'
import { type FactValue, type Known, missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'

const byTrust: Readonly<Record<string, FactValue<'deviceJoin'>>> = {
  azuread: 'entra-joined',
  serverad: 'hybrid-joined',
  workplace: 'registered',
}

/** How a device is joined: by its trust type, otherwise as far as what is stated leaves one possibility. */
export function deviceJoinOf(device: Device | undefined, { deviceInfo }: Signals): Known<'deviceJoin'> {
  const trust = deviceInfo?.['trustType'] ?? device?.properties['trustType']
  const stated = trust === undefined ? undefined : byTrust[trust.toLowerCase()]
  if (stated !== undefined) return stated
  if (device?.domainJoined === true) {
    if (device.registered === undefined) return missing
    return device.registered ? 'hybrid-joined' : 'domain-joined'
  }
  return device?.registered === false && device.domainJoined === false ? 'none' : missing
}

/** The operating system of a device, as far as its sign-in depends on it. */
export function deviceSystemOf(platform: string | undefined): Known<'deviceSystem'> {
  switch (platform) {
    case undefined:
    case 'any':
    case 'unknown':
      return missing
    case 'windows':
    case 'macOS':
      return platform
    case 'iOS':
    case 'android':
      return 'mobile'
    default:
      return 'other'
  }
}
