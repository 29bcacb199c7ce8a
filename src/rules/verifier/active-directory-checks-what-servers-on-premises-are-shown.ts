import { defineRule } from '../rule.ts'

export const activeDirectoryChecksWhatServersOnPremisesAreShown = defineRule({
  id: 'VER-1',
  question: 'verifier',
  statement: 'Credentials presented to an on-premises server are verified by Active Directory.',
  citation: { source: 'entra-app-passwords', section: 'federated or single sign-on app passwords' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer === 'active-directory' ? 'active-directory' : undefined),
  examples: [
    { name: 'an account password', given: { issuer: 'active-directory' }, expect: 'active-directory' },
    { name: 'a cloud service', given: { issuer: 'entra-id' }, expect: 'does-not-apply' },
  ],
})
