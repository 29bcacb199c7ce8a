import { defineRule } from '../rule.ts'

export const exchangeOnlineNoLongerServesBasicAuthentication = defineRule({
  id: 'GATE-4',
  question: 'service-gate',
  statement:
    "Exchange Online has permanently turned off basic authentication for this protocol; the client's password is refused.",
  citation: { source: 'exo-basic-deprecation' },
  basis: 'documented',
  owner: 'vendor',
  because: ['flow', 'service', 'basicAuthentication'],
  error: 'http-401',
  errorOver: { 'smtp-auth': null },
  answer: ({ flow, service, basicAuthentication }) =>
    flow === 'basic' && service === 'exchange-online' && basicAuthentication === 'retired' ? 'closed' : undefined,
  examples: [
    { name: 'Outlook 2010 afterwards', given: { flow: 'basic', basicAuthentication: 'retired' }, expect: 'closed' },
    {
      name: 'a modern client afterwards',
      given: { flow: 'modern', basicAuthentication: 'retired' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook 2010 afterwards, with service exchange-server',
      given: { flow: 'basic', basicAuthentication: 'retired', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
