import { defineRule } from '../rule.ts'

export const appPasswordsExistOnlyForEnforcedUsers = defineRule({
  id: 'APP-3',
  question: 'app-password',
  statement:
    'Only users on whom per-user MFA is enforced can have app passwords; users whose MFA comes from a policy cannot.',
  citation: { source: 'entra-combined-registration', section: 'methods available' },
  basis: 'documented',
  because: ['perUserMfaState'],
  answer: ({ perUserMfaState }) => (perUserMfaState !== 'enforced' ? 'none' : undefined),
  examples: [
    { name: 'MFA by policy', given: { perUserMfaState: 'disabled' }, expect: 'none' },
    { name: 'an enforced user', given: { perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
    {
      name: 'MFA by policy, which APP-4 would answer as well',
      given: { perUserMfaState: 'disabled', mfaRegistered: 'no' },
      expect: 'none',
    },
  ],
})
