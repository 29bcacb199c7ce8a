import { defineRule } from '../rule.ts'

export const aServerOffersModernAuthenticationOnlyWhenTurnedOn = defineRule({
  id: 'OFF-6',
  question: 'service-offer',
  statement:
    'Exchange Server and Skype for Business Server offer modern authentication only after it has been turned on for them.',
  citation: { source: 'hma-overview', section: 'check status' },
  basis: 'documented',
  because: ['flow', 'hosting', 'modernAuthentication'],
  answer: ({ flow, hosting, modernAuthentication }) =>
    flow === 'modern' && hosting === 'on-premises' && modernAuthentication === 'off' ? 'not-offered' : undefined,
  examples: [
    {
      name: 'a server as installed',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'on-premises', modernAuthentication: 'off' },
      expect: 'not-offered',
    },
    {
      name: 'hybrid modern authentication is on',
      given: { flow: 'modern', service: 'exchange-server', hosting: 'on-premises' },
      expect: 'does-not-apply',
    },
  ],
})
