import { defineRule } from '../rule.ts'

export const entraIdVouchesForTheSessionOfADeviceAtAFileShare = defineRule({
  id: 'VER-14',
  question: 'verifier',
  statement: 'The logon to Windows that opens a file share is one that Microsoft Entra ID vouches for with its ticket.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Introduction' },
  basis: 'documented',
  because: ['homeRealm', 'shareTickets'],
  answer: ({ homeRealm, shareTickets }) =>
    homeRealm === 'not-asked' && shareTickets === 'entra-id' ? 'entra-id' : undefined,
  examples: [
    {
      name: 'a file share',
      given: { credential: 'windows-integrated', homeRealm: 'not-asked', shareTickets: 'entra-id' },
      expect: 'entra-id',
    },
    {
      name: 'a managed user elsewhere',
      given: { credential: 'interactive', homeRealm: 'managed' },
      expect: 'does-not-apply',
    },
    {
      name: 'a file share with a password that is checked as any other',
      given: { credential: 'account-password', homeRealm: 'managed', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'an application',
      given: { credential: 'interactive', homeRealm: 'not-asked' },
      expect: 'does-not-apply',
    },
  ],
})
