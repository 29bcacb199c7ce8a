import { defineRule } from '../rule.ts'

export const serversOnPremisesTakeTheAccountPassword = defineRule({
  id: 'CRED-1',
  question: 'credential',
  statement:
    'A client of an on-premises server presents the work or school account user name and password, which Active Directory verifies.',
  citation: { source: 'entra-app-passwords', section: 'federated or single sign-on app passwords' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer === 'active-directory' ? 'account-password' : undefined),
  examples: [
    {
      name: 'Skype outside the domain',
      given: { flow: 'windows-integrated', flowClass: 'on-premises', issuer: 'active-directory' },
      expect: 'account-password',
    },
    {
      name: 'a cloud mailbox',
      given: { flow: 'basic', flowClass: 'legacy', issuer: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'Skype outside the domain, which CRED-3 would answer as well',
      given: { flowClass: 'on-premises', issuer: 'active-directory' },
      expect: 'account-password',
    },
  ],
})
