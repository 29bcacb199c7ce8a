import { defineRule } from '../rule.ts'

export const aUserWithoutAMailboxCannotOpenOne = defineRule({
  id: 'MBX-8',
  question: 'mailbox-gate',
  statement: 'Reading mail, or sending it with SMTP AUTH, requires a mailbox, even if the sign-in itself succeeds.',
  citation: { source: 'exo-multifunction-device', section: 'Requirements for SMTP AUTH client submission' },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the user has no mailbox',
  because: ['mailbox'],
  answer: ({ mailbox }) => (mailbox === 'none' ? 'closed' : undefined),
  examples: [
    { name: 'an account without a mailbox', given: { mailbox: 'none' }, expect: 'closed' },
    { name: 'one with a mailbox', given: { protocolKind: 'other' }, expect: 'does-not-apply' },
    {
      name: 'an account without a mailbox, which MBX-1 would answer as well',
      given: { mailbox: 'none', mailboxSwitch: 'off' },
      expect: 'closed',
    },
  ],
})
