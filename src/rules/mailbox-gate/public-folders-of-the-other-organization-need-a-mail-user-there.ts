import { defineRule } from '../rule.ts'

export const publicFoldersOfTheOtherOrganizationNeedAMailUserThere = defineRule({
  id: 'MBX-13',
  question: 'mailbox-gate',
  statement:
    'Public folders of the other organization of a hybrid deployment are open only to users whom directory synchronization represents there as mail users.',
  citation: { source: 'exo-hybrid-public-folders', section: 'Summary' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the organization with the public folders has no mail user for the person',
  because: ['publicFolders'],
  answer: ({ publicFolders }) => (publicFolders === 'across-unknown' ? 'closed' : undefined),
  examples: [
    { name: 'a user of the cloud alone', given: { publicFolders: 'across-unknown' }, expect: 'closed' },
    { name: 'a synchronized user', given: { publicFolders: 'across' }, expect: 'does-not-apply' },
    { name: 'folders beside the own mailbox', given: { publicFolders: 'here' }, expect: 'does-not-apply' },
    {
      name: 'a user of the cloud alone without a mailbox, which MBX-8 would answer as well',
      given: { publicFolders: 'across-unknown', mailbox: 'none' },
      expect: 'closed',
    },
  ],
})
