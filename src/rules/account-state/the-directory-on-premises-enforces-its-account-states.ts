import { defineRule } from '../rule.ts'

export const theDirectoryOnPremisesEnforcesItsAccountStates = defineRule({
  id: 'ACCT-2',
  question: 'account-state',
  statement:
    'Federation, pass-through authentication and on-premises servers immediately enforce disabled, locked and expired accounts, expired passwords and logon hours.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  owner: 'person',
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
    {
      name: 'a locked account in a federated domain, which ACCT-1 would answer as well',
      given: { verifier: 'federated-idp', accountOnPremises: 'locked', accountInCloud: 'disabled' },
      expect: 'unusable',
    },
    {
      name: 'a locked account in a federated domain, with verifier active-directory',
      given: { verifier: 'active-directory', accountOnPremises: 'locked' },
      expect: 'unusable',
    },
    {
      name: 'a locked account in a federated domain, with verifier pass-through-agent',
      given: { verifier: 'pass-through-agent', accountOnPremises: 'locked' },
      expect: 'unusable',
    },
  ],
})
