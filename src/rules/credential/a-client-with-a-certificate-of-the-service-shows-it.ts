import { defineRule } from '../rule.ts'

export const aClientWithACertificateOfTheServiceShowsIt = defineRule({
  id: 'CRED-6',
  question: 'credential',
  statement: 'A client that holds a certificate issued by the service presents it without prompting.',
  citation: { source: 'skype-sign-in-certificate' },
  basis: 'inferred',
  because: ['flow'],
  answer: ({ flow }) => (flow === 'certificate' ? 'certificate' : undefined),
  examples: [
    {
      name: 'a later Skype sign-in',
      given: { flow: 'certificate', flowClass: 'on-premises', issuer: 'relying-party' },
      expect: 'certificate',
    },
    {
      name: 'a typed password',
      given: { flow: 'windows-integrated', flowClass: 'on-premises', issuer: 'active-directory' },
      expect: 'does-not-apply',
    },
  ],
})
