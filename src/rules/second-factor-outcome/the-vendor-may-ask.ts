import { defineRule } from '../rule.ts'

export const theVendorMayAsk = defineRule({
  id: 'SFO-6',
  question: 'second-factor-outcome',
  statement: 'If Microsoft decides at each sign-in whether MFA is needed, a second factor may be requested.',
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
