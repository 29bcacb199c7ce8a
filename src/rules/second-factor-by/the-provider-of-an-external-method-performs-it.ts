import { defineRule } from '../rule.ts'

export const theProviderOfAnExternalMethodPerformsIt = defineRule({
  id: 'SFB-12',
  question: 'second-factor-by',
  statement:
    'The second factor of a user whose method is an external one is performed by its provider, to which Microsoft Entra ID redirects the browser.',
  citation: { source: 'entra-external-mfa-provider' },
  basis: 'documented',
  because: ['externalFactor', 'homeRealm', 'idpPerformsMfa', 'federatedIdpMfaBehavior'],
  answer: ({ externalFactor, homeRealm, idpPerformsMfa, federatedIdpMfaBehavior }) => {
    if (externalFactor === 'no') return undefined
    if (homeRealm !== 'federated' || federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp') return 'external-provider'
    const accepts = federatedIdpMfaBehavior === 'acceptIfMfaDoneByFederatedIdp'
    return accepts && idpPerformsMfa === 'no' ? 'external-provider' : undefined
  },
  examples: [
    {
      name: 'the only method of a managed user, which SFB-2 would answer as well',
      given: { externalFactor: 'yes', homeRealm: 'managed' },
      expect: 'external-provider',
    },
    {
      name: 'a managed user of a file with an identity provider that performs MFA',
      given: { externalFactor: 'yes', homeRealm: 'managed', idpPerformsMfa: 'yes' },
      expect: 'external-provider',
    },
    {
      name: 'a domain that has its identity provider perform MFA, which does not',
      given: {
        externalFactor: 'yes',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
        idpPerformsMfa: 'no',
      },
      expect: 'does-not-apply',
    },
    { name: 'another method', given: { externalFactor: 'no', homeRealm: 'managed' }, expect: 'does-not-apply' },
    {
      name: 'an identity provider without MFA of its own',
      given: {
        externalFactor: 'yes',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'no',
      },
      expect: 'external-provider',
    },
    {
      name: 'an identity provider that performs MFA',
      given: {
        externalFactor: 'yes',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a domain that rejects MFA of its identity provider',
      given: {
        externalFactor: 'yes',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'external-provider',
    },
  ],
})
