import { defineRule } from '../rule.ts'

export const aTrustedHomeTenantPerformsMfaOfItsAccounts = defineRule({
  id: 'SFB-7',
  question: 'second-factor-by',
  statement:
    "If the inbound settings trust the home tenant's MFA, a second factor required of a guest is performed there.",
  citation: { source: 'b2b-authentication', section: 'MFA for Microsoft Entra external users' },
  basis: 'documented',
  because: ['homeRealm', 'inboundMfaTrust'],
  answer: ({ homeRealm, inboundMfaTrust }) =>
    homeRealm === 'elsewhere' && inboundMfaTrust === 'yes' ? 'home-tenant' : undefined,
  examples: [
    {
      name: 'trusted',
      given: { homeRealm: 'elsewhere', inboundMfaTrust: 'yes' },
      expect: 'home-tenant',
    },
    {
      name: 'not trusted',
      given: { homeRealm: 'elsewhere', inboundMfaTrust: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'a managed user',
      given: { homeRealm: 'managed', inboundMfaTrust: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'trusted, which SFB-9 would answer as well',
      given: { homeRealm: 'elsewhere', inboundMfaTrust: 'yes', mfaSatisfied: 'remembered' },
      expect: 'home-tenant',
    },
  ],
})
