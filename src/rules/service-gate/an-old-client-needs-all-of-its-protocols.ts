import { defineRule } from '../rule.ts'

export const anOldClientNeedsAllOfItsProtocols = defineRule({
  id: 'GATE-13',
  question: 'service-gate',
  statement:
    'A client without modern authentication works only if an authentication policy allows every protocol that the vendor lists for it: five for Outlook 2010; for older web services and ActiveSync clients, autodiscover as well.',
  citation: { source: 'exo-disable-basic', section: 'Authentication policy procedures in Exchange Online' },
  basis: 'documented',
  owner: 'policy',
  because: ['flow', 'service', 'neededProtocols'],
  error: 'http-401',
  errorOver: { 'smtp-auth': 'smtp-535-5.7.139-basic' },
  answer: ({ flow, service, neededProtocols }) =>
    flow === 'basic' && service === 'exchange-online' && neededProtocols === 'closed' ? 'closed' : undefined,
  examples: [
    {
      name: 'ActiveSync is allowed, autodiscover is not',
      given: { flow: 'basic', neededProtocols: 'closed' },
      expect: 'closed',
    },
    { name: 'both are allowed', given: { flow: 'basic', neededProtocols: 'open' }, expect: 'does-not-apply' },
    {
      name: 'ActiveSync is allowed, autodiscover is not, with flow modern',
      given: { flow: 'modern', neededProtocols: 'closed' },
      expect: 'does-not-apply',
    },
    {
      name: 'ActiveSync is allowed, autodiscover is not, with service exchange-server',
      given: { flow: 'basic', neededProtocols: 'closed', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
