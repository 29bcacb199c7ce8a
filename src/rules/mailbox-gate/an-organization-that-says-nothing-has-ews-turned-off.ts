import { defineRule } from '../rule.ts'

export const anOrganizationThatSaysNothingHasEwsTurnedOff = defineRule({
  id: 'MBX-5',
  question: 'mailbox-gate',
  statement:
    'From October 2026 the vendor turns off EWS for an organization that has not set EwsEnabled to true with a list of allowed applications.',
  citation: { source: 'exo-ews-retirement' },
  basis: 'inferred',
  owner: 'vendor',
  inFewWords: 'the vendor has turned Exchange web services off for an organization that has not turned them on',
  because: ['ewsReading', 'ewsOrganization'],
  answer: ({ ewsReading, ewsOrganization }) =>
    ewsReading === 'organization-must-allow' && ewsOrganization !== 'true' ? 'closed' : undefined,
  examples: [
    { name: 'left unset', given: { protocolKind: 'ews', ewsReading: 'organization-must-allow' }, expect: 'closed' },
    {
      name: 'set to true in time',
      given: { protocolKind: 'ews', ewsReading: 'organization-must-allow', ewsOrganization: 'true' },
      expect: 'does-not-apply',
    },
  ],
})
