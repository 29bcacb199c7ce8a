import { defineRule } from '../rule.ts'

export const theBindingOfACertificateSaysWhatASmartCardProves = defineRule({
  id: 'PRT-7',
  question: 'device-token',
  statement: 'The token from a smart card sign-in has an MFA claim if the certificate is configured as multifactor.',
  citation: { source: 'entra-smart-card-sign-in', section: 'User experience' },
  basis: 'documented',
  because: ['unlockMethod'],
  answer: ({ unlockMethod }) => (unlockMethod === 'x509CertificateMultiFactor' ? 'multifactor' : undefined),
  examples: [
    {
      name: 'a multifactor certificate',
      given: { unlockMethod: 'x509CertificateMultiFactor' },
      expect: 'multifactor',
    },
    {
      name: 'a single-factor certificate',
      given: { unlockMethod: 'x509CertificateSingleFactor' },
      expect: 'does-not-apply',
    },
  ],
})
