import { defineRule } from '../rule.ts'

export const aTicketForAFileShareDoesNotPassMfa = defineRule({
  id: 'ACC-39',
  question: 'acceptance',
  statement: 'Microsoft Entra Kerberos cannot use MFA for file shares: where it is demanded, nobody gets a ticket.',
  citation: {
    source: 'azure-files-entra-kerberos',
    section: 'Disable multifactor authentication on the storage account',
  },
  basis: 'documented',
  owner: 'policy',
  inFewWords: 'a file share cannot satisfy MFA',
  because: ['shareTickets', 'secondFactor'],
  error: 'system-error-1327',
  answer: ({ shareTickets, secondFactor }) =>
    shareTickets === 'entra-id' &&
    (secondFactor === 'required' || secondFactor === 'registration-required' || secondFactor === 'required-elsewhere')
      ? 'refused-after-password'
      : undefined,
  examples: [
    {
      name: 'an enforced user',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        secondFactor: 'required',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'a user without a method',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        secondFactor: 'registration-required',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'a custom control',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        secondFactor: 'required-elsewhere',
      },
      expect: 'refused-after-password',
    },
    {
      name: 'a user without MFA',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA for a sign-in that is no ticket',
      given: {
        credential: 'interactive',
        flow: 'modern',
        flowClass: 'interactive',
        secondFactor: 'required',
      },
      expect: 'does-not-apply',
    },
  ],
})
