import { defineRule } from '../rule.ts'

export const activeDirectoryOpensAComputerOfTheDomain = defineRule({
  id: 'DVC-9',
  question: 'device-sign-in',
  statement:
    'On a domain-joined computer, hybrid joined or not, Active Directory decides who signs in; the sign-in to Microsoft Entra ID follows in the background.',
  citation: { source: 'entra-primary-refresh-token', section: 'PRT issuance during first sign in' },
  basis: 'documented',
  because: ['deviceJoin'],
  answer: ({ deviceJoin }) =>
    deviceJoin === 'hybrid-joined' || deviceJoin === 'domain-joined' ? 'active-directory' : undefined,
  examples: [
    {
      name: 'a federated password at a hybrid joined computer',
      given: { deviceJoin: 'hybrid-joined', domainAuthentication: 'federated' },
      expect: 'active-directory',
    },
    {
      name: 'a password at a hybrid joined computer',
      given: { deviceJoin: 'hybrid-joined' },
      expect: 'active-directory',
    },
    { name: 'a password at a joined computer', given: {}, expect: 'does-not-apply' },
  ],
})
