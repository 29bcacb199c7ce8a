import { defineRule } from '../rule.ts'

export const ewsIsOpenWhereNobodySaysFalse = defineRule({
  id: 'MBX-6',
  question: 'mailbox-gate',
  statement: 'EWS is enabled if neither the mailbox nor the organization disables it.',
  citation: { source: 'exo-ews-enabled-flags' },
  basis: 'inferred',
  because: [],
  answer: () => 'open',
  examples: [
    { name: 'nothing set', given: { protocolKind: 'ews', ewsReading: 'both-must-allow' }, expect: 'open' },
    {
      name: 'the organization sets true',
      given: { protocolKind: 'ews', ewsReading: 'organization-must-allow', ewsOrganization: 'true' },
      expect: 'open',
    },
  ],
})
