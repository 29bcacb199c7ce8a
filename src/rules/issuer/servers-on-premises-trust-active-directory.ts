import { defineRule } from '../rule.ts'

export const serversOnPremisesTrustActiveDirectory = defineRule({
  id: 'ISS-5',
  question: 'issuer',
  statement: 'On-premises servers trust Active Directory for Windows authentication and passwords.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  because: ['flow'],
  answer: ({ flow }) => (flow === 'windows-integrated' || flow === 'basic' ? 'active-directory' : undefined),
  examples: [
    {
      name: 'a token, which this rule does not cover',
      given: { hosting: 'on-premises', flow: 'modern', modernAuthority: 'none' },
      expect: 'does-not-apply',
    },
    {
      name: 'a Skype sign-in',
      given: { hosting: 'on-premises', flow: 'windows-integrated' },
      expect: 'active-directory',
    },
    {
      name: 'a password to an on-premises mailbox',
      given: { hosting: 'on-premises', flow: 'basic' },
      expect: 'active-directory',
    },
  ],
})
