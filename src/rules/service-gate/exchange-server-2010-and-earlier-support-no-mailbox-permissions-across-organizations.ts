import { defineRule } from '../rule.ts'

export const exchangeServer2010AndEarlierSupportNoMailboxPermissionsAcrossOrganizations = defineRule({
  id: 'GATE-18',
  question: 'service-gate',
  statement:
    'Exchange Server 2010 and earlier do not support mailbox permissions across a hybrid deployment, so a mailbox of the other organization is not opened.',
  citation: {
    source: 'exchange-hybrid-permissions',
    section: 'Configuring your on-premises Exchange servers to support hybrid mailbox permissions',
  },
  basis: 'documented',
  owner: 'service',
  because: ['sharedMailboxAccess'],
  answer: ({ sharedMailboxAccess }) => (sharedMailboxAccess === 'across-unsupported' ? 'closed' : undefined),
  examples: [
    {
      name: 'a shared mailbox in the cloud, opened by a user of Exchange Server 2010',
      given: { sharedMailboxAccess: 'across-unsupported' },
      expect: 'closed',
    },
    {
      name: 'the same with Exchange Server 2016',
      given: { sharedMailboxAccess: 'across' },
      expect: 'does-not-apply',
    },
    {
      name: 'a shared mailbox of the same organization',
      given: { sharedMailboxAccess: 'not-across' },
      expect: 'does-not-apply',
    },
    {
      name: 'Exchange Server 2010, which GATE-19 would answer as well',
      given: { sharedMailboxAccess: 'across-unsupported', acsAppOnly: 'disabled' },
      expect: 'closed',
    },
  ],
})
