import { defineRule } from '../rule.ts'

export const onlyListedApplicationsUseEws = defineRule({
  id: 'MBX-9',
  question: 'mailbox-gate',
  statement:
    'With EwsEnabled true, only applications whose app ids are listed in EwsAllowedAppIDs can use Exchange web services.',
  citation: { source: 'exo-set-organizationconfig', section: '-EwsAllowedAppIDs' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the organization does not list the application for Exchange web services',
  because: ['ewsReading', 'ewsOrganization', 'ewsApplication'],
  answer: ({ ewsReading, ewsOrganization, ewsApplication }) =>
    ewsReading === 'organization-must-allow' && ewsOrganization === 'true' && ewsApplication === 'not-listed'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'an application that is not on the list',
      given: {
        protocolKind: 'ews',
        ewsReading: 'organization-must-allow',
        ewsOrganization: 'true',
        ewsApplication: 'not-listed',
      },
      expect: 'closed',
    },
    {
      name: 'one that is',
      given: { protocolKind: 'ews', ewsReading: 'organization-must-allow', ewsOrganization: 'true' },
      expect: 'does-not-apply',
    },
    {
      name: 'an application that is not on the list, with ews reading user-wins',
      given: { protocolKind: 'ews', ewsReading: 'user-wins', ewsOrganization: 'true', ewsApplication: 'not-listed' },
      expect: 'does-not-apply',
    },
    {
      name: 'an application that is not on the list, with ews organization null',
      given: {
        protocolKind: 'ews',
        ewsReading: 'organization-must-allow',
        ewsOrganization: 'null',
        ewsApplication: 'not-listed',
      },
      expect: 'does-not-apply',
    },
  ],
})
