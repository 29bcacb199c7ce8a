import { defineRule } from '../rule.ts'

export const whatNoPolicyBlocksGoesOn = defineRule({
  id: 'POL-6',
  question: 'policy-block',
  statement: 'No policy in scope blocks this sign-in.',
  citation: { source: 'ca-policies' },
  basis: 'documented',
  because: [],
  answer: () => 'passes',
  examples: [
    { name: 'nothing applies', given: { policyDecision: 'allow' }, expect: 'passes' },
    {
      name: 'MFA by policy for a modern client',
      given: { policyDecision: 'controls-required', flowClass: 'interactive' },
      expect: 'passes',
    },
  ],
})
