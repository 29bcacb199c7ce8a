import { defineRule } from '../rule.ts'

export const aMailboxCanBeClosedToAProtocol = defineRule({
  id: 'MBX-1',
  question: 'mailbox-gate',
  statement: 'A mailbox with the protocol disabled cannot be opened over it, regardless of the sign-in.',
  citation: { source: 'exo-set-casmailbox' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the protocol is switched off for the mailbox',
  because: ['mailboxSwitch'],
  answer: ({ mailboxSwitch }) => (mailboxSwitch === 'off' ? 'closed' : undefined),
  examples: [
    {
      name: 'POP disabled for the mailbox',
      given: { protocolKind: 'pop-imap', mailboxSwitch: 'off' },
      expect: 'closed',
    },
    { name: 'not disabled', given: { protocolKind: 'pop-imap' }, expect: 'does-not-apply' },
    {
      name: 'POP disabled for the mailbox, which MBX-11 would answer as well',
      given: { protocolKind: 'pop-imap', mailboxSwitch: 'off', clientAccessRules: 'deny' },
      expect: 'closed',
    },
    {
      name: 'POP disabled for the mailbox, which MBX-10 would answer as well',
      given: { protocolKind: 'pop-imap', mailboxSwitch: 'off', applicationAccess: 'not-granted' },
      expect: 'closed',
    },
  ],
})
