/** Every credential the product can name, in the order used by reports. */
export const credentials = [
  'account-password',
  'app-password',
  'interactive',
  'windows-integrated',
  'certificate',
  'app-only',
  'source-address',
  'none',
] as const

/** What is presented to get in. `interactive` is a modern sign-in, `none` no credential at all. */
export type Credential = (typeof credentials)[number]

/** The outcome of the second factor. */
export const secondFactors = [
  'asked',
  'already-satisfied',
  'not-required',
  'bypassed',
  'registration-required',
  'may-be-asked',
] as const

/** `bypassed`: demanded of the user, but not on this path. `may-be-asked`: the vendor decides at sign-in. */
export type SecondFactor = (typeof secondFactors)[number]

/** Who performs a second factor; `custom-provider` is the one of a custom control of Conditional Access, `external-provider` that of an external method. */
export const secondFactorProviders = [
  'entra-id',
  'federated-idp',
  'home-tenant',
  'custom-provider',
  'external-provider',
] as const

/** Who performs a second factor. */
export type SecondFactorBy = (typeof secondFactorProviders)[number]
