import { defineRule } from '../rule.ts'

export const aDomainCanEnforceMfaOfItsIdentityProvider = defineRule({
  id: 'SFB-4',
  question: 'second-factor-by',
  statement:
    'With enforceMfaByFederatedIdp, Microsoft Entra ID sends the user back to the identity provider for the second factor.',
  citation: { source: 'graph-domain-federation' },
  basis: 'documented',
  because: ['federatedIdpMfaBehavior'],
  answer: ({ federatedIdpMfaBehavior }) =>
    federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp' ? 'federated-idp' : undefined,
  examples: [
    {
      name: 'enforced',
      given: { homeRealm: 'federated', federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp', idpPerformsMfa: 'yes' },
      expect: 'federated-idp',
    },
    { name: 'accepted', given: { homeRealm: 'federated' }, expect: 'does-not-apply' },
    {
      name: 'enforced, which SFB-5 would answer as well',
      given: { homeRealm: 'federated', federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp', idpPerformsMfa: 'yes' },
      expect: 'federated-idp',
    },
  ],
})
