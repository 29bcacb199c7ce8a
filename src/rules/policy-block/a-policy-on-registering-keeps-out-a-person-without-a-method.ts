import { defineRule } from '../rule.ts'

export const aPolicyOnRegisteringKeepsOutAPersonWithoutAMethod = defineRule({
  id: 'POL-22',
  question: 'policy-block',
  statement:
    'A user who must register a method first is blocked if policies for registering security information are not met at that sign-in.',
  citation: { source: 'ca-registration', section: 'Create a policy to secure registration' },
  basis: 'documented',
  owner: 'policy',
  because: ['secondFactor', 'registration'],
  error: 'AADSTS53010',
  answer: ({ secondFactor, registration }) =>
    secondFactor === 'registration-required' && registration === 'blocked' ? 'registration-blocked' : undefined,
  examples: [
    {
      name: 'nothing registered, and registering is barred here',
      given: { secondFactor: 'registration-required', registration: 'blocked' },
      expect: 'registration-blocked',
    },
    {
      name: 'a method is registered',
      given: { secondFactor: 'required', registration: 'blocked' },
      expect: 'does-not-apply',
    },
    {
      name: 'nothing registered, and registering is possible',
      given: { secondFactor: 'registration-required' },
      expect: 'does-not-apply',
    },
  ],
})
