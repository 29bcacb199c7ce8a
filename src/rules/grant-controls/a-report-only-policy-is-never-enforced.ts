import { defineRule } from '../rule.ts'

export const aReportOnlyPolicyIsNeverEnforced = defineRule({
  id: 'CA-4',
  question: 'grant-controls',
  statement: 'A report-only policy is evaluated and logged, never enforced.',
  citation: { source: 'ca-report-only' },
  basis: 'documented',
  because: ['policyState'],
  answer: ({ policyState }) => (policyState === 'report-only' ? 'reports' : undefined),
  examples: [
    {
      name: 'a block in report-only mode',
      given: { policyGrant: 'block', policyState: 'report-only' },
      expect: 'reports',
    },
    { name: 'an enabled block', given: { policyGrant: 'block' }, expect: 'does-not-apply' },
  ],
})
