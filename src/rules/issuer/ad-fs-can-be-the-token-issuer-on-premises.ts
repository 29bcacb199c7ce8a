import { defineRule } from '../rule.ts'

export const adFsCanBeTheTokenIssuerOnPremises = defineRule({
  id: 'ISS-4',
  question: 'issuer',
  statement: 'Without a hybrid deployment, on-premises servers with modern authentication accept tokens from AD FS.',
  citation: { source: 'exchange-server-modern-auth', section: 'applicability' },
  basis: 'documented',
  because: ['flow', 'modernAuthority'],
  answer: ({ flow, modernAuthority }) =>
    (flow === 'modern' || flow === 'password-grant') && modernAuthority === 'ad-fs' ? 'federated-idp' : undefined,
  examples: [
    {
      name: 'a modern client',
      given: { hosting: 'on-premises', flow: 'modern', modernAuthority: 'ad-fs' },
      expect: 'federated-idp',
    },
    {
      name: 'a modern client, with a password grant',
      given: { hosting: 'on-premises', flow: 'password-grant', modernAuthority: 'ad-fs' },
      expect: 'federated-idp',
    },
    {
      name: 'a legacy client',
      given: { hosting: 'on-premises', flow: 'windows-integrated', modernAuthority: 'ad-fs' },
      expect: 'does-not-apply',
    },
    {
      name: 'a modern client, with modern authority entra-id',
      given: { hosting: 'on-premises', flow: 'modern', modernAuthority: 'entra-id' },
      expect: 'does-not-apply',
    },
  ],
})
