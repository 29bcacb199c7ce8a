import { methodsGivenByOutsiders } from '../catalog/methods-of-outsiders.ts'
import { inboundTrustOf } from '../tenant/cross-tenant-access.ts'
import type { Tenant, User } from '../tenant/tenant.ts'

type Outsider = Partial<Pick<User, 'accountHome' | 'homeTenant'>>

/** Whether MFA of the user's home tenant does not count, so that it has to be done here. */
export const isUntrustedOutsider = (tenant: Tenant, { accountHome, homeTenant }: Outsider): boolean =>
  accountHome === 'entra-tenant' && inboundTrustOf(tenant.crossTenantAccess, homeTenant)?.isMfaAccepted === false

/** Whether MFA of the user's home tenant counts. */
export const isTrustedOutsider = (tenant: Tenant, { accountHome, homeTenant }: Outsider): boolean =>
  (accountHome === 'entra-tenant' || accountHome === 'direct-connect') &&
  inboundTrustOf(tenant.crossTenantAccess, homeTenant)?.isMfaAccepted === true

/** Whether MFA of the user's home tenant counts, or may count where nobody knows which tenant that is. */
export const mayBeTrusted = (tenant: Tenant, { accountHome, homeTenant }: Outsider): boolean =>
  accountHome === 'entra-tenant' && inboundTrustOf(tenant.crossTenantAccess, homeTenant)?.isMfaAccepted !== false

/** Of methods, those that a person of another tenant can give in this one. */
export const givenHere = (methods: readonly string[] | undefined): readonly string[] | undefined =>
  methods?.filter((method) => methodsGivenByOutsiders.has(method.toLowerCase()))

/** Of methods used, those that count in this tenant: what an outsider used at home counts where the home tenant is trusted. */
export function countedHere(
  tenant: Tenant,
  user: Outsider,
  methods: readonly string[] | undefined,
): readonly string[] | undefined {
  const { accountHome = 'here' } = user
  if (accountHome === 'here' || isTrustedOutsider(tenant, user)) return methods
  // A user of direct connect has no account here that could give anything.
  return accountHome === 'direct-connect' ? methods && [] : givenHere(methods)
}
