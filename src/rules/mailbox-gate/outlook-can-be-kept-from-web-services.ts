import { defineRule } from '../rule.ts'

export const outlookCanBeKeptFromWebServices = defineRule({
  id: 'MBX-7',
  question: 'mailbox-gate',
  statement:
    'EwsAllowOutlook and EwsAllowMacOutlook keep Outlook from Exchange web services, for the organization or for one mailbox.',
  citation: { source: 'exo-set-organizationconfig', section: '-EwsAllowOutlook' },
  basis: 'documented',
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
  ],
})
