import { defineRule } from '../rule.ts'

export const onlyEnforcedUsersCreateAppPasswords = defineRule({
  id: 'SELF-2',
  question: 'self-service',
  statement: 'App passwords are offered only to users on whom per-user MFA is enforced.',
  citation: { source: 'entra-combined-registration', section: 'methods available' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'app passwords are offered only where MFA is enforced',
  because: ['selfService', 'perUserMfaState'],
  answer: ({ selfService, perUserMfaState }) =>
    selfService === 'create-app-password' && perUserMfaState !== 'enforced' ? 'refused' : undefined,
  examples: [
    { name: 'MFA by policy', given: { selfService: 'create-app-password' }, expect: 'refused' },
    {
      name: 'an enforced user',
      given: { selfService: 'create-app-password', perUserMfaState: 'enforced' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA by policy, which SELF-3 would answer as well',
      given: { selfService: 'create-app-password', appPasswordCount: 'full' },
      expect: 'refused',
    },
  ],
})
