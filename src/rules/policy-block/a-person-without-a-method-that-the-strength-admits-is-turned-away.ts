import { defineRule } from '../rule.ts'

export const aPersonWithoutAMethodThatTheStrengthAdmitsIsTurnedAway = defineRule({
  id: 'POL-26',
  question: 'policy-block',
  statement:
    'If an authentication strength is required, a user who has no allowed method and cannot register one at this sign-in gets no token.',
  citation: { source: 'entra-authentication-strengths' },
  basis: 'documented',
  owner: 'person',
  because: ['policyDecision'],
  error: 'AADSTS53003',
  answer: ({ policyDecision }) => (policyDecision === 'methods-not-enough' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a phone number where phishing resistance is required',
      given: { policyDecision: 'methods-not-enough' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a device code where the device state is required',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a user of a partner without such a method, which POL-12 would answer as well',
      given: {
        policyDecision: 'methods-not-enough',
        accountHome: 'direct-connect',
        inboundMfaTrust: 'no',
        policyDemandsMfa: 'yes',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
