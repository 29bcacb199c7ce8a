import type { Tenant } from '../../tenant/tenant.ts'

/** Whether a method is in a list of the file, which may be written in other letters. */
export const includesMethod = (list: readonly string[] | undefined, method: string): boolean =>
  list?.some((one) => one.toLowerCase() === method.toLowerCase()) === true

/** Whether the tenant lets people use a method; the policy does not cover the password and the identity provider. */
export function isAllowed(
  method: string,
  { multifactorAuthentication }: Pick<Tenant, 'multifactorAuthentication'>,
): boolean {
  const { availableMethods } = multifactorAuthentication
  if (availableMethods === undefined || method === 'password' || method.startsWith('federated')) return true
  return includesMethod(availableMethods, method)
}
