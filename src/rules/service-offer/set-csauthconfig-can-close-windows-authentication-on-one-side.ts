import { defineRule } from '../rule.ts'

export const setCsauthconfigCanCloseWindowsAuthenticationOnOneSide = defineRule({
  id: 'OFF-8',
  question: 'service-offer',
  statement: 'Set-CsAuthConfig can disable NTLM and Kerberos for clients outside the network, or on both sides.',
  citation: { source: 'skype-set-csauthconfig' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'windowsAuthAllowed'],
  answer: ({ flow, service, windowsAuthAllowed }) =>
    flow === 'windows-integrated' && service === 'skype-for-business-server' && windowsAuthAllowed === 'no'
      ? 'switched-off'
      : undefined,
  examples: [
    {
      name: 'refused on this side',
      given: {
        flow: 'windows-integrated',
        service: 'skype-for-business-server',
        hosting: 'on-premises',
        windowsAuthAllowed: 'no',
      },
      expect: 'switched-off',
    },
    {
      name: 'allowed on this side',
      given: { flow: 'windows-integrated', service: 'skype-for-business-server', hosting: 'on-premises' },
      expect: 'does-not-apply',
    },
    {
      name: 'refused on this side, with flow modern',
      given: { flow: 'modern', service: 'skype-for-business-server', hosting: 'on-premises', windowsAuthAllowed: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'refused on this side, with service exchange-online',
      given: {
        flow: 'windows-integrated',
        service: 'exchange-online',
        hosting: 'on-premises',
        windowsAuthAllowed: 'no',
      },
      expect: 'does-not-apply',
    },
  ],
})
