import { defineRule } from '../rule.ts'

export const aPassThroughAgentChecksThePasswordOnPremises = defineRule({
  id: 'VER-7',
  question: 'verifier',
  statement: 'With pass-through authentication, an on-premises agent verifies the password for Microsoft Entra ID.',
  citation: { source: 'entra-choose-authentication' },
  basis: 'documented',
  because: ['homeRealm', 'managedSignIn'],
  answer: ({ homeRealm, managedSignIn }) =>
    homeRealm === 'managed' && managedSignIn === 'pass-through' ? 'pass-through-agent' : undefined,
  examples: [
    {
      name: 'pass-through',
      given: { homeRealm: 'managed', managedSignIn: 'pass-through' },
      expect: 'pass-through-agent',
    },
    { name: 'password hash sync', given: { homeRealm: 'managed' }, expect: 'does-not-apply' },
    {
      name: 'pass-through, with home realm federated',
      given: { homeRealm: 'federated', managedSignIn: 'pass-through' },
      expect: 'does-not-apply',
    },
  ],
})
