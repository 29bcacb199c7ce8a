import { defineRule } from '../rule.ts'

export const activeDirectoryGivesTicketsToItsOwnAccountsOnly = defineRule({
  id: 'TGT-2',
  question: 'device-ticket',
  statement: 'On a joined device, only users synchronized from Active Directory get its tickets.',
  citation: { source: 'entra-sso-on-premises', section: 'Prerequisites' },
  basis: 'documented',
  because: ['accountSynced', 'deviceJoin'],
  answer: ({ accountSynced, deviceJoin }) =>
    accountSynced === 'no' && deviceJoin === 'entra-joined' ? 'none' : undefined,
  examples: [
    {
      name: 'a cloud-only user away from the domain',
      given: { accountSynced: 'no', domainController: 'out-of-reach' },
      expect: 'none',
    },
    { name: 'a cloud-only user', given: { accountSynced: 'no' }, expect: 'none' },
    { name: 'a synchronized user', given: {}, expect: 'does-not-apply' },
  ],
})
