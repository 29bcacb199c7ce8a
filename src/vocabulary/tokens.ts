/** What can answer for a user without anything being typed. */
export const answeringTokens = ['primary-refresh-token', 'kerberos-ticket', 'cached-token', 'stored-secret'] as const

/** The token, ticket or stored secret that answered. */
export type AnsweredBy = (typeof answeringTokens)[number]

/** What a user presents to a device, in the terms of Graph's `authenticationMethodModes`; `localAccount` is one of the device, such as that of a kiosk. */
export const unlockMethods = [
  'password',
  'windowsHelloForBusiness',
  'fido2',
  'x509CertificateMultiFactor',
  'x509CertificateSingleFactor',
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'microsoftAuthenticatorPush',
  'federatedSingleFactor',
  'localAccount',
] as const

/** A method that can open a device. */
export type UnlockMethod = (typeof unlockMethods)[number]

/** How Windows Hello for Business proves itself to Active Directory. */
export const helloTrusts = ['cloud-kerberos', 'key', 'certificate'] as const

/** A trust type of Windows Hello for Business. */
export type HelloTrust = (typeof helloTrusts)[number]

/** What a sign-in to a device leaves behind. */
export interface Yield {
  /** `first-factor`: without a claim of MFA. */
  readonly primaryRefreshToken: 'none' | 'first-factor' | 'multifactor'
  /** `on-use`: got when a resource of the domain is used, with a domain controller in reach. */
  readonly kerberosTicket: 'none' | 'at-sign-in' | 'on-use'
}
