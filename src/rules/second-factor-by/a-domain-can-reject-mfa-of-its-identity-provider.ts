import { defineRule } from '../rule.ts'

export const aDomainCanRejectMfaOfItsIdentityProvider = defineRule({
  id: 'SFB-3',
  question: 'second-factor-by',
  statement: 'With rejectMfaByFederatedIdp, Microsoft Entra ID always performs the second factor itself.',
  citation: { source: 'graph-domain-federation' },
  basis: 'documented',
  because: ['federatedIdpMfaBehavior'],
  answer: ({ federatedIdpMfaBehavior }) =>
    federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'rejected',
      given: { homeRealm: 'federated', federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp', idpPerformsMfa: 'yes' },
      expect: 'entra-id',
    },
    { name: 'accepted', given: { homeRealm: 'federated', idpPerformsMfa: 'yes' }, expect: 'does-not-apply' },
  ],
})
