import { defineRule } from '../rule.ts'

export const theVendorMayAsk = defineRule({
  id: 'SFO-6',
  question: 'second-factor-outcome',
  statement: 'Where Microsoft decides at sign-in, the second factor may be asked.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  because: ['secondFactor'],
  answer: ({ secondFactor }) => (secondFactor === 'may-be-required' ? 'may-be-asked' : undefined),
  examples: [
    {
      name: 'security defaults',
      given: { secondFactor: 'may-be-required', credential: 'interactive' },
      expect: 'may-be-asked',
    },
    {
      name: 'an enforced user',
      given: { secondFactor: 'required', credential: 'interactive' },
      expect: 'does-not-apply',
    },
  ],
})
