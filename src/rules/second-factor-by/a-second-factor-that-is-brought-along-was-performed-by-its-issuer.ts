import { defineRule } from '../rule.ts'

export const aSecondFactorThatIsBroughtAlongWasPerformedByItsIssuer = defineRule({
  id: 'SFB-9',
  question: 'second-factor-by',
  statement:
    'An existing second factor was performed by the issuer of its claim; MFA remembered by a browser was performed by Microsoft Entra ID.',
  citation: { source: 'entra-mfa-settings', section: 'remember multifactor authentication' },
  basis: 'inferred',
  because: ['mfaSatisfied'],
  answer: ({ mfaSatisfied }) => {
    if (mfaSatisfied === 'remembered' || mfaSatisfied === 'entra-claim') return 'entra-id'
    return mfaSatisfied === 'idp-claim' ? 'federated-idp' : undefined
  },
  examples: [
    { name: 'a remembered browser', given: { mfaSatisfied: 'remembered', homeRealm: 'federated' }, expect: 'entra-id' },
    {
      name: 'a claim of Microsoft Entra ID for a domain that enforces MFA of its provider',
      given: {
        mfaSatisfied: 'entra-claim',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'entra-id',
    },
    {
      name: 'a claim of the identity provider',
      given: { mfaSatisfied: 'idp-claim', homeRealm: 'federated' },
      expect: 'federated-idp',
    },
    { name: 'a claim without a stated issuer', given: { mfaSatisfied: 'claim' }, expect: 'does-not-apply' },
    { name: 'no existing second factor', given: {}, expect: 'does-not-apply' },
    {
      name: 'a remembered browser, which SFB-2 would answer as well',
      given: { mfaSatisfied: 'remembered', homeRealm: 'managed' },
      expect: 'entra-id',
    },
    {
      name: 'a claim of Microsoft Entra ID of a user with an external method, which SFB-12 would answer as well',
      given: { mfaSatisfied: 'entra-claim', homeRealm: 'managed', externalFactor: 'yes' },
      expect: 'entra-id',
    },
  ],
})
