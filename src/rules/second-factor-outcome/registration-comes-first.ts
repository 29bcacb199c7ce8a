import { defineRule } from '../rule.ts'

export const registrationComesFirst = defineRule({
  id: 'SFO-4',
  question: 'second-factor-outcome',
  statement: 'A user without a method is asked to register one before signing in.',
  citation: { source: 'entra-combined-registration' },
  basis: 'documented',
  because: ['secondFactor'],
  answer: ({ secondFactor }) => (secondFactor === 'registration-required' ? 'registration-required' : undefined),
  examples: [
    {
      name: 'nothing registered',
      given: { secondFactor: 'registration-required', credential: 'interactive' },
      expect: 'registration-required',
    },
    { name: 'registered', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'does-not-apply' },
    {
      name: 'nothing registered, which SFO-5 would answer as well',
      given: { secondFactor: 'registration-required', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'registration-required',
    },
  ],
})
