import { defineRule } from '../rule.ts'

export const aClientAccessRuleCanDenyAConnection = defineRule({
  id: 'MBX-11',
  question: 'mailbox-gate',
  statement:
    'A client access rule of Exchange Online is evaluated after authentication; the first one that applies allows or denies the connection.',
  citation: { source: 'exo-client-access-rules', section: 'How Client Access Rules are evaluated' },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'a client access rule denies the connection',
  because: ['clientAccessRules'],
  answer: ({ clientAccessRules }) => (clientAccessRules === 'deny' ? 'closed' : undefined),
  examples: [
    {
      name: 'ActiveSync from outside',
      given: { clientAccessRules: 'deny', protocolKind: 'activesync' },
      expect: 'closed',
    },
    { name: 'ActiveSync from the office', given: { protocolKind: 'activesync' }, expect: 'does-not-apply' },
    {
      name: 'POP from outside, which MBX-10 would answer as well',
      given: { clientAccessRules: 'deny', protocolKind: 'pop-imap', applicationAccess: 'not-granted' },
      expect: 'closed',
    },
  ],
})
