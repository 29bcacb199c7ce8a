import { defineRule } from '../rule.ts'

export const aSecondFactorPassedBeforeIsNotAskedAgain = defineRule({
  id: 'SFO-5',
  question: 'second-factor-outcome',
  statement:
    'A second factor that the browser remembers or the token already carries is not requested again, unless a policy requires more than the token carries.',
  citation: { source: 'entra-mfa-settings', section: 'remember multifactor authentication' },
  basis: 'documented',
  because: ['mfaSatisfied', 'secondFactor', 'policyDemandsMfa'],
  answer: ({ mfaSatisfied, secondFactor, policyDemandsMfa }) =>
    secondFactor !== 'not-required' &&
    secondFactor !== 'required-elsewhere' &&
    (mfaSatisfied === 'remembered' || (mfaSatisfied !== 'no' && policyDemandsMfa !== 'yes'))
      ? 'already-satisfied'
      : undefined,
  examples: [
    {
      name: 'a remembered browser, and a custom control that requires more',
      given: { secondFactor: 'required-elsewhere', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'does-not-apply',
    },
    {
      name: 'a remembered browser',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'already-satisfied',
    },
    {
      name: 'a remembered browser, and a policy that requires MFA',
      given: {
        secondFactor: 'required',
        credential: 'interactive',
        mfaSatisfied: 'remembered',
        policyDemandsMfa: 'yes',
      },
      expect: 'already-satisfied',
    },
    {
      name: 'a policy that requires more than the token carries',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'claim', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    { name: 'a new browser', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'does-not-apply' },
    {
      name: 'a remembered browser, with second factor not-required',
      given: { secondFactor: 'not-required', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'does-not-apply',
    },
    {
      name: 'a remembered browser, with mfa satisfied claim',
      given: { secondFactor: 'required', credential: 'interactive', mfaSatisfied: 'claim' },
      expect: 'already-satisfied',
    },
    {
      name: 'a remembered browser, which SFO-6 would answer as well',
      given: { secondFactor: 'may-be-required', credential: 'interactive', mfaSatisfied: 'remembered' },
      expect: 'already-satisfied',
    },
  ],
})
