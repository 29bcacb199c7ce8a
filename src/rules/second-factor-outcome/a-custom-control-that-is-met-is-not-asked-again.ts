import { defineRule } from '../rule.ts'

export const aCustomControlThatIsMetIsNotAskedAgain = defineRule({
  id: 'SFO-8',
  question: 'second-factor-outcome',
  statement: 'A custom control that the sign-in has already met does not send the user to its provider again.',
  citation: { source: 'ca-custom-controls' },
  basis: 'documented',
  because: ['secondFactor', 'policyDemandsMfa'],
  answer: ({ secondFactor, policyDemandsMfa }) =>
    secondFactor === 'required-elsewhere' && policyDemandsMfa === 'met-elsewhere' ? 'already-satisfied' : undefined,
  examples: [
    {
      name: 'met before',
      given: { secondFactor: 'required-elsewhere', policyDemandsMfa: 'met-elsewhere', credential: 'interactive' },
      expect: 'already-satisfied',
    },
    {
      name: 'still to be met',
      given: { secondFactor: 'required-elsewhere', policyDemandsMfa: 'elsewhere', credential: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA that is also required',
      given: { secondFactor: 'required', policyDemandsMfa: 'met-elsewhere', credential: 'interactive' },
      expect: 'does-not-apply',
    },
  ],
})
