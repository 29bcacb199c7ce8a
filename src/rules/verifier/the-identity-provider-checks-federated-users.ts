import { defineRule } from '../rule.ts'

export const theIdentityProviderChecksFederatedUsers = defineRule({
  id: 'VER-6',
  question: 'verifier',
  statement: 'The sign-in of a federated user, including the password, is verified by the identity provider.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['homeRealm'],
  answer: ({ homeRealm }) => (homeRealm === 'federated' ? 'federated-idp' : undefined),
  examples: [
    { name: 'a modern client', given: { credential: 'interactive', homeRealm: 'federated' }, expect: 'federated-idp' },
    { name: 'a managed user', given: { credential: 'interactive', homeRealm: 'managed' }, expect: 'does-not-apply' },
  ],
})
