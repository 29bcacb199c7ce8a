import { defineRule } from '../rule.ts'

export const aPlatformThatNoDeviceControlSupportsIsTurnedAway = defineRule({
  id: 'POL-10',
  question: 'policy-block',
  statement: 'If a device state is required, a platform that cannot report one gets no token.',
  citation: { source: 'ca-grant' },
  basis: 'inferred',
  owner: 'device',
  because: ['policyDecision'],
  error: 'AADSTS50005',
  answer: ({ policyDecision }) => (policyDecision === 'platform-unsupported' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a platform that is not recognized',
      given: { policyDecision: 'platform-unsupported' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a strength that no method of the user meets',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'does-not-apply',
    },
  ],
})
