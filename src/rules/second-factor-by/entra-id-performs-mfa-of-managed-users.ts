import { defineRule } from '../rule.ts'

export const entraIdPerformsMfaOfManagedUsers = defineRule({
  id: 'SFB-2',
  question: 'second-factor-by',
  statement: 'The second factor of a managed user is performed by Microsoft Entra ID.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['homeRealm'],
  answer: ({ homeRealm }) => (homeRealm !== 'federated' ? 'entra-id' : undefined),
  examples: [
    { name: 'a managed user', given: { homeRealm: 'managed' }, expect: 'entra-id' },
    { name: 'a federated user', given: { homeRealm: 'federated' }, expect: 'does-not-apply' },
    {
      name: 'a managed user, which SFB-3 would answer as well',
      given: { homeRealm: 'managed', federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp' },
      expect: 'entra-id',
    },
  ],
})
