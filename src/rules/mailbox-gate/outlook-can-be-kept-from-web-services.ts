import { defineRule } from '../rule.ts'

export const outlookCanBeKeptFromWebServices = defineRule({
  id: 'MBX-7',
  question: 'mailbox-gate',
  statement:
    'EwsAllowOutlook and EwsAllowMacOutlook can block Outlook from Exchange web services, for the organization or for one mailbox.',
  citation: { source: 'exo-set-organizationconfig', section: '-EwsAllowOutlook' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'Outlook is blocked from Exchange web services by a setting of the organization or the mailbox',
  because: ['service', 'protocolKind', 'ewsOutlook'],
  answer: ({ service, protocolKind, ewsOutlook }) =>
    service === 'exchange-online' && protocolKind === 'ews' && ewsOutlook === 'refused' ? 'closed' : undefined,
  examples: [
    {
      name: 'Outlook for Mac where it is refused',
      given: { protocolKind: 'ews', ewsOutlook: 'refused' },
      expect: 'closed',
    },
    { name: 'another program', given: { protocolKind: 'ews' }, expect: 'does-not-apply' },
    {
      name: 'Outlook for Mac where it is refused, which MBX-3 would answer as well',
      given: { protocolKind: 'ews', ewsOutlook: 'refused', ewsMailbox: 'true' },
      expect: 'closed',
    },
    {
      name: 'Outlook for Mac where it is refused, with service exchange-server',
      given: { protocolKind: 'ews', ewsOutlook: 'refused', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'Outlook for Mac where it is refused, with protocol kind other',
      given: { protocolKind: 'other', ewsOutlook: 'refused' },
      expect: 'does-not-apply',
    },
  ],
})
