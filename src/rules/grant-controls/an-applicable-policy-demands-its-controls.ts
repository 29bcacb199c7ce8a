import { defineRule } from '../rule.ts'

export const anApplicablePolicyDemandsItsControls = defineRule({
  id: 'CA-3',
  question: 'grant-controls',
  statement: 'Every enabled policy that applies must be satisfied.',
  citation: { source: 'ca-policies' },
  basis: 'documented',
  because: ['policyGrant', 'policyState'],
  answer: ({ policyGrant, policyState }) =>
    policyGrant === 'controls' && policyState === 'enabled' ? 'requires' : undefined,
  examples: [
    {
      name: 'MFA required of a modern client',
      given: { policyGrant: 'controls', flowClass: 'interactive' },
      expect: 'requires',
    },
    {
      name: 'the same in report-only mode',
      given: { policyGrant: 'controls', policyState: 'report-only' },
      expect: 'does-not-apply',
    },
  ],
})
