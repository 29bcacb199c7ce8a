import type { Row } from './row.ts'

/** A built-in authentication strength: the combinations of methods that satisfy it. */
export interface Strength extends Row {
  readonly name: string
  readonly displayName: string
  readonly requirementsSatisfied: 'mfa'
  /** Combinations in Graph's terms, the methods of one joined by commas. */
  readonly combinations: readonly string[]
}

const phishingResistant = ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'] as const
const passwordless = [...phishingResistant, 'deviceBasedPush'] as const
const multifactor = [
  ...passwordless,
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'password,microsoftAuthenticatorPush',
  'password,softwareOath',
  'password,hardwareOath',
  'password,x509CertificateSingleFactor',
  'password,x509CertificateMultiFactor',
  'password,sms',
  'password,voice',
  'federatedMultiFactor',
  'microsoftAuthenticatorPush,federatedSingleFactor',
  'softwareOath,federatedSingleFactor',
  'hardwareOath,federatedSingleFactor',
  'sms,federatedSingleFactor',
  'voice,federatedSingleFactor',
] as const

/**
 * A second factor at another provider: it satisfies policies that require MFA, and no strength lists it.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-external-method-manage
 */
export const externalCombination = 'password,externalAuthenticationMethod'

/** The built-in strengths, weakest first. */
export const strengths: readonly Strength[] = [
  {
    id: '00000000-0000-0000-0000-000000000002',
    name: 'mfa',
    displayName: 'Multifactor authentication',
    requirementsSatisfied: 'mfa',
    combinations: multifactor,
    citation: { source: 'graph-evaluate', section: 'Example 2' },
  },
  {
    id: '00000000-0000-0000-0000-000000000003',
    name: 'passwordless',
    displayName: 'Passwordless MFA',
    requirementsSatisfied: 'mfa',
    combinations: passwordless,
    citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  },
  {
    id: '00000000-0000-0000-0000-000000000004',
    name: 'phishing-resistant',
    displayName: 'Phishing-resistant MFA',
    requirementsSatisfied: 'mfa',
    combinations: phishingResistant,
    citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  },
]

/** Methods that a user without any is led to register at a sign-in which demands them. */
export const registeredAtSignIn: readonly string[] = ['microsoftAuthenticatorPush', 'softwareOath', 'sms', 'voice']

/** The same combination regardless of the order of its methods, of their letters and of the spaces between them. */
export const canonicalCombination = (combination: string): string =>
  combination
    .split(',')
    .map((method) => method.trim().toLowerCase())
    .sort()
    .join(',')
