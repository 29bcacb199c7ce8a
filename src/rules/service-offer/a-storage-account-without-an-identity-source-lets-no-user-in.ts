import { defineRule } from '../rule.ts'

export const aStorageAccountWithoutAnIdentitySourceLetsNoUserIn = defineRule({
  id: 'OFF-18',
  question: 'service-offer',
  statement: 'Without an identity source, the file shares of a storage account have no identity-based access.',
  citation: {
    source: 'azure-files-entra-kerberos',
    section: 'Disable Microsoft Entra authentication on your storage account',
  },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'the storage account has no identity source',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'nobody' ? 'switched-off' : undefined),
  examples: [
    {
      name: 'a storage account that users open with its key alone',
      given: { service: 'azure-files', flow: 'windows-integrated', shareTickets: 'nobody' },
      expect: 'switched-off',
    },
    {
      name: 'the same, asked for a token, which OFF-1 would answer as well',
      given: { service: 'azure-files', flow: 'modern', serverFlow: 'not-offered', shareTickets: 'nobody' },
      expect: 'switched-off',
    },
    {
      name: 'a storage account with Microsoft Entra Kerberos',
      given: { service: 'azure-files', flow: 'windows-integrated', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
  ],
})
