import { defineRule } from '../rule.ts'

export const aMicrosoftAccountIsCheckedByItsOwnService = defineRule({
  id: 'VER-15',
  question: 'verifier',
  statement: 'A guest with a Microsoft account is verified by the service of Microsoft accounts.',
  citation: { source: 'b2b-authentication', section: 'Authentication flow for external users' },
  basis: 'documented',
  because: ['homeRealm', 'accountHome'],
  answer: ({ homeRealm, accountHome }) =>
    homeRealm === 'elsewhere' && accountHome === 'microsoft-account' ? 'microsoft-account' : undefined,
  examples: [
    {
      name: 'a guest with a Microsoft account',
      given: { homeRealm: 'elsewhere', accountHome: 'microsoft-account' },
      expect: 'microsoft-account',
    },
    {
      name: 'a guest of another tenant',
      given: { homeRealm: 'elsewhere', accountHome: 'entra-tenant' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest of a federated identity provider',
      given: { homeRealm: 'elsewhere', accountHome: 'other-identity-provider' },
      expect: 'does-not-apply',
    },
  ],
})
