import { defineRule } from '../rule.ts'

export const aFileShareOfEntraIdIsOpenedWithTheLogonToWindows = defineRule({
  id: 'CRED-17',
  question: 'credential',
  statement:
    'With Microsoft Entra Kerberos, a file share is opened with a ticket that Microsoft Entra ID gives to a user who is signed in to a joined device.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  basis: 'documented',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'entra-id' ? 'windows-integrated' : undefined),
  examples: [
    {
      name: 'a storage account with Microsoft Entra Kerberos',
      given: { flow: 'windows-integrated', flowClass: 'interactive', shareTickets: 'entra-id' },
      expect: 'windows-integrated',
    },
    {
      name: 'inside of the domain, which CRED-4 would answer as well',
      given: {
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        deviceSession: 'domain',
      },
      expect: 'windows-integrated',
    },
    {
      name: 'a storage account of the domain',
      given: {
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        shareTickets: 'active-directory',
      },
      expect: 'does-not-apply',
    },
  ],
})
