import { defineRule } from '../rule.ts'

export const theNewOutlookOpensNoMailboxOnPremises = defineRule({
  id: 'OFF-17',
  question: 'service-offer',
  statement: 'The new Outlook for Windows does not support accounts of Exchange Server.',
  citation: { source: 'new-outlook-account-types', section: 'Supported account types' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'the client does not support accounts of Exchange Server',
  because: ['service', 'onlineMailboxesOnly'],
  answer: ({ service, onlineMailboxesOnly }) =>
    service === 'exchange-server' && onlineMailboxesOnly === 'yes' ? 'not-offered' : undefined,
  examples: [
    {
      name: 'the new Outlook and a mailbox on-premises',
      given: { service: 'exchange-server', onlineMailboxesOnly: 'yes' },
      expect: 'not-offered',
    },
    {
      name: 'the new Outlook and a mailbox on-premises, which OFF-2 would answer as well',
      given: { service: 'exchange-server', onlineMailboxesOnly: 'yes', flow: 'modern', carriesModern: 'no' },
      expect: 'not-offered',
    },
    {
      name: 'its mailbox in the cloud',
      given: { service: 'exchange-online', onlineMailboxesOnly: 'yes' },
      expect: 'does-not-apply',
    },
    { name: 'classic Outlook', given: { service: 'exchange-server' }, expect: 'does-not-apply' },
  ],
})
