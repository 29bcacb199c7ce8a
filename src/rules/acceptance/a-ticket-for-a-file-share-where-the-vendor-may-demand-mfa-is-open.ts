import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const aTicketForAFileShareWhereTheVendorMayDemandMfaIsOpen = defineRule({
  id: 'ACC-40',
  question: 'acceptance',
  statement:
    'Microsoft Entra Kerberos cannot use MFA for file shares; where Microsoft decides at the sign-in whether MFA is necessary, no page says what it decides for a ticket.',
  citation: {
    source: 'azure-files-entra-kerberos',
    section: 'Disable multifactor authentication on the storage account',
  },
  basis: 'documented',
  silentOn: 'whether Microsoft demands MFA for a ticket',
  because: ['shareTickets', 'secondFactor'],
  answer: ({ shareTickets, secondFactor }) =>
    shareTickets === 'entra-id' && secondFactor === 'may-be-required' ? undetermined : undefined,
  examples: [
    {
      name: 'security defaults',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
        secondFactor: 'may-be-required',
      },
      expect: undetermined,
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
      name: 'security defaults at a sign-in that is no ticket',
      given: {
        credential: 'interactive',
        flow: 'modern',
        flowClass: 'interactive',
        secondFactor: 'may-be-required',
      },
      expect: 'does-not-apply',
    },
  ],
})
