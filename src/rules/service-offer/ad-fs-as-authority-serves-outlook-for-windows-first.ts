import { defineRule } from '../rule.ts'

export const adFsAsAuthorityServesOutlookForWindowsFirst = defineRule({
  id: 'OFF-10',
  question: 'service-offer',
  statement:
    'Where AD FS issues the tokens for Exchange Server, modern authentication is offered to Outlook for Windows and not yet to other clients.',
  citation: { source: 'exchange-server-modern-auth', section: 'applicability' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'modernAuthority', 'switchConcernsClient'],
  answer: ({ flow, service, modernAuthority, switchConcernsClient }) =>
    (flow === 'modern' || flow === 'password-grant') &&
    service === 'exchange-server' &&
    modernAuthority === 'ad-fs' &&
    switchConcernsClient === 'no'
      ? 'not-offered'
      : undefined,
  examples: [
    {
      name: 'a phone',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'on-premises', modernAuthority: 'ad-fs' },
      expect: 'not-offered',
    },
    {
      name: 'a phone, with a password grant',
      given: { flow: 'password-grant', service: 'exchange-server', hosting: 'on-premises', modernAuthority: 'ad-fs' },
      expect: 'not-offered',
    },
    {
      name: 'Outlook for Windows',
      given: {
        flow: 'modern',
        service: 'exchange-server',
        hosting: 'on-premises',
        modernAuthority: 'ad-fs',
        switchConcernsClient: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a phone, with flow basic',
      given: { flow: 'basic', service: 'exchange-server', hosting: 'on-premises', modernAuthority: 'ad-fs' },
      expect: 'does-not-apply',
    },
    {
      name: 'a phone, with service exchange-online',
      given: { flow: 'modern', service: 'exchange-online', hosting: 'on-premises', modernAuthority: 'ad-fs' },
      expect: 'does-not-apply',
    },
    {
      name: 'a phone, which OFF-6 would answer as well',
      given: {
        flow: 'modern',
        service: 'exchange-server',
        hosting: 'on-premises',
        modernAuthority: 'ad-fs',
        modernAuthentication: 'off',
      },
      expect: 'not-offered',
    },
  ],
})
