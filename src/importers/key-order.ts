import type { TenantFile } from '../tenant/tenant-file.ts'

/** The order in which a user reads a tenant: the organization, sign-in methods, policies, users. */
const keyOrder: readonly string[] = [
  'name',
  'asOf',
  'description',
  'cloud',
  'createdDateTime',
  'licences',
  'domains',
  'identityProviders',
  'crossTenantAccess',
  'homeRealmDiscoveryPolicies',
  'directorySync',
  'authorizationPolicy',
  'securityDefaults',
  'exportsDisagree',
  'exportsDisagreeOn',
  'multifactorAuthentication',
  'authenticationMethodsPolicy',
  'conditionalAccess',
  'workloads',
  'autodiscover',
  'applications',
  'clients',
  'rollouts',
  'groups',
  'users',
  'devices',
  'networks',
  'day',
  'events',
] satisfies readonly (keyof TenantFile)[]

/** A tenant file with its keys in the order in which people read them. */
export function inOrderOfKeys(file: TenantFile): TenantFile {
  const place = (key: string): number => keyOrder.indexOf(key)
  const entries = Object.entries(file).sort(([one], [other]) => place(one) - place(other))
  // The same entries in another order.
  return Object.fromEntries(entries) as TenantFile
}
