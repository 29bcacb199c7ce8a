import { defineRule } from '../rule.ts'

export const aServerOffersModernAuthenticationOnlyWhenTurnedOn = defineRule({
  id: 'OFF-6',
  question: 'service-offer',
  statement:
    'Exchange Server and Skype for Business Server offer modern authentication only after it has been turned on.',
  citation: { source: 'hma-overview', section: 'check status' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'hosting', 'modernAuthentication'],
  answer: ({ flow, hosting, modernAuthentication }) =>
    (flow === 'modern' || flow === 'password-grant') && hosting === 'on-premises' && modernAuthentication === 'off'
      ? 'not-offered'
      : undefined,
  examples: [
    {
      name: 'a server as installed',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'on-premises', modernAuthentication: 'off' },
      expect: 'not-offered',
    },
    {
      name: 'a server as installed, with a password grant',
      given: {
        flow: 'password-grant',
        service: 'exchange-server',
        hosting: 'on-premises',
        modernAuthentication: 'off',
      },
      expect: 'not-offered',
    },
    {
      name: 'hybrid modern authentication is on',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'on-premises' },
      expect: 'does-not-apply',
    },
    {
      name: 'a server as installed, with flow basic',
      given: { flow: 'basic', service: 'exchange-server', hosting: 'on-premises', modernAuthentication: 'off' },
      expect: 'does-not-apply',
    },
    {
      name: 'a server as installed, with hosting online',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'online', modernAuthentication: 'off' },
      expect: 'does-not-apply',
    },
    {
      name: 'a server as installed, which OFF-7 would answer as well',
      given: {
        flow: 'modern',
        service: 'skype-for-business-server',
        hosting: 'on-premises',
        modernAuthentication: 'off',
        modernAuthAllowed: 'no',
      },
      expect: 'not-offered',
    },
  ],
})
