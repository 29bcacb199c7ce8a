import { defineRule } from '../rule.ts'

export const aSecondFactorThatIsBroughtAlongWasPerformedByItsIssuer = defineRule({
  id: 'SFB-9',
  question: 'second-factor-by',
  statement:
    'A second factor that a sign-in brings along was performed by the one whose claim it carries; what a browser remembers is that of Microsoft Entra ID.',
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
    { name: 'a claim of which nobody says whose it is', given: { mfaSatisfied: 'claim' }, expect: 'does-not-apply' },
    { name: 'nothing is brought along', given: {}, expect: 'does-not-apply' },
    {
      name: 'a remembered browser, which SFB-2 would answer as well',
      given: { mfaSatisfied: 'remembered', homeRealm: 'managed' },
      expect: 'entra-id',
    },
  ],
})
