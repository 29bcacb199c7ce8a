import { defineRule } from '../rule.ts'

export const aFileShareFirstTookSynchronizedUsersOnly = defineRule({
  id: 'ACC-37',
  question: 'acceptance',
  statement:
    'Microsoft Entra Kerberos for Azure Files initially supported only users synchronized from Active Directory; others could not open a file share.',
  citation: { source: 'azure-files-entra-kerberos', section: 'Prerequisites' },
  basis: 'documented',
  owner: 'vendor',
  inFewWords: 'file shares for synchronized users only',
  because: ['shareAccess'],
  answer: ({ shareAccess }) => (shareAccess === 'cloud-only' ? 'refused' : undefined),
  examples: [
    {
      name: 'a cloud-only user',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        shareAccess: 'cloud-only',
      },
      expect: 'refused',
    },
    {
      name: 'a synchronized user',
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
