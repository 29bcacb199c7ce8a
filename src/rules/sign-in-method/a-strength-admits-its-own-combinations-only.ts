import { defineRule } from '../rule.ts'

export const aStrengthAdmitsItsOwnCombinationsOnly = defineRule({
  id: 'MTH-7',
  question: 'sign-in-method',
  statement: 'An authentication strength is satisfied only by the combinations it lists.',
  citation: { source: 'entra-authentication-strengths', section: 'Conditional Access authentication strength' },
  basis: 'documented',
  owner: 'policy',
  because: ['methodEnough'],
  answer: ({ methodEnough }) => (methodEnough === 'outside-strength' ? 'not-enough' : undefined),
  examples: [
    {
      name: 'a passkey of a strength for certificates, which MTH-15 would answer as well',
      given: { methodKind: 'passkey', methodEnough: 'outside-strength' },
      expect: 'not-enough',
    },
    {
      name: 'password and Authenticator under a phishing-resistant strength',
      given: { methodEnough: 'outside-strength' },
      expect: 'not-enough',
    },
    { name: 'a passkey under it', given: {}, expect: 'does-not-apply' },
  ],
})
