import { defineRule } from '../rule.ts'

export const demandedControlsBlockALegacyClient = defineRule({
  id: 'POL-5',
  question: 'policy-block',
  statement:
    'Controls required by policy block a legacy client, which cannot satisfy them; an app password does not bypass them.',
  citation: { source: 'ca-block-legacy-archive' },
  basis: 'documented',
  owner: 'client',
  because: ['policyDecision', 'flowClass'],
  error: 'AADSTS53003',
  answer: ({ policyDecision, flowClass }) =>
    policyDecision === 'controls-required' && flowClass === 'legacy' ? 'blocked' : undefined,
  examples: [
    {
      name: 'MFA by policy for an old mail client',
      given: { policyDecision: 'controls-required', flowClass: 'legacy' },
      expect: 'blocked',
    },
    {
      name: 'MFA by policy for a modern client',
      given: { policyDecision: 'controls-required', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA by policy for an old mail client, with policy decision allow',
      given: { policyDecision: 'allow', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
