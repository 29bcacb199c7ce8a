import { defineRule } from '../rule.ts'

export const setCsauthconfigCanCloseModernAuthenticationOnOneSide = defineRule({
  id: 'OFF-7',
  question: 'service-offer',
  statement: 'Set-CsAuthConfig can disable modern authentication for clients inside the network.',
  citation: { source: 'skype-set-csauthconfig' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'modernAuthAllowed'],
  answer: ({ flow, service, modernAuthAllowed }) =>
    (flow === 'modern' || flow === 'password-grant') &&
    service === 'skype-for-business-server' &&
    modernAuthAllowed === 'no'
      ? 'switched-off'
      : undefined,
  examples: [
    {
      name: 'refused on this side',
      given: { flow: 'modern', service: 'skype-for-business-server', hosting: 'on-premises', modernAuthAllowed: 'no' },
      expect: 'switched-off',
    },
    {
      name: 'refused on this side, with a password grant',
      given: {
        flow: 'password-grant',
        service: 'skype-for-business-server',
        hosting: 'on-premises',
        modernAuthAllowed: 'no',
      },
      expect: 'switched-off',
    },
    {
      name: 'allowed on this side',
      given: { flow: 'modern', service: 'skype-for-business-server', hosting: 'on-premises' },
      expect: 'does-not-apply',
    },
    {
      name: 'refused on this side, with flow basic',
      given: { flow: 'basic', service: 'skype-for-business-server', hosting: 'on-premises', modernAuthAllowed: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'refused on this side, with service exchange-online',
      given: { flow: 'modern', service: 'exchange-online', hosting: 'on-premises', modernAuthAllowed: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
