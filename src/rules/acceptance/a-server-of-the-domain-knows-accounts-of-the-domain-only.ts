import { defineRule } from '../rule.ts'

export const aServerOfTheDomainKnowsAccountsOfTheDomainOnly = defineRule({
  id: 'ACC-42',
  question: 'acceptance',
  statement:
    'A server of the domain has Active Directory vouch for the user, which does not know accounts of the cloud alone.',
  citation: { source: 'entra-sso-on-premises', section: 'Prerequisites' },
  basis: 'inferred',
  owner: 'service',
  inFewWords: 'Active Directory does not have the account',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    (shareTickets === 'domain-server' || shareTickets === 'domain-logon') && shareAccess === 'not-in-directory'
      ? 'refused'
      : undefined,
  examples: [
    {
      name: 'a cloud-only user',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'domain-server',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'the same at SQL Server, which ACC-43 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'domain-logon',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'a synchronized user',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'domain-server',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a cloud-only user at another server',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareAccess: 'not-in-directory',
      },
      expect: 'does-not-apply',
    },
  ],
})
