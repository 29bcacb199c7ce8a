import { defineRule } from '../rule.ts'

export const outlookUsesOneAuthenticationForAllItsProtocols = defineRule({
  id: 'GATE-12',
  question: 'service-gate',
  statement:
    'Outlook uses one kind of authentication for all its connections to a mailbox: if basic authentication is blocked for Exchange web services, Outlook does not use it for its other protocols either.',
  citation: { source: 'exo-basic-february-2021' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'outlookWebServices'],
  error: 'http-401',
  errorOver: { 'smtp-auth': 'smtp-535-5.7.139-basic' },
  answer: ({ flow, service, outlookWebServices }) =>
    flow === 'basic' && service === 'exchange-online' && outlookWebServices === 'closed' ? 'closed' : undefined,
  examples: [
    {
      name: 'EWS is blocked by an authentication policy',
      given: { flow: 'basic', outlookWebServices: 'closed' },
      expect: 'closed',
    },
    { name: 'EWS is open', given: { flow: 'basic', outlookWebServices: 'open' }, expect: 'does-not-apply' },
    {
      name: 'EWS is blocked by an authentication policy, which GATE-13 would answer as well',
      given: { flow: 'basic', outlookWebServices: 'closed', neededProtocols: 'closed' },
      expect: 'closed',
    },
    {
      name: 'EWS is blocked by an authentication policy, with flow modern',
      given: { flow: 'modern', outlookWebServices: 'closed' },
      expect: 'does-not-apply',
    },
    {
      name: 'EWS is blocked by an authentication policy, with service exchange-server',
      given: { flow: 'basic', outlookWebServices: 'closed', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
