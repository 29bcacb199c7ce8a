import { defineRule } from '../rule.ts'

export const aDemandForMfaBlocksATicketForAFileShare = defineRule({
  id: 'POL-42',
  question: 'policy-block',
  statement:
    'A policy that demands MFA for the application of a storage account blocks every ticket for its file shares, whatever was passed before; the application has to be excluded.',
  citation: {
    source: 'azure-files-entra-kerberos',
    section: 'Disable multifactor authentication on the storage account',
  },
  basis: 'documented',
  owner: 'policy',
  because: ['shareTickets', 'policyDemandsMfa'],
  error: 'system-error-1327',
  answer: ({ shareTickets, policyDemandsMfa }) =>
    shareTickets === 'entra-id' && policyDemandsMfa !== 'no' ? 'blocked' : undefined,
  examples: [
    {
      name: 'MFA by policy',
      given: { issuer: 'entra-id', shareTickets: 'entra-id', policyDemandsMfa: 'yes' },
      expect: 'blocked',
    },
    {
      name: 'MFA by policy that the token of the device has passed',
      given: { issuer: 'entra-id', shareTickets: 'entra-id', policyDemandsMfa: 'met' },
      expect: 'blocked',
    },
    {
      name: 'MFA by policy, with a client that cannot step up, which POL-38 would answer as well',
      given: { issuer: 'entra-id', shareTickets: 'entra-id', policyDemandsMfa: 'yes', stepUp: 'impossible' },
      expect: 'blocked',
    },
    {
      name: 'the application is excluded',
      given: { issuer: 'entra-id', shareTickets: 'entra-id' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA by policy for a sign-in that is no ticket',
      given: { issuer: 'entra-id', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
  ],
})
