import { defineRule } from '../rule.ts'

export const onlyExchangeWebServicesOfExchangeOnlineHaveAnOrganizationSwitch = defineRule({
  id: 'MBX-2',
  question: 'mailbox-gate',
  statement: "The organization's EwsEnabled applies only to Exchange web services in Exchange Online.",
  citation: { source: 'exo-ews-enabled-flags' },
  basis: 'inferred',
  because: ['protocolKind', 'service'],
  answer: ({ protocolKind, service }) => (protocolKind !== 'ews' || service !== 'exchange-online' ? 'open' : undefined),
  examples: [
    { name: 'MAPI', given: { protocolKind: 'other' }, expect: 'open' },
    { name: 'EWS', given: { protocolKind: 'ews' }, expect: 'does-not-apply' },
    {
      name: 'EWS, with service exchange-server',
      given: { protocolKind: 'ews', service: 'exchange-server' },
      expect: 'open',
    },
  ],
})
