import { defineRule } from '../rule.ts'

export const theProviderOfACustomControlPerformsIt = defineRule({
  id: 'SFB-10',
  question: 'second-factor-by',
  statement: 'A custom control is performed by its provider, outside Microsoft Entra ID.',
  citation: { source: 'ca-custom-controls' },
  basis: 'documented',
  because: ['secondFactor'],
  answer: ({ secondFactor }) => (secondFactor === 'required-elsewhere' ? 'custom-provider' : undefined),
  examples: [
    { name: 'a custom control alone', given: { secondFactor: 'required-elsewhere' }, expect: 'custom-provider' },
    { name: 'MFA', given: { secondFactor: 'required' }, expect: 'does-not-apply' },
    {
      name: 'a custom control of a federated user, which SFB-4 would answer as well',
      given: {
        secondFactor: 'required-elsewhere',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'custom-provider',
    },
    {
      name: 'a custom control alone, which SFB-7 would answer as well',
      given: { secondFactor: 'required-elsewhere', homeRealm: 'elsewhere', inboundMfaTrust: 'yes' },
      expect: 'custom-provider',
    },
  ],
})
