import { defineRule } from '../rule.ts'

/** A second factor that the browser remembers, or that the token already carries, is not asked again. */
export const aSecondFactorPassedBeforeIsNotAskedAgain = defineRule({
  id: 'SFO-5',
  question: 'second-factor-outcome',
  statement: 'A second factor that the browser remembers, or that the token already carries, is not asked again.',
  citation: { source: 'entra-mfa-settings', section: 'remember multifactor authentication' },
  basis: 'documented',
  because: ['mfaSatisfied', 'secondFactor'],
  answer: ({ mfaSatisfied, secondFactor }) =>
    mfaSatisfied !== 'no' && secondFactor !== 'not-required' ? 'already-satisfied' : undefined,
  examples: [
    {
      name: 'a remembered browser',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'already-satisfied',
    },
    { name: 'a new browser', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'does-not-apply' },
  ],
})
