import { defineRule } from '../rule.ts'

export const anExpiredPasswordReachesAPassThroughAgentAsSuch = defineRule({
  id: 'ACCT-6',
  question: 'account-state',
  statement:
    'With pass-through authentication a password that has expired in Active Directory is refused with this reason and must be changed first.',
  citation: { source: 'entra-error-codes' },
  basis: 'documented',
  owner: 'person',
  because: ['verifier', 'accountOnPremises'],
  error: 'AADSTS50144',
  answer: ({ verifier, accountOnPremises }) =>
    verifier === 'pass-through-agent' && accountOnPremises === 'password-expired' ? 'unusable' : undefined,
  examples: [
    {
      name: 'an expired password, verified by an agent',
      given: { verifier: 'pass-through-agent', accountOnPremises: 'password-expired' },
      expect: 'unusable',
    },
    {
      name: 'a locked account, verified by an agent',
      given: { verifier: 'pass-through-agent', accountOnPremises: 'locked' },
      expect: 'does-not-apply',
    },
    {
      name: 'an expired password, verified by the identity provider',
      given: { verifier: 'federated-idp', accountOnPremises: 'password-expired' },
      expect: 'does-not-apply',
    },
  ],
})
