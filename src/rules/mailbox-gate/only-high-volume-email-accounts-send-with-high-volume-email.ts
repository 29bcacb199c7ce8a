import { defineRule } from '../rule.ts'

export const onlyHighVolumeEmailAccountsSendWithHighVolumeEmail = defineRule({
  id: 'MBX-15',
  question: 'mailbox-gate',
  statement: 'Only an account that was created for it, a mail user without a mailbox, sends with High Volume Email.',
  citation: { source: 'exo-hve-app-access', section: 'Description' },
  basis: 'inferred',
  owner: 'person',
  inFewWords: 'the account was not created for High Volume Email',
  because: ['hveAccount'],
  answer: ({ hveAccount }) => (hveAccount === 'no' ? 'closed' : undefined),
  examples: [
    { name: 'an account with a mailbox', given: { hveAccount: 'no' }, expect: 'closed' },
    { name: 'an account that was created for it', given: { hveAccount: 'yes' }, expect: 'does-not-apply' },
    { name: 'another way of sending', given: {}, expect: 'does-not-apply' },
    {
      name: 'an account without a mailbox, which MBX-8 would answer as well',
      given: { hveAccount: 'no', mailbox: 'none' },
      expect: 'closed',
    },
  ],
})
