import { defineRule } from '../rule.ts'

export const aDeviceThatIsNotCompliantIsTurnedAway = defineRule({
  id: 'POL-7',
  question: 'policy-block',
  statement: 'If a compliant device is required, a device known not to be compliant gets no token.',
  citation: { source: 'ca-troubleshoot' },
  basis: 'documented',
  owner: 'device',
  because: ['policyDecision'],
  error: 'AADSTS53000',
  answer: ({ policyDecision }) => (policyDecision === 'device-not-compliant' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a private laptop without a compliance policy',
      given: { policyDecision: 'device-not-compliant' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a strength that no method of the user meets',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'does-not-apply',
    },
  ],
})
