import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const controlsOtherThanMfaForATicketAreOpen = defineRule({
  id: 'POL-43',
  question: 'policy-block',
  statement:
    'Of the controls that a user meets on a page, the page on Microsoft Entra Kerberos names MFA alone, and not terms of use or a password change.',
  citation: {
    source: 'azure-files-entra-kerberos',
    section: 'Disable multifactor authentication on the storage account',
  },
  basis: 'inferred',
  silentOn: 'whether a ticket for a file share can meet the controls that the policies require',
  because: ['shareTickets', 'policyDecision'],
  answer: ({ shareTickets, policyDecision }) =>
    shareTickets === 'entra-id' && policyDecision === 'controls-required' ? undetermined : undefined,
  examples: [
    {
      name: 'terms of use',
      given: { issuer: 'entra-id', shareTickets: 'entra-id', policyDecision: 'controls-required' },
      expect: 'undetermined',
    },
    {
      name: 'no control is required',
      given: { issuer: 'entra-id', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'terms of use at a sign-in that is no ticket',
      given: { issuer: 'entra-id', policyDecision: 'controls-required' },
      expect: 'does-not-apply',
    },
  ],
})
