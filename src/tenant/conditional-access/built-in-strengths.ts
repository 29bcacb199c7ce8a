import type { AuthenticationStrength } from './model.ts'

const passwordless = ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor', 'deviceBasedPush']
const somethingYouHave = ['microsoftAuthenticatorPush', 'softwareOath', 'hardwareOath', 'sms', 'voice']

/** The strength that the plain control `mfa` asks for. */
export const multifactorStrengthId = '00000000-0000-0000-0000-000000000002'

const builtIn = (id: string, name: string, allowedCombinations: readonly string[]): AuthenticationStrength => ({
  id,
  name,
  builtIn: true,
  allowedCombinations,
  narrowed: new Set(),
})

/** The strengths that every tenant has. */
export const builtInStrengths: readonly AuthenticationStrength[] = [
  builtIn(multifactorStrengthId, 'Multifactor authentication', [
    ...passwordless,
    'temporaryAccessPassOneTime',
    'temporaryAccessPassMultiUse',
    ...somethingYouHave.map((method) => `password,${method}`),
    'password,x509CertificateSingleFactor',
    'password,x509CertificateMultiFactor',
    'federatedMultiFactor',
    ...somethingYouHave.map((method) => `${method},federatedSingleFactor`),
  ]),
  builtIn('00000000-0000-0000-0000-000000000003', 'Passwordless MFA', passwordless),
  builtIn('00000000-0000-0000-0000-000000000004', 'Phishing-resistant MFA', [
    'windowsHelloForBusiness',
    'fido2',
    'x509CertificateMultiFactor',
  ]),
]

/** Methods of which combinations are made, in Graph's words. */
export const authenticationMethods = [
  'password',
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
