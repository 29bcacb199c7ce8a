import { defineRule } from '../rule.ts'

export const highVolumeEmailServesApplicationsOnTheListOfTheAccount = defineRule({
  id: 'MBX-16',
  question: 'mailbox-gate',
  statement:
    'An application with OAuth sends with High Volume Email only if it is among the allowed applications of the account.',
  citation: { source: 'exo-hve-app-access', section: 'Description' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the application is not among the allowed applications of the account',
  because: ['hveAccount'],
  answer: ({ hveAccount }) => (hveAccount === 'not-allowed' ? 'closed' : undefined),
  examples: [
    { name: 'an application that nobody added', given: { hveAccount: 'not-allowed' }, expect: 'closed' },
    { name: 'an application that was added', given: { hveAccount: 'yes' }, expect: 'does-not-apply' },
    { name: 'another way of sending', given: {}, expect: 'does-not-apply' },
    {
      name: 'an account without a mailbox, which MBX-8 would answer as well',
      given: { hveAccount: 'not-allowed', mailbox: 'none' },
      expect: 'closed',
    },
  ],
})
