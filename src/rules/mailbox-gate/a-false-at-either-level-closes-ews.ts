import { defineRule } from '../rule.ts'

export const aFalseAtEitherLevelClosesEws = defineRule({
  id: 'MBX-4',
  question: 'mailbox-gate',
  statement: 'EWS is disabled if the mailbox or the organization sets it to false and nothing overrides it.',
  citation: { source: 'exo-ews-enabled-flags' },
  basis: 'inferred',
  owner: 'service',
  inFewWords: 'Exchange web services are switched off, for the organization or the mailbox',
  because: ['ewsOrganization', 'ewsMailbox'],
  answer: ({ ewsOrganization, ewsMailbox }) =>
    ewsOrganization === 'false' || ewsMailbox === 'false' ? 'closed' : undefined,
  examples: [
    {
      name: 'the organization sets false',
      given: { protocolKind: 'ews', ewsReading: 'both-must-allow', ewsOrganization: 'false' },
      expect: 'closed',
    },
    {
      name: 'not set to false',
      given: { protocolKind: 'ews', ewsReading: 'both-must-allow' },
      expect: 'does-not-apply',
    },
    {
      name: 'not set to false, with ews mailbox false',
      given: { protocolKind: 'ews', ewsReading: 'both-must-allow', ewsMailbox: 'false' },
      expect: 'closed',
    },
    {
      name: 'the mailbox sets false, which MBX-5 would answer as well',
      given: { protocolKind: 'ews', ewsReading: 'organization-must-allow', ewsMailbox: 'false' },
      expect: 'closed',
    },
  ],
})
