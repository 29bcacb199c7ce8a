import { defineRule } from '../rule.ts'

export const aProviderWithoutMfaCannotPerformWhatItsDomainEnforces = defineRule({
  id: 'SFB-8',
  question: 'second-factor-by',
  statement:
    'With enforceMfaByFederatedIdp, Microsoft Entra ID sends the user back to the identity provider until an MFA claim arrives, which never happens with a provider that does not perform MFA or does not pass on the claim.',
  citation: { source: 'graph-domain-federation', section: 'federatedIdpMfaBehavior values' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the identity provider cannot perform the MFA that the domain enforces',
  because: ['federatedIdpMfaBehavior', 'idpPerformsMfa'],
  answer: ({ federatedIdpMfaBehavior, idpPerformsMfa }) =>
    federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp' && idpPerformsMfa === 'no' ? 'nobody' : undefined,
  examples: [
    {
      name: 'the provider performs no MFA',
      given: {
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
        idpPerformsMfa: 'no',
      },
      expect: 'nobody',
    },
    {
      name: 'the provider performs MFA',
      given: { homeRealm: 'federated', federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp', idpPerformsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: "the domain accepts the provider's MFA",
      given: { homeRealm: 'federated', idpPerformsMfa: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
