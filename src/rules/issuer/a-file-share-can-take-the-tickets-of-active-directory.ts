import { defineRule } from '../rule.ts'

export const aFileShareCanTakeTheTicketsOfActiveDirectory = defineRule({
  id: 'ISS-7',
  question: 'issuer',
  statement:
    'A storage account that is joined to Active Directory takes Kerberos tickets of its domain controllers, and Microsoft Entra ID takes no part.',
  citation: { source: 'azure-files-mount', section: 'Mounting prerequisites' },
  basis: 'documented',
  because: ['flow', 'shareTickets'],
  answer: ({ flow, shareTickets }) =>
    flow === 'windows-integrated' && (shareTickets === 'active-directory' || shareTickets === 'no-controller')
      ? 'active-directory'
      : undefined,
  examples: [
    {
      name: 'a storage account of the domain',
      given: { flow: 'windows-integrated', flowClass: 'on-premises', shareTickets: 'active-directory' },
      expect: 'active-directory',
    },
    {
      name: 'the same away from the domain, which ISS-2 would answer as well',
      given: {
        hosting: 'online',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        shareTickets: 'no-controller',
      },
      expect: 'active-directory',
    },
    {
      name: 'a token for it',
      given: { hosting: 'online', flow: 'modern', shareTickets: 'active-directory' },
      expect: 'does-not-apply',
    },
    {
      name: 'a storage account with Microsoft Entra Kerberos',
      given: { flow: 'windows-integrated', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
  ],
})
