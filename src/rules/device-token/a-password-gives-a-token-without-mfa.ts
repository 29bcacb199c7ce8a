import { defineRule } from '../rule.ts'

export const aPasswordGivesATokenWithoutMfa = defineRule({
  id: 'PRT-9',
  question: 'device-token',
  statement:
    'The token of a sign-in with a password, or with a certificate of one factor, has no claim of MFA until the person gives a second factor to an application.',
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'inferred',
  because: [],
  answer: () => 'first-factor',
  examples: [
    { name: 'a password', given: {}, expect: 'first-factor' },
    {
      name: 'a certificate of one factor',
      given: { unlockMethod: 'x509CertificateSingleFactor' },
      expect: 'first-factor',
    },
  ],
})
