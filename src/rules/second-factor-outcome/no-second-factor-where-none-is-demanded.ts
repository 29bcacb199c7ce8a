import { defineRule } from '../rule.ts'

export const noSecondFactorWhereNoneIsDemanded = defineRule({
  id: 'SFO-1',
  question: 'second-factor-outcome',
  statement: 'If no second factor is required, none is requested.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['secondFactor'],
  answer: ({ secondFactor }) => (secondFactor === 'not-required' ? 'not-required' : undefined),
  examples: [
    { name: 'MFA disabled', given: { secondFactor: 'not-required' }, expect: 'not-required' },
    { name: 'MFA required', given: { secondFactor: 'required', credential: 'interactive' }, expect: 'does-not-apply' },
  ],
})
