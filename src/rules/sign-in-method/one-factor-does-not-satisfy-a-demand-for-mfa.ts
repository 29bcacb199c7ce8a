import { defineRule } from '../rule.ts'

export const oneFactorDoesNotSatisfyADemandForMfa = defineRule({
  id: 'MTH-6',
  question: 'sign-in-method',
  statement: 'Where MFA is demanded, a combination that the strength for MFA does not list is not enough.',
  citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  basis: 'documented',
  because: ['methodEnough'],
  answer: ({ methodEnough }) => (methodEnough === 'single-factor' ? 'not-enough' : undefined),
  examples: [
    { name: 'the password where MFA is demanded', given: { methodEnough: 'single-factor' }, expect: 'not-enough' },
    { name: 'password and Authenticator', given: {}, expect: 'does-not-apply' },
  ],
})
