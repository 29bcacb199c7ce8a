import { defineRule } from '../rule.ts'

export const aStrengthAdmitsItsOwnCombinationsOnly = defineRule({
  id: 'MTH-7',
  question: 'sign-in-method',
  statement: 'An authentication strength is satisfied by one of the combinations that it lists, and by no other.',
  citation: { source: 'entra-authentication-strengths', section: 'Conditional Access authentication strength' },
  basis: 'documented',
  because: ['methodEnough'],
  answer: ({ methodEnough }) => (methodEnough === 'outside-strength' ? 'not-enough' : undefined),
  examples: [
    {
      name: 'password and Authenticator under a phishing-resistant strength',
      given: { methodEnough: 'outside-strength' },
      expect: 'not-enough',
    },
    { name: 'a passkey under it', given: {}, expect: 'does-not-apply' },
  ],
})
