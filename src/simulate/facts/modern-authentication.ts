import type { Workload } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'

/** Modern authentication of a service, as far as its settings say. */
export function modernAuthentication(
  hosting: 'online' | 'on-premises',
  service: string,
  workload: Workload | undefined,
): Known<'modernAuthentication'> {
  if (workload?.modernAuthentication !== undefined) return workload.modernAuthentication
  if (hosting === 'on-premises') return workload === undefined ? 'off' : missing
  const switchable = service === 'exchange-online' || service === 'skype-for-business-online'
  return switchable ? missing : 'on'
}

/** Outlook on the web has a separate step: tokens are taken only where both switches are on. */
export function webModern(
  { modernAuthentication: server = missing }: LegFacts,
  workload: Workload | undefined,
): Known<'modernAuthentication'> {
  return workload?.settings['owaModernAuthentication'] === true ? server : 'off'
}

/** A server that has modern authentication has an authority: which one it is has to be stated. */
export function modernAuthority(
  hosting: 'online' | 'on-premises',
  modern: Known<'modernAuthentication'>,
  workload: Workload | undefined,
): Known<'modernAuthority'> {
  const stated = workload?.modernAuthority
  if (hosting === 'online') return stated ?? 'entra-id'
  if (modern === 'off') return stated ?? 'none'
  return stated === undefined || stated === 'none' ? missing : stated
}
