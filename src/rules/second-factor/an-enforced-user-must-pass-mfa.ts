import { defineRule } from '../rule.ts'

export const anEnforcedUserMustPassMfa = defineRule({
  id: 'MFA-13',
  question: 'second-factor',
  statement:
    'An enforced user must pass MFA at every service of Microsoft Entra ID; legacy clients need an app password instead.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['perUserMfaState'],
  answer: ({ perUserMfaState }) => (perUserMfaState === 'enforced' ? 'required' : undefined),
  examples: [
    { name: 'a browser', given: { perUserMfaState: 'enforced' }, expect: 'required' },
    { name: 'an enabled user', given: { perUserMfaState: 'enabled' }, expect: 'does-not-apply' },
  ],
})
