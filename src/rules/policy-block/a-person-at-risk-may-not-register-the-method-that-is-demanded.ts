import { defineRule } from '../rule.ts'

export const aPersonAtRiskMayNotRegisterTheMethodThatIsDemanded = defineRule({
  id: 'POL-21',
  question: 'policy-block',
  statement:
    'If a policy requires MFA because of risk, a user without a registered method is blocked, because methods cannot be registered during a risky sign-in.',
  citation: { source: 'entra-error-codes', section: 'AADSTS53004' },
  basis: 'documented',
  owner: 'person',
  because: ['secondFactor', 'registration'],
  error: 'AADSTS53004',
  answer: ({ secondFactor, registration }) =>
    secondFactor === 'registration-required' && registration === 'blocked-by-risk' ? 'registration-blocked' : undefined,
  examples: [
    {
      name: 'nothing registered, and a sign-in at risk',
      given: { secondFactor: 'registration-required', registration: 'blocked-by-risk' },
      expect: 'registration-blocked',
    },
    {
      name: 'a method is registered',
      given: { secondFactor: 'required', registration: 'blocked-by-risk' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing registered, and no risk',
      given: { secondFactor: 'registration-required' },
      expect: 'does-not-apply',
    },
  ],
})
