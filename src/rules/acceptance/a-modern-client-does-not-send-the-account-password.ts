import { defineRule } from '../rule.ts'

export const aModernClientDoesNotSendTheAccountPassword = defineRule({
  id: 'ACC-7',
  question: 'acceptance',
  statement:
    'A modern client does not send the account password to the service; if a password is used, it is typed into the sign-in page.',
  citation: { source: 'office-modern-auth', section: 'introduction' },
  basis: 'inferred',
  owner: 'client',
  because: ['credential', 'flow'],
  answer: ({ credential, flow }) => (credential === 'account-password' && flow === 'modern' ? 'unfit' : undefined),
  examples: [
    {
      name: 'Outlook 2016',
      given: { credential: 'account-password', flow: 'modern', flowClass: 'interactive' },
      expect: 'unfit',
    },
    {
      name: 'Outlook 2010',
      given: { credential: 'account-password', flow: 'basic', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
