import { defineRule } from '../rule.ts'

export const aPasswordGivesATokenWithoutMfa = defineRule({
  id: 'PRT-9',
  question: 'device-token',
  statement:
    'The token from a sign-in with a password or a single-factor certificate has no MFA claim until the user provides a second factor to an application.',
  citation: { source: 'entra-primary-refresh-token', section: 'When does a PRT get an MFA claim?' },
  basis: 'inferred',
  because: [],
  answer: () => 'first-factor',
  examples: [
    { name: 'a password', given: {}, expect: 'first-factor' },
    {
      name: 'a single-factor certificate',
      given: { unlockMethod: 'x509CertificateSingleFactor' },
      expect: 'first-factor',
    },
  ],
})
