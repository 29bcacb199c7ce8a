import { defineRule } from '../rule.ts'

export const anIdentityProviderOfAGuestChecksTheGuest = defineRule({
  id: 'VER-11',
  question: 'verifier',
  statement: 'A guest with a federated identity provider is verified there.',
  citation: { source: 'b2b-authentication', section: 'Authentication flow for external users' },
  basis: 'documented',
  because: ['homeRealm'],
  answer: ({ homeRealm }) => (homeRealm === 'elsewhere' ? 'federated-idp' : undefined),
  examples: [
    {
      name: 'a guest of a federated identity provider',
      given: { homeRealm: 'elsewhere', accountHome: 'other-identity-provider' },
      expect: 'federated-idp',
    },
    {
      name: 'a managed user',
      given: { homeRealm: 'managed' },
      expect: 'does-not-apply',
    },
  ],
})
