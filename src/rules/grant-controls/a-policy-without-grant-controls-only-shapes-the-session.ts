import { defineRule } from '../rule.ts'

export const aPolicyWithoutGrantControlsOnlyShapesTheSession = defineRule({
  id: 'CA-5',
  question: 'grant-controls',
  statement: 'A policy with only session controls requires nothing at sign-in.',
  citation: { source: 'ca-policies' },
  basis: 'documented',
  because: [],
  answer: () => 'session-only',
  examples: [
    { name: 'a sign-in frequency', given: { policyGrant: 'session-only' }, expect: 'session-only' },
    {
      name: 'the same for a legacy client',
      given: { policyGrant: 'session-only', flowClass: 'legacy' },
      expect: 'session-only',
    },
  ],
})
