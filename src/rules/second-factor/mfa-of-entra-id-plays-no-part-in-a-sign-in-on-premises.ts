import { defineRule } from '../rule.ts'

export const mfaOfEntraIdPlaysNoPartInASignInOnPremises = defineRule({
  id: 'MFA-2',
  question: 'second-factor',
  statement: 'If Microsoft Entra ID is not involved, its multifactor authentication is not requested.',
  citation: { source: 'skype-ma-topologies' },
  basis: 'documented',
  because: ['issuer'],
  answer: ({ issuer }) => (issuer !== 'entra-id' ? 'not-required' : undefined),
  examples: [
    {
      name: 'a Skype sign-in on-premises',
      given: { issuer: 'active-directory', perUserMfaState: 'enforced' },
      expect: 'not-required',
    },
    { name: 'a cloud mailbox', given: { issuer: 'entra-id', perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
    {
      name: 'a Skype sign-in on-premises, which MFA-3 would answer as well',
      given: { issuer: 'active-directory', perUserMfaState: 'enforced', flowClass: 'application' },
      expect: 'not-required',
    },
  ],
})
