/** Methods that a person can have registered beside a password, in the words of Graph's `authenticationMethodModes`. */
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
] as const

/** Every method of which combinations are made, the password included. */
export const authenticationMethods = ['password', ...registrableMethods] as const
