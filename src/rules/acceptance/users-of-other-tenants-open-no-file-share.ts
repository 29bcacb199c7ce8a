import { defineRule } from '../rule.ts'

export const usersOfOtherTenantsOpenNoFileShare = defineRule({
  id: 'ACC-36',
  question: 'acceptance',
  statement: 'Microsoft Entra Kerberos gives no ticket for a file share to guests and users of other tenants.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Prerequisites' },
  basis: 'documented',
  owner: 'vendor',
  inFewWords: 'no file shares for guests',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets === 'entra-id' && shareAccess === 'outsider' ? 'refused' : undefined,
  examples: [
    {
      name: 'a guest',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        shareAccess: 'outsider',
      },
      expect: 'refused',
    },
    {
      name: 'a user of the tenant',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'does-not-apply',
    },
  ],
})
