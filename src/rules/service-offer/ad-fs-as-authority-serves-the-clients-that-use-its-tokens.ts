import { defineRule } from '../rule.ts'

export const adFsAsAuthorityServesTheClientsThatUseItsTokens = defineRule({
  id: 'OFF-10',
  question: 'service-offer',
  statement:
    'Where AD FS issues the tokens for Exchange Server, clients that do not use them continue with Windows authentication or a password.',
  citation: { source: 'exchange-server-modern-auth', section: 'Effect on other clients when Modern Auth is enabled' },
  basis: 'documented',
  owner: 'client',
  because: ['flow', 'service', 'modernAuthority', 'adFsTokens'],
  answer: ({ flow, service, modernAuthority, adFsTokens }) =>
    (flow === 'modern' || flow === 'password-grant') &&
    service === 'exchange-server' &&
    modernAuthority === 'ad-fs' &&
    adFsTokens === 'not-used'
      ? 'not-offered'
      : undefined,
  examples: [
    {
      name: 'Gmail',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'not-used' },
      expect: 'not-offered',
    },
    {
      name: 'Gmail, with a password grant',
      given: { flow: 'password-grant', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'not-used' },
      expect: 'not-offered',
    },
    {
      name: 'a recent iPhone',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'used' },
      expect: 'does-not-apply',
    },
    {
      name: 'Gmail, with flow basic',
      given: { flow: 'basic', service: 'exchange-server', modernAuthority: 'ad-fs', adFsTokens: 'not-used' },
      expect: 'does-not-apply',
    },
    {
      name: 'Gmail, with service exchange-online',
      given: { flow: 'modern', service: 'exchange-online', modernAuthority: 'ad-fs', adFsTokens: 'not-used' },
      expect: 'does-not-apply',
    },
    {
      name: 'Gmail, with modern authority entra-id',
      given: { flow: 'modern', service: 'exchange-server', modernAuthority: 'entra-id', adFsTokens: 'not-used' },
      expect: 'does-not-apply',
    },
    {
      name: 'Gmail, which OFF-6 would answer as well',
      given: {
        flow: 'modern',
        service: 'exchange-server',
        hosting: 'on-premises',
        modernAuthority: 'ad-fs',
        adFsTokens: 'not-used',
        modernAuthentication: 'off',
      },
      expect: 'not-offered',
    },
  ],
})
