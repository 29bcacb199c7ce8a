import { defineRule } from '../rule.ts'

export const theTokenIssuerOnPremisesPerformsIt = defineRule({
  id: 'SFB-1',
  question: 'second-factor-by',
  statement: 'If AD FS issues the token for an on-premises server, it performs the second factor.',
  citation: { source: 'skype-ma-topologies', section: 'supported topologies' },
  basis: 'inferred',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer === 'federated-idp' ? 'federated-idp' : undefined),
  examples: [
    {
      name: 'AD FS issues the token',
      given: { issuer: 'federated-idp', homeRealm: 'not-asked' },
      expect: 'federated-idp',
    },
    {
      name: 'the cloud issues the token',
      given: { issuer: 'entra-id', homeRealm: 'federated' },
      expect: 'does-not-apply',
    },
    {
      name: 'AD FS issues the token, which SFB-10 would answer as well',
      given: { issuer: 'federated-idp', homeRealm: 'not-asked', secondFactor: 'required-elsewhere' },
      expect: 'federated-idp',
    },
  ],
})
