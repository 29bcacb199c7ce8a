import { defineRule } from '../rule.ts'

export const directSendCanBeRejected = defineRule({
  id: 'GATE-14',
  question: 'service-gate',
  statement:
    "With RejectDirectSend, Exchange Online rejects mail that comes without authentication from a sender in the organization's own domains, unless it matches an inbound connector.",
  citation: { source: 'exo-set-organizationconfig', section: '-RejectDirectSend' },
  basis: 'documented',
  owner: 'service',
  error: 'smtp-550-5.7.68',
  inFewWords: 'the organization rejects mail without authentication',
  because: ['flow', 'service', 'directSend'],
  answer: ({ flow, service, directSend }) =>
    flow === 'none' && service === 'exchange-online' && directSend === 'rejected' ? 'closed' : undefined,
  examples: [
    {
      name: 'a printer without a mailbox',
      given: { flow: 'none', protocolKind: 'smtp', directSend: 'rejected' },
      expect: 'closed',
    },
    {
      name: 'the same where direct send is accepted',
      given: { flow: 'none', protocolKind: 'smtp' },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer without a mailbox, with flow modern',
      given: { flow: 'modern', protocolKind: 'smtp', directSend: 'rejected' },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer without a mailbox, with service exchange-server',
      given: { flow: 'none', protocolKind: 'smtp', directSend: 'rejected', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
  ],
})
