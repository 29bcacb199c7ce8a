import { defineRule } from '../rule.ts'

export const theIdentityProviderChecksWhereItIssuesTheToken = defineRule({
  id: 'VER-3',
  question: 'verifier',
  statement: 'If the identity provider issues the token, it also verifies the sign-in.',
  citation: { source: 'exchange-server-modern-auth', section: 'applicability' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer === 'federated-idp' ? 'federated-idp' : undefined),
  examples: [
    {
      name: 'AD FS for a server on-premises',
      given: { credential: 'interactive', issuer: 'federated-idp' },
      expect: 'federated-idp',
    },
    { name: 'a cloud service', given: { credential: 'interactive', issuer: 'entra-id' }, expect: 'does-not-apply' },
    {
      name: 'AD FS for a server on-premises, which VER-4 would answer as well',
      given: { credential: 'app-password', issuer: 'federated-idp' },
      expect: 'federated-idp',
    },
  ],
})
