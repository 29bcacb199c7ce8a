import type { Tenant, User } from '../../tenant/tenant.ts'
import type { FactValue } from '../../vocabulary/facts.ts'

/** Whether tickets of Microsoft Entra Kerberos are for the account: not for privileged ones, unless an administrator changed the policy. */
export function ticketReplication(
  { entraKerberosForPrivileged }: Pick<Tenant, 'entraKerberosForPrivileged'>,
  { privilegedInActiveDirectory, synced }: Pick<User, 'privilegedInActiveDirectory' | 'synced'>,
): FactValue<'ticketReplication'> {
  const denied = synced && privilegedInActiveDirectory === true && entraKerberosForPrivileged !== true
  return denied ? 'denied' : 'allowed'
}
