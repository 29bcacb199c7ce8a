import { defineRule } from '../rule.ts'

export const theHomeTenantChecksItsOwnAccounts = defineRule({
  id: 'VER-10',
  question: 'verifier',
  statement: 'An account of another tenant is verified by that tenant, not by the tenant it is a guest of.',
  citation: { source: 'b2b-authentication', section: 'Authentication flow for external users' },
  basis: 'documented',
  because: ['homeRealm', 'accountHome'],
  answer: ({ homeRealm, accountHome }) =>
    homeRealm === 'elsewhere' && accountHome !== 'other-identity-provider' && accountHome !== 'microsoft-account'
      ? 'home-tenant'
      : undefined,
  examples: [
    {
      name: 'a guest',
      given: { homeRealm: 'elsewhere', accountHome: 'entra-tenant' },
      expect: 'home-tenant',
    },
    {
      name: 'a guest with an account of another identity provider',
      given: { homeRealm: 'elsewhere', accountHome: 'other-identity-provider' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest with a Microsoft account',
      given: { homeRealm: 'elsewhere', accountHome: 'microsoft-account' },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed user',
      given: { homeRealm: 'managed', accountHome: 'here' },
      expect: 'does-not-apply',
    },
  ],
})
