import { defineRule } from '../rule.ts'

export const aTicketForAFileShareNeedsNoHomeRealm = defineRule({
  id: 'REALM-10',
  question: 'home-realm',
  statement:
    'Microsoft Entra Kerberos issues the ticket for a file share to a user who is signed in to the device, so that nobody is sent to an identity provider.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  basis: 'inferred',
  because: ['flowClass', 'shareTickets'],
  answer: ({ flowClass, shareTickets }) =>
    flowClass === 'interactive' && shareTickets === 'entra-id' ? 'not-asked' : undefined,
  examples: [
    {
      name: 'a federated user',
      given: {
        issuer: 'entra-id',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        domainAuthentication: 'federated',
      },
      expect: 'not-asked',
    },
    {
      name: 'a guest, which REALM-8 would answer as well',
      given: {
        issuer: 'entra-id',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        accountHome: 'entra-tenant',
      },
      expect: 'not-asked',
    },
    {
      name: 'a password for a file share',
      given: { issuer: 'entra-id', flowClass: 'legacy', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'a sign-in that is no ticket',
      given: { issuer: 'entra-id', flowClass: 'interactive', domainAuthentication: 'federated' },
      expect: 'does-not-apply',
    },
  ],
})
