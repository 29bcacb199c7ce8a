import { defineRule } from '../rule.ts'

export const aDeviceThatIsNotHybridJoinedIsTurnedAway = defineRule({
  id: 'POL-8',
  question: 'policy-block',
  statement:
    'If a hybrid joined device is required, a device known to be joined differently or not at all gets no token.',
  citation: { source: 'ca-troubleshoot' },
  basis: 'documented',
  owner: 'device',
  because: ['policyDecision'],
  error: 'AADSTS53001',
  answer: ({ policyDecision }) => (policyDecision === 'device-not-joined' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a laptop that is only registered',
      given: { policyDecision: 'device-not-joined' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a strength that no method of the user meets',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'does-not-apply',
    },
  ],
})
