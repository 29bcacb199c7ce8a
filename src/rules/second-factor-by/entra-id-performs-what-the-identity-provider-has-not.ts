import { defineRule } from '../rule.ts'

export const entraIdPerformsWhatTheIdentityProviderHasNot = defineRule({
  id: 'SFB-6',
  question: 'second-factor-by',
  statement:
    'With acceptIfMfaDoneByFederatedIdp, Microsoft Entra ID performs the second factor if the identity provider has not.',
  citation: { source: 'graph-domain-federation' },
  basis: 'documented',
  because: [],
  answer: () => 'entra-id',
  examples: [
    { name: 'the provider performs none', given: { homeRealm: 'federated' }, expect: 'entra-id' },
    {
      name: 'the provider performs none by default',
      given: { homeRealm: 'federated', idpPerformsMfa: 'no' },
      expect: 'entra-id',
    },
  ],
})
