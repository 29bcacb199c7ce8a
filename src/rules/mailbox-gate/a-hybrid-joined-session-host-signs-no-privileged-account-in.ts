import { defineRule } from '../rule.ts'

export const aHybridJoinedSessionHostSignsNoPrivilegedAccountIn = defineRule({
  id: 'MBX-12',
  question: 'mailbox-gate',
  statement:
    'Single sign-on to a hybrid joined session host does not sign privileged accounts of Active Directory in, unless the password replication policy of the Microsoft Entra Kerberos object has been loosened.',
  citation: {
    source: 'avd-single-sign-on',
    section: 'Using an Active Directory domain admin account with single sign-on',
  },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the session host gets no ticket for a privileged account',
  because: ['hostSession'],
  answer: ({ hostSession }) => (hostSession === 'denied' ? 'closed' : undefined),
  examples: [
    {
      name: 'a domain administrator',
      given: { hostSession: 'denied' },
      expect: 'closed',
    },
    { name: 'anyone else', given: { hostSession: 'open' }, expect: 'does-not-apply' },
    { name: 'another application', given: {}, expect: 'does-not-apply' },
    {
      name: 'a domain administrator whose public folders are elsewhere, which MBX-13 would answer as well',
      given: { hostSession: 'denied', publicFolders: 'across-unknown' },
      expect: 'closed',
    },
    {
      name: 'a domain administrator without a mailbox, which MBX-8 would answer as well',
      given: { hostSession: 'denied', mailbox: 'none' },
      expect: 'closed',
    },
  ],
})
