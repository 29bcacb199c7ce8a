import { defineRule } from '../rule.ts'

export const theBindingOfACertificateSaysWhatASmartCardProves = defineRule({
  id: 'PRT-7',
  question: 'device-token',
  statement:
    'The token of a sign-in with a smart card has a claim of MFA where the certificate is bound as one of two factors.',
  citation: { source: 'entra-smart-card-sign-in', section: 'User experience' },
  basis: 'documented',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'x509CertificateMultiFactor' ? 'multifactor' : undefined),
  examples: [
    {
      name: 'a certificate of two factors',
      given: { unlockMethod: 'x509CertificateMultiFactor' },
      expect: 'multifactor',
    },
    {
      name: 'a certificate of one factor',
      given: { unlockMethod: 'x509CertificateSingleFactor' },
      expect: 'does-not-apply',
    },
  ],
})
