import { defineRule } from '../rule.ts'

export const entraIdChecksAppPasswords = defineRule({
  id: 'VER-4',
  question: 'verifier',
  statement: 'App passwords are verified by Microsoft Entra ID and bypass federation.',
  citation: { source: 'entra-app-passwords', section: 'federated or single sign-on app passwords' },
  basis: 'documented',
  because: ['credential'],
  answer: ({ credential }) => (credential === 'app-password' ? 'entra-id' : undefined),
  examples: [
    { name: 'a federated user', given: { credential: 'app-password', homeRealm: 'federated' }, expect: 'entra-id' },
    {
      name: 'the account password of the same user',
      given: { credential: 'account-password', homeRealm: 'federated' },
      expect: 'does-not-apply',
    },
  ],
})
