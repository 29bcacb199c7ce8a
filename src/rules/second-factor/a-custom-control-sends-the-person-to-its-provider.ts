import { defineRule } from '../rule.ts'

export const aCustomControlSendsThePersonToItsProvider = defineRule({
  id: 'MFA-23',
  question: 'second-factor',
  statement:
    'A Conditional Access custom control sends the user to another provider for a second factor, which does not count as Microsoft Entra MFA.',
  citation: { source: 'ca-custom-controls' },
  basis: 'documented',
  because: ['policyDemandsMfa', 'flowClass', 'perUserMfaState', 'trustedNetwork'],
  answer: ({ policyDemandsMfa, flowClass, perUserMfaState, trustedNetwork }) => {
    if (flowClass !== 'interactive') return undefined
    if (perUserMfaState === 'enforced' && trustedNetwork === 'outside') return undefined
    return policyDemandsMfa === 'elsewhere' || policyDemandsMfa === 'met-elsewhere' ? 'required-elsewhere' : undefined
  },
  examples: [
    {
      name: 'a policy with a custom control alone',
      given: { policyDemandsMfa: 'elsewhere' },
      expect: 'required-elsewhere',
    },
    {
      name: 'a custom control that has been met',
      given: { policyDemandsMfa: 'met-elsewhere' },
      expect: 'required-elsewhere',
    },
    { name: 'a policy that requires MFA as well', given: { policyDemandsMfa: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'an enforced user, who is also asked for MFA',
      given: { policyDemandsMfa: 'elsewhere', perUserMfaState: 'enforced' },
      expect: 'does-not-apply',
    },
    {
      name: 'an enforced user at a trusted address',
      given: { policyDemandsMfa: 'elsewhere', perUserMfaState: 'enforced', trustedNetwork: 'inside' },
      expect: 'required-elsewhere',
    },
    {
      name: 'a client that cannot show a page',
      given: { policyDemandsMfa: 'elsewhere', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
