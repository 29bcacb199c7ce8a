import { defineRule } from '../rule.ts'

export const entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises = defineRule({
  id: 'ACCT-4',
  question: 'account-state',
  statement:
    'Where Microsoft Entra ID checks the secret, it knows of the directory on-premises only what synchronization has brought: not locked or expired accounts, nor logon hours.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: [],
  answer: () => 'usable',
  examples: [
    {
      name: 'locked on-premises, password hash sync',
      given: { verifier: 'entra-id', accountOnPremises: 'locked' },
      expect: 'usable',
    },
    { name: 'nothing is wrong', given: { verifier: 'active-directory' }, expect: 'usable' },
  ],
})
