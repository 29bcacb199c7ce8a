import { defineRule } from '../rule.ts'

export const aConditionalAccessPolicyBlocksAfterTheFirstFactor = defineRule({
  id: 'POL-3',
  question: 'policy-block',
  statement: 'A Conditional Access block is enforced after the first factor has been verified.',
  citation: { source: 'ca-block-legacy' },
  basis: 'documented',
  owner: 'policy',
  because: ['policyDecision'],
  error: 'AADSTS53003',
  answer: ({ policyDecision }) => (policyDecision === 'block' ? 'blocked' : undefined),
  examples: [
    { name: 'a block', given: { policyDecision: 'block' }, expect: 'blocked' },
    {
      name: 'a block, and an action that the client cannot step up for',
      given: { policyDecision: 'block', stepUp: 'impossible' },
      expect: 'blocked',
    },
    { name: 'nothing applies', given: { policyDecision: 'allow' }, expect: 'does-not-apply' },
    {
      name: 'a block of a file share that MFA would block too, which POL-42 would answer as well',
      given: { policyDecision: 'block', policyDemandsMfa: 'yes', shareTickets: 'entra-id' },
      expect: 'blocked',
    },
  ],
})
