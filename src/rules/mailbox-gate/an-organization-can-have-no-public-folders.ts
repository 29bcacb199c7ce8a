import { defineRule } from '../rule.ts'

export const anOrganizationCanHaveNoPublicFolders = defineRule({
  id: 'MBX-14',
  question: 'mailbox-gate',
  statement: 'With PublicFoldersEnabled at None there are no public folders for the mailboxes of an organization.',
  citation: { source: 'exo-set-organizationconfig', section: '-PublicFoldersEnabled' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the organization has no public folders',
  because: ['publicFolders'],
  answer: ({ publicFolders }) => (publicFolders === 'none' ? 'closed' : undefined),
  examples: [
    { name: 'none', given: { publicFolders: 'none' }, expect: 'closed' },
    { name: 'beside the mailbox', given: { publicFolders: 'here' }, expect: 'does-not-apply' },
    { name: 'another conversation', given: {}, expect: 'does-not-apply' },
    {
      name: 'none, and no account for High Volume Email, which MBX-15 would answer as well',
      given: { publicFolders: 'none', hveAccount: 'no' },
      expect: 'closed',
    },
    {
      name: 'none, and no mailbox, which MBX-8 would answer as well',
      given: { publicFolders: 'none', mailbox: 'none' },
      expect: 'closed',
    },
  ],
})
