/** Where a guest has its account. */
export type GuestHome = 'entra-tenant' | 'microsoft-account' | 'federated' | 'one-time-passcode'

const homes: ReadonlyMap<string, GuestHome> = new Map<string, GuestHome>([
  ['externalazuread', 'entra-tenant'],
  ['externalmicrosoftentra', 'entra-tenant'],
  ['externalmicrosoftentraid', 'entra-tenant'],
  ['microsoftaccount', 'microsoft-account'],
  ['microsoftkonto', 'microsoft-account'],
  ['comptemicrosoft', 'microsoft-account'],
  ['cuentamicrosoft', 'microsoft-account'],
  ['google.com', 'federated'],
  ['facebook.com', 'federated'],
  ['mail', 'one-time-passcode'],
])

/** Whether the issuer of an identity is the tenant itself. */
export const isOwnIssuer = (issuer: string): boolean =>
  /\.(?:partner\.)?onmicrosoft\.(?:com|us|cn|de)$/i.test(issuer.trim())

/** Where an account has its home, by the issuer of its identity; undefined for an issuer that is not known. */
export function homeOfIssuer(issuer: string): GuestHome | undefined {
  // The issuer of a federated partner is its own address.
  if (/^https?:\/\/|^urn:/i.test(issuer.trim())) return 'federated'
  return homes.get(issuer.toLowerCase().replace(/[\s-]/g, ''))
}
