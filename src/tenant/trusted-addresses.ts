import { cacheByObject } from '../memory/cache-by-object.ts'
import { type Cidr, cidrContains, parseCidr } from '../source/text/parse-cidr.ts'
import type { Network, Tenant } from './tenant.ts'

// Invariant: a list of ranges does not change.
const parsed = cacheByObject<readonly string[], readonly Cidr[]>('parsed ranges', 'ranges')

const ranges = (texts: readonly string[]): readonly Cidr[] =>
  parsed(texts, () => texts.map(parseCidr).filter((cidr) => cidr !== undefined))

/** Whether each of these texts is an address or a range in CIDR notation. */
export const areRanges = (texts: readonly string[]): boolean => ranges(texts).length === texts.length

/** Whether a text is an address inside one of the ranges. */
export function addressWithin(texts: readonly string[], address: string): boolean {
  const one = parseCidr(address)
  return one !== undefined && ranges(texts).some((range) => cidrContains(range, one))
}

/**
 * Whether sign-ins of this network leave from an address that per-user MFA trusts. A network without ranges is assumed
 * to be outside, unless it is the corporate one; that, and one of which only a part is trusted, leave it open: undefined.
 */
export function leavesFromTrustedAddress(tenant: Tenant, network: Network, address?: string): boolean | undefined {
  const { trustedIps } = tenant.multifactorAuthentication
  if (trustedIps.length === 0) return false
  if (address !== undefined) return addressWithin(trustedIps, address)
  if (network.ranges.length === 0) return network.inside ? undefined : false
  return rangesWithin(trustedIps, network.ranges)
}

/** Whether all of these ranges are inside those ones; undefined if only a part is. */
export function rangesWithin(wider: readonly string[], texts: readonly string[]): boolean | undefined {
  const own = ranges(texts)
  const wide = ranges(wider)
  if (own.every((range) => wide.some((one) => cidrContains(one, range)))) return true
  const touches = own.some((range) => wide.some((one) => cidrContains(one, range) || cidrContains(range, one)))
  return touches ? undefined : false
}
