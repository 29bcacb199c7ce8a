import { defineRule } from '../rule.ts'

export const aBlockPolicyInScopeBlocks = defineRule({
  id: 'CA-1',
  question: 'grant-controls',
  statement: 'An enabled policy that applies and blocks access ends the evaluation immediately.',
  citation: { source: 'ca-policies' },
  basis: 'documented',
  because: ['policyGrant', 'policyState'],
  answer: ({ policyGrant, policyState }) =>
    policyGrant === 'block' && policyState === 'enabled' ? 'blocks' : undefined,
  examples: [
    { name: 'a block policy', given: { policyGrant: 'block' }, expect: 'blocks' },
    {
      name: 'the same in report-only mode',
      given: { policyGrant: 'block', policyState: 'report-only' },
      expect: 'does-not-apply',
    },
  ],
})
