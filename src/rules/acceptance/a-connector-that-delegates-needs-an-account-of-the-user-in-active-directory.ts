import { defineRule } from '../rule.ts'

export const aConnectorThatDelegatesNeedsAnAccountOfTheUserInActiveDirectory = defineRule({
  id: 'ACC-44',
  question: 'acceptance',
  statement:
    'A connector of the application proxy that gets a Kerberos ticket for the user needs an account of the user in Active Directory.',
  citation: { source: 'entra-application-proxy-kerberos', section: 'How single sign-on with KCD works' },
  basis: 'inferred',
  owner: 'service',
  inFewWords: 'Active Directory does not have the account',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets === 'delegated' && shareAccess === 'not-in-directory' ? 'refused-at-service' : undefined,
  examples: [
    {
      name: 'a cloud-only user',
      given: { credential: 'interactive', shareTickets: 'delegated', shareAccess: 'not-in-directory' },
      expect: 'refused-at-service',
    },
    {
      name: 'a synchronized user',
      given: { credential: 'interactive', shareTickets: 'delegated' },
      expect: 'does-not-apply',
    },
    {
      name: 'a cloud-only user without delegation',
      given: { credential: 'interactive', shareAccess: 'not-in-directory' },
      expect: 'does-not-apply',
    },
  ],
})
