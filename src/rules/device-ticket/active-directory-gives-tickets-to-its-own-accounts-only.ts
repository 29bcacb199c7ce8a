import { defineRule } from '../rule.ts'

export const activeDirectoryGivesTicketsToItsOwnAccountsOnly = defineRule({
  id: 'TGT-2',
  question: 'device-ticket',
  statement: 'At a joined device only people who are synchronized from Active Directory get its tickets.',
  citation: { source: 'entra-sso-on-premises', section: 'Prerequisites' },
  basis: 'documented',
  because: ['accountSynced', 'deviceJoin'],
  answer: ({ accountSynced, deviceJoin }) =>
    accountSynced === 'no' && deviceJoin === 'entra-joined' ? 'none' : undefined,
  examples: [
    {
      name: 'a person of the cloud away from the domain',
      given: { accountSynced: 'no', domainController: 'out-of-reach' },
      expect: 'none',
    },
    { name: 'a person of the cloud', given: { accountSynced: 'no' }, expect: 'none' },
    { name: 'a synchronized person', given: {}, expect: 'does-not-apply' },
  ],
})
