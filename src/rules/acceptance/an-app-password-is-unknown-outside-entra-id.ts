import { defineRule } from '../rule.ts'

export const anAppPasswordIsUnknownOutsideEntraId = defineRule({
  id: 'ACC-2',
  question: 'acceptance',
  statement: 'An app password exists only in the work or school account; an on-premises server does not know it.',
  citation: { source: 'entra-app-passwords', section: 'overview and considerations' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'an on-premises server does not know app passwords',
  because: ['credential', 'verifier'],
  answer: ({ credential, verifier }) =>
    credential === 'app-password' && verifier !== 'entra-id' ? 'refused' : undefined,
  examples: [
    {
      name: 'a mailbox on-premises',
      given: {
        credential: 'app-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        appPassword: 'exists',
      },
      expect: 'refused',
    },
    {
      name: 'a cloud mailbox',
      given: {
        credential: 'app-password',
        flow: 'basic',
        flowClass: 'legacy',
        verifier: 'entra-id',
        appPassword: 'exists',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a file share, which ACC-33 would answer as well',
      given: {
        credential: 'app-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        shareTickets: 'entra-id',
      },
      expect: 'refused',
    },
  ],
})
