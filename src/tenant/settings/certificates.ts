import { certificateMode } from '../graph/documented.ts'
import { asReturned } from '../schema/as-returned.ts'
import { type JsonSchema, list, object, oneOf, text } from '../schema/parts.ts'

const certificateModes = ['x509CertificateSingleFactor', 'x509CertificateMultiFactor'] as const

/** How many factors a certificate is. */
export type CertificateMode = (typeof certificateModes)[number]

/** How many factors a certificate is: by default, and by rules over its issuer and its policies. */
export interface CertificateModeFile {
  readonly x509CertificateAuthenticationDefaultMode?: CertificateMode
  readonly rules?: readonly { readonly x509CertificateAuthenticationMode?: CertificateMode }[]
}

const certificateModeWord = (title: string, about: string): JsonSchema => oneOf(title, about, certificateModes)

const certificateRule = asReturned(
  object('a rule for certificates', 'How many factors the certificates of an issuer or a policy are.', {
    x509CertificateRuleType: oneOf('rule type', 'What the rule looks at.', [
      'issuerSubject',
      'policyOID',
      'issuerSubjectAndPolicyOID',
    ]),
    identifier: text('identifier', 'The issuer or the policy.'),
    issuerSubjectIdentifier: text('issuer', 'The issuer.'),
    policyOidIdentifier: text('policy identifier', 'The policy of the certificate.'),
    x509CertificateAuthenticationMode: certificateModeWord('mode', 'How many factors such a certificate is.'),
  }),
  { ...certificateMode, withoutEffect: ['x509CertificateRequiredAffinityLevel'] },
)

/** The mode of certificates. */
export const certificates = asReturned(
  object('the mode of certificates', 'How many factors a certificate is.', {
    x509CertificateAuthenticationDefaultMode: certificateModeWord(
      'default mode',
      'What a certificate is without a rule.',
    ),
    rules: list('rules', 'Rules for the certificates of an issuer or a policy.', certificateRule),
  }),
  certificateMode,
)
