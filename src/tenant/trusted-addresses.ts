import { cacheByObject } from '../memory/cache-by-object.ts'
import { type Cidr, cidrContains, parseCidr } from '../source/text/parse-cidr.ts'
import type { Network, Tenant } from './tenant.ts'

// Invariant: a list of ranges does not change.
const parsed = cacheByObject<readonly string[], readonly Cidr[]>('parsed ranges', 'ranges')

const ranges = (texts: readonly string[]): readonly Cidr[] =>
  parsed(texts, () => texts.map(parseCidr).filter((cidr) => cidr !== undefined))

/** Whether a text is an address inside one of the ranges. */
export function addressWithin(texts: readonly string[], address: string): boolean {
  const one = parseCidr(address)
  return one !== undefined && ranges(texts).some((range) => cidrContains(range, one))
}

/**
 * Whether sign-ins of this network leave from an address that per-user MFA trusts. A network without ranges is outside;
 * one of which only a part is trusted leaves it open, so the answer is undefined.
 */
export function leavesFromTrustedAddress(tenant: Tenant, network: Network, address?: string): boolean | undefined {
  const { trustedIps } = tenant.multifactorAuthentication
  if (trustedIps.length === 0) return false
  if (address !== undefined) return addressWithin(trustedIps, address)
  if (network.ranges.length === 0) return false
  const own = ranges(network.ranges)
  const trusted = ranges(trustedIps)
  if (own.every((range) => trusted.some((wide) => cidrContains(wide, range)))) return true
  const touches = own.some((range) => trusted.some((one) => cidrContains(one, range) || cidrContains(range, one)))
  return touches ? undefined : false
}
