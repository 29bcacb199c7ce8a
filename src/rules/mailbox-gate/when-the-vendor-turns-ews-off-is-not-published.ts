import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const whenTheVendorTurnsEwsOffIsNotPublished = defineRule({
  id: 'MBX-5',
  question: 'mailbox-gate',
  statement:
    'From October 2026 until April 2027 the vendor turns EWS off, tenant by tenant, for organizations that never set EwsEnabled; the day is not published.',
  citation: { source: 'exo-ews-retirement' },
  basis: 'inferred',
  silentOn: 'whether the vendor has already set EwsEnabled of the organization to false',
  because: ['ewsReading', 'ewsOrganization'],
  answer: ({ ewsReading, ewsOrganization }) =>
    ewsReading === 'organization-must-allow' && ewsOrganization === 'null' ? undetermined : undefined,
  examples: [
    { name: 'left unset', given: { protocolKind: 'ews', ewsReading: 'organization-must-allow' }, expect: undetermined },
    {
      name: 'left unset before',
      given: { protocolKind: 'ews', ewsReading: 'both-must-allow' },
      expect: 'does-not-apply',
    },
    {
      name: 'set to true in time',
      given: { protocolKind: 'ews', ewsReading: 'organization-must-allow', ewsOrganization: 'true' },
      expect: 'does-not-apply',
    },
  ],
})
