import { defineRule } from '../rule.ts'

export const aDemandedSecondFactorIsAsked = defineRule({
  id: 'SFO-7',
  question: 'second-factor-outcome',
  statement: 'A required second factor is requested during the interactive sign-in.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: [],
  answer: () => 'asked',
  examples: [
    { name: 'a modern client', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'asked' },
    {
      name: 'a browser of an enforced user',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'no' },
      expect: 'asked',
    },
  ],
})
