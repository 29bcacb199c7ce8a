import { defineRule } from '../rule.ts'

export const secureLdapIsClosedToTheInternetUnlessItIsTurnedOnForIt = defineRule({
  id: 'ACC-46',
  question: 'acceptance',
  statement: 'A managed domain takes LDAP from the internet only where secure LDAP is turned on for it.',
  citation: { source: 'domain-services-ldaps', section: 'Enable secure LDAP for Microsoft Entra Domain Services' },
  basis: 'documented',
  owner: 'service',
  inFewWords: 'secure LDAP is closed to the internet',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'ldaps-closed' ? 'refused' : undefined),
  examples: [
    {
      name: 'from the internet',
      given: {
        credential: 'account-password',
        flow: 'basic',
        flowClass: 'on-premises',
        verifier: 'relying-party',
        issuer: 'relying-party',
        shareTickets: 'ldaps-closed',
      },
      expect: 'refused',
    },
    {
      name: 'from the network of the managed domain',
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
