import { defineRule } from '../rule.ts'

export const aFileShareTakesTicketsAndNoPasswords = defineRule({
  id: 'ACC-33',
  question: 'acceptance',
  statement: 'A file share with Microsoft Entra Kerberos takes tickets, and no password or other secret of a user.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  basis: 'documented',
  owner: 'client',
  inFewWords: 'the file share takes tickets only',
  because: ['shareTickets', 'credential'],
  answer: ({ shareTickets, credential }) =>
    shareTickets === 'entra-id' && credential !== 'windows-integrated' ? 'unfit' : undefined,
  examples: [
    {
      name: 'a password',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'unfit',
    },
    {
      name: 'the logon to Windows',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a password at a storage account of the domain',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'active-directory',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a password beside a token, which ACC-7 would answer as well',
      given: { credential: 'account-password', flow: 'modern', flowClass: 'interactive', shareTickets: 'entra-id' },
      expect: 'unfit',
    },
  ],
})
