import { defineRule } from '../rule.ts'

export const aControlThatIsNotUnderstoodLeavesThePolicyOpen = defineRule({
  id: 'CA-6',
  question: 'grant-controls',
  statement:
    'The requirements of a policy are undetermined if one of its controls is not understood and no other control decides.',
  citation: { source: 'ca-policies' },
  basis: 'inferred',
  because: ['policyGrant', 'policyState'],
  answer: ({ policyGrant, policyState }) =>
    policyGrant === 'not-understood' && policyState === 'enabled' ? 'left-open' : undefined,
  examples: [
    {
      name: 'a session control that is not understood',
      given: { policyGrant: 'not-understood' },
      expect: 'left-open',
    },
    {
      name: 'the same for a legacy client',
      given: { policyGrant: 'not-understood', flowClass: 'legacy' },
      expect: 'left-open',
    },
    { name: 'a sign-in frequency', given: { policyGrant: 'session-only' }, expect: 'does-not-apply' },
  ],
})
