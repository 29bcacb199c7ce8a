import { defineRule } from '../rule.ts'

export const onceTheMailboxWonOverTheOrganization = defineRule({
  id: 'MBX-3',
  question: 'mailbox-gate',
  statement: 'Until April 2025, a mailbox set to true could use EWS even if the organization was set to false.',
  citation: { source: 'exo-ews-enabled-flags' },
  basis: 'inferred',
  because: ['ewsReading', 'ewsMailbox'],
  answer: ({ ewsReading, ewsMailbox }) => (ewsReading === 'user-wins' && ewsMailbox === 'true' ? 'open' : undefined),
  examples: [
    {
      name: 'the mailbox sets true',
      given: { protocolKind: 'ews', ewsReading: 'user-wins', ewsMailbox: 'true', ewsOrganization: 'false' },
      expect: 'open',
    },
    {
      name: 'both have to allow',
      given: { protocolKind: 'ews', ewsReading: 'both-must-allow', ewsMailbox: 'true', ewsOrganization: 'false' },
      expect: 'does-not-apply',
    },
    {
      name: 'the mailbox sets true, with ews mailbox null',
      given: { protocolKind: 'ews', ewsReading: 'user-wins', ewsMailbox: 'null', ewsOrganization: 'false' },
      expect: 'does-not-apply',
    },
  ],
})
