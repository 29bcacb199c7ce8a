import { defineRule } from '../rule.ts'

export const aManagedDomainKnowsUsersWhosePasswordHashesItHas = defineRule({
  id: 'ACC-45',
  question: 'acceptance',
  statement:
    'A managed domain of Microsoft Entra Domain Services checks passwords with hashes that it gets from Active Directory for synchronized users, and for others once they have changed their password.',
  citation: {
    source: 'domain-services-synchronization',
    section: 'Password hash synchronization and security considerations',
  },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the managed domain does not have the password',
  because: ['shareTickets', 'shareAccess'],
  answer: ({ shareTickets, shareAccess }) =>
    shareTickets === 'managed-domain' && shareAccess === 'not-in-directory' ? 'refused' : undefined,
  examples: [
    {
      name: 'a cloud-only user who has not changed the password',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        verifier: 'relying-party',
        issuer: 'relying-party',
        shareTickets: 'managed-domain',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'a user whose hashes it has',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        verifier: 'relying-party',
        issuer: 'relying-party',
        shareTickets: 'managed-domain',
      },
      expect: 'does-not-apply',
    },
  ],
})
