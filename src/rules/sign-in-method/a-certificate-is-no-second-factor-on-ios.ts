import { defineRule } from '../rule.ts'

export const aCertificateIsNoSecondFactorOnIos = defineRule({
  id: 'MTH-12',
  question: 'sign-in-method',
  statement: 'A certificate after a password, as the second factor, is blocked on iOS.',
  citation: {
    source: 'entra-certificate-authentication',
    section: 'MFA with single-factor certificate-based authentication',
  },
  basis: 'documented',
  owner: 'device',
  because: ['methodPlace'],
  answer: ({ methodPlace }) => (methodPlace === 'no-certificate-here' ? 'not-here' : undefined),
  examples: [
    {
      name: 'password and certificate on an iPhone',
      given: { methodPlace: 'no-certificate-here' },
      expect: 'not-here',
    },
    {
      name: 'the same under a strength that does not list it',
      given: { methodPlace: 'no-certificate-here', methodEnough: 'single-factor' },
      expect: 'not-here',
    },
    { name: 'password and certificate on a laptop', given: {}, expect: 'does-not-apply' },
  ],
})
