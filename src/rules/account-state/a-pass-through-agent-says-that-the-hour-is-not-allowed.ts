import { defineRule } from '../rule.ts'

export const aPassThroughAgentSaysThatTheHourIsNotAllowed = defineRule({
  id: 'ACCT-7',
  question: 'account-state',
  statement:
    'With pass-through authentication a sign-in outside the logon hours that Active Directory allows is refused with this reason.',
  citation: { source: 'entra-error-codes' },
  basis: 'documented',
  owner: 'person',
  because: ['verifier', 'accountOnPremises'],
  error: 'AADSTS80012',
  answer: ({ verifier, accountOnPremises }) =>
    verifier === 'pass-through-agent' && accountOnPremises === 'outside-logon-hours' ? 'unusable' : undefined,
  examples: [
    {
      name: 'outside the logon hours, verified by an agent',
      given: { verifier: 'pass-through-agent', accountOnPremises: 'outside-logon-hours' },
      expect: 'unusable',
    },
    {
      name: 'a disabled account, verified by an agent',
      given: { verifier: 'pass-through-agent', accountOnPremises: 'disabled' },
      expect: 'does-not-apply',
    },
    {
      name: 'outside the logon hours, verified by the identity provider',
      given: { verifier: 'federated-idp', accountOnPremises: 'outside-logon-hours' },
      expect: 'does-not-apply',
    },
  ],
})
