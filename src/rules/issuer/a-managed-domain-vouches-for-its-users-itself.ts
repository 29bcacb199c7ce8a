import { defineRule } from '../rule.ts'

export const aManagedDomainVouchesForItsUsersItself = defineRule({
  id: 'ISS-8',
  question: 'issuer',
  statement:
    'A managed domain of Microsoft Entra Domain Services checks users with password hashes of its own, so that Microsoft Entra ID and its policies take no part.',
  citation: {
    source: 'domain-services-synchronization',
    section: 'Password hash synchronization and security considerations',
  },
  basis: 'inferred',
  because: ['flow', 'shareTickets'],
  answer: ({ flow, shareTickets }) =>
    flow === 'basic' && (shareTickets === 'managed-domain' || shareTickets === 'ldaps-closed')
      ? 'relying-party'
      : undefined,
  examples: [
    {
      name: 'LDAP with a password',
      given: { flow: 'basic', flowClass: 'on-premises', shareTickets: 'managed-domain' },
      expect: 'relying-party',
    },
    {
      name: 'the same from the internet, where it is closed',
      given: { flow: 'basic', flowClass: 'on-premises', shareTickets: 'ldaps-closed' },
      expect: 'relying-party',
    },
    { name: 'a token', given: { flow: 'modern', shareTickets: 'managed-domain' }, expect: 'does-not-apply' },
    { name: 'a password elsewhere', given: { flow: 'basic' }, expect: 'does-not-apply' },
  ],
})
