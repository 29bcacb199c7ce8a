import { defineRule } from '../rule.ts'

export const anIdentityProviderThatIssuesTokensAsksForItsOwnSecondFactor = defineRule({
  id: 'MFA-1',
  question: 'second-factor',
  statement: 'If AD FS issues the token for an on-premises server, the second factor is the one performed by AD FS.',
  citation: { source: 'skype-ma-topologies', section: 'supported topologies' },
  basis: 'inferred',
  because: ['issuer', 'idpOwnMfa'],
  answer: ({ issuer, idpOwnMfa }) => (issuer === 'federated-idp' && idpOwnMfa === 'yes' ? 'required' : undefined),
  examples: [
    { name: 'AD FS performs MFA', given: { issuer: 'federated-idp', idpOwnMfa: 'yes' }, expect: 'required' },
    {
      name: 'the cloud issues the token',
      given: { issuer: 'entra-id', idpOwnMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'AD FS performs MFA, with idp own mfa no',
      given: { issuer: 'federated-idp', idpOwnMfa: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
