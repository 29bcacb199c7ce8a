import { type Cidr, cidrContains, parseCidr } from '../source/text/parse-cidr.ts'
import type { Network, Tenant } from './tenant.ts'

const parsed = new WeakMap<readonly string[], readonly Cidr[]>()

function ranges(texts: readonly string[]): readonly Cidr[] {
  const known = parsed.get(texts)
  if (known !== undefined) return known
  const made = texts.map(parseCidr).filter((cidr) => cidr !== undefined)
  parsed.set(texts, made)
  return made
}

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
