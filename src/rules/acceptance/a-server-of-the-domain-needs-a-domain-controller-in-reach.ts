import { defineRule } from '../rule.ts'

export const aServerOfTheDomainNeedsADomainControllerInReach = defineRule({
  id: 'ACC-41',
  question: 'acceptance',
  statement:
    'A server of the domain is reached from the network of the company, or over a VPN, where a domain controller vouches for the user.',
  citation: { source: 'entra-sso-on-premises', section: 'Prerequisites' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'no domain controller in reach',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'out-of-domain' ? 'refused' : undefined),
  examples: [
    {
      name: 'away from the domain',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'out-of-domain',
      },
      expect: 'refused',
    },
    {
      name: 'away from the domain, an account that it does not have, which ACC-42 would answer as well',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'out-of-domain',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'inside',
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
  ],
})
