import { defineRule } from '../rule.ts'

export const anExternalUserSignsInAtHome = defineRule({
  id: 'REALM-8',
  question: 'home-realm',
  statement:
    'A guest, a member of another tenant or a delegated partner signs in at the home organization, regardless of the domain of the user name; a user with an emailed code has no other home.',
  citation: { source: 'b2b-authentication', section: 'Authentication flow for external users' },
  basis: 'documented',
  because: ['accountHome'],
  answer: ({ accountHome }) =>
    accountHome !== 'here' && accountHome !== 'one-time-passcode' ? 'elsewhere' : undefined,
  examples: [
    {
      name: 'an account of another tenant, with a passkey',
      given: { accountHome: 'entra-tenant', cloudMethod: 'yes' },
      expect: 'elsewhere',
    },
    {
      name: 'an account of another tenant',
      given: { accountHome: 'entra-tenant', domainAuthentication: 'federated' },
      expect: 'elsewhere',
    },
    {
      name: 'direct connect',
      given: { accountHome: 'direct-connect' },
      expect: 'elsewhere',
    },
    {
      name: 'a Microsoft account',
      given: { accountHome: 'other-identity-provider' },
      expect: 'elsewhere',
    },
    {
      name: 'a mailed code',
      given: { accountHome: 'one-time-passcode' },
      expect: 'does-not-apply',
    },
    {
      name: 'a user of this tenant',
      given: { accountHome: 'here', domainAuthentication: 'federated' },
      expect: 'does-not-apply',
    },
  ],
})
