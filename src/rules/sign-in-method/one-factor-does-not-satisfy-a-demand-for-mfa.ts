import { defineRule } from '../rule.ts'

export const oneFactorDoesNotSatisfyADemandForMfa = defineRule({
  id: 'MTH-6',
  question: 'sign-in-method',
  statement: 'If MFA is required, a combination that the MFA strength does not list is not sufficient.',
  citation: { source: 'entra-authentication-strengths', section: 'Built-in authentication strengths' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodEnough'],
  answer: ({ methodEnough }) => (methodEnough === 'single-factor' ? 'not-enough' : undefined),
  examples: [
    { name: 'the password where MFA is required', given: { methodEnough: 'single-factor' }, expect: 'not-enough' },
    { name: 'password and Authenticator', given: {}, expect: 'does-not-apply' },
  ],
})
