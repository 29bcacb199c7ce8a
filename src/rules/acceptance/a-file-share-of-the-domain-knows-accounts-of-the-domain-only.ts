import { defineRule } from '../rule.ts'

export const aFileShareOfTheDomainKnowsAccountsOfTheDomainOnly = defineRule({
  id: 'ACC-35',
  question: 'acceptance',
  statement:
    'Whoever opens a file share of a storage account of the domain must have an account and a password in that domain.',
  citation: {
    source: 'azure-files-mount',
    section: 'Mount the file share from a non-domain-joined VM or a VM joined to a different AD domain',
  },
  basis: 'documented',
  owner: 'person',
  inFewWords: 'the domain does not have the account',
  because: ['shareAccess', 'shareTickets'],
  answer: ({ shareAccess, shareTickets }) =>
    shareAccess === 'not-in-directory' && shareTickets === 'active-directory' ? 'refused' : undefined,
  examples: [
    {
      name: 'an account that only Microsoft Entra ID has',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'active-directory',
        shareAccess: 'not-in-directory',
      },
      expect: 'refused',
    },
    {
      name: 'a synchronized account',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'active-directory',
      },
      expect: 'does-not-apply',
    },
  ],
})
