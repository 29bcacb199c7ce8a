/** Methods that a user can have registered in addition to a password, in the terms of Graph's `authenticationMethodModes`. */
export const registrableMethods = [
  'voice',
  'hardwareOath',
  'softwareOath',
  'sms',
  'fido2',
  'windowsHelloForBusiness',
  'microsoftAuthenticatorPush',
  'deviceBasedPush',
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'email',
  'x509CertificateSingleFactor',
  'x509CertificateMultiFactor',
  'federatedSingleFactor',
  'federatedMultiFactor',
  'qrCodePin',
  'externalAuthenticationMethod',
] as const

/** Methods that satisfy a demand for MFA, alone or beside a password, and that a person has personally. */
export const methodsForMfa: readonly string[] = [
  'voice',
  'hardwareOath',
  'softwareOath',
  'sms',
  'fido2',
  'windowsHelloForBusiness',
  'microsoftAuthenticatorPush',
  'deviceBasedPush',
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'x509CertificateMultiFactor',
  'externalAuthenticationMethod',
]

/** Every method of which combinations are made, the password included. */
export const authenticationMethods = ['password', ...registrableMethods] as const

/** One authentication method, in Graph's terms. */
export type AuthenticationMethod = (typeof authenticationMethods)[number]

/**
 * The methods that one sign-in presents, in Graph's terms, joined by commas: `fido2`,
 * `password,microsoftAuthenticatorPush`.
 */
export type Presented = string

/** The combinations that Microsoft Entra ID knows, each with the words for what a user presents. */
export const combinationWords = {
  fido2: 'passkey',
  windowsHelloForBusiness: 'Windows Hello for Business',
  x509CertificateMultiFactor: 'certificate, multifactor',
  deviceBasedPush: 'phone sign-in with Authenticator',
  temporaryAccessPassOneTime: 'Temporary Access Pass, one use',
  temporaryAccessPassMultiUse: 'Temporary Access Pass, several uses',
  'password,microsoftAuthenticatorPush': 'password and Authenticator',
  'password,softwareOath': 'password and code from an app',
  'password,hardwareOath': 'password and code from a token',
  'password,x509CertificateSingleFactor': 'password and single-factor certificate',
  'password,x509CertificateMultiFactor': 'password and multifactor certificate',
  'password,sms': 'password and text message',
  'password,voice': 'password and phone call',
  'password,externalAuthenticationMethod': 'password and external method',
  federatedMultiFactor: 'identity provider, multifactor',
  'microsoftAuthenticatorPush,federatedSingleFactor': 'identity provider and Authenticator',
  'softwareOath,federatedSingleFactor': 'identity provider and code from an app',
  'hardwareOath,federatedSingleFactor': 'identity provider and code from a token',
  'sms,federatedSingleFactor': 'identity provider and text message',
  'voice,federatedSingleFactor': 'identity provider and phone call',
  x509CertificateSingleFactor: 'certificate, single factor',
  sms: 'text message',
  password: 'password',
  federatedSingleFactor: 'identity provider, single factor',
  qrCodePin: 'QR code and PIN',
} as const satisfies Readonly<Record<Presented, string>>

/** A combination of methods that Microsoft Entra ID knows. */
export type Combination = keyof typeof combinationWords

/** The combinations, strongest first. */
// The keys of the literal are exactly the union.
export const combinationNames = Object.keys(combinationWords) as readonly Combination[]

const singleWords: Readonly<Partial<Record<string, string>>> = {
  ...combinationWords,
  microsoftAuthenticatorPush: 'Authenticator',
  softwareOath: 'code from an app',
  hardwareOath: 'code from a token',
  voice: 'phone call',
  externalAuthenticationMethod: 'external method',
  email: 'mailed code',
}

/** What a sign-in presents in words; a combination that no page lists is read method by method. */
export function presentedInWords(presented: Presented): string {
  const known: string | undefined = singleWords[presented]
  if (known !== undefined) return known
  return presented
    .split(',')
    .map((method) => singleWords[method.trim()] ?? method.trim())
    .join(' and ')
}
