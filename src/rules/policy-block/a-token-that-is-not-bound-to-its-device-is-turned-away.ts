import { defineRule } from '../rule.ts'

export const aTokenThatIsNotBoundToItsDeviceIsTurnedAway = defineRule({
  id: 'POL-27',
  question: 'policy-block',
  statement:
    'If token protection is required, a native app gets no token on a device that is not registered with Microsoft Entra ID, or is registered in an unsupported way, and neither does an app that cannot ask for bound tokens.',
  citation: { source: 'ca-token-protection-windows', section: 'Sign-in logs' },
  basis: 'documented',
  owner: 'device',
  because: ['policyDecision'],
  error: 'AADSTS530084',
  answer: ({ policyDecision }) => (policyDecision === 'token-not-bound' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'Outlook on a private computer',
      given: { policyDecision: 'token-not-bound' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a device that is not compliant',
      given: { policyDecision: 'device-not-compliant' },
      expect: 'does-not-apply',
    },
  ],
})
