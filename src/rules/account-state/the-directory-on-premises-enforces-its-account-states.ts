import { defineRule } from '../rule.ts'

export const theDirectoryOnPremisesEnforcesItsAccountStates = defineRule({
  id: 'ACCT-2',
  question: 'account-state',
  statement:
    'Federation, pass-through authentication and servers on-premises enforce disabled, locked and expired accounts, expired passwords and logon hours at once.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['verifier', 'accountOnPremises'],
  answer: ({ verifier, accountOnPremises }) =>
    (verifier === 'active-directory' || verifier === 'federated-idp' || verifier === 'pass-through-agent') &&
    accountOnPremises !== 'sound'
      ? 'unusable'
      : undefined,
  examples: [
    {
      name: 'a locked account in a federated domain',
      given: { verifier: 'federated-idp', accountOnPremises: 'locked' },
      expect: 'unusable',
    },
    {
      name: 'the same with password hash sync',
      given: { verifier: 'entra-id', accountOnPremises: 'locked' },
      expect: 'does-not-apply',
    },
  ],
})
