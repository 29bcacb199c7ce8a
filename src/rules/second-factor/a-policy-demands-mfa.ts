import { defineRule } from '../rule.ts'

export const aPolicyDemandsMfa = defineRule({
  id: 'MFA-7',
  question: 'second-factor',
  statement: 'A Conditional Access policy in scope requires MFA.',
  citation: { source: 'ca-grant' },
  basis: 'documented',
  because: ['policyDemandsMfa', 'flowClass'],
  answer: ({ policyDemandsMfa, flowClass }) =>
    (policyDemandsMfa === 'yes' || policyDemandsMfa === 'met') &&
    (flowClass === 'interactive' || flowClass === 'password-grant')
      ? 'required'
      : undefined,
  examples: [
    { name: 'MFA by policy', given: { policyDemandsMfa: 'yes' }, expect: 'required' },
    { name: 'MFA by policy, already satisfied', given: { policyDemandsMfa: 'met' }, expect: 'required' },
    { name: 'no policy', given: { policyDemandsMfa: 'no' }, expect: 'does-not-apply' },
    {
      name: 'MFA by policy, with flow class legacy',
      given: { policyDemandsMfa: 'yes', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA by policy, with flow class password-grant',
      given: { policyDemandsMfa: 'yes', flowClass: 'password-grant' },
      expect: 'required',
    },
    {
      name: 'MFA by policy, which MFA-8 would answer as well',
      given: { policyDemandsMfa: 'yes', securityDefaults: 'on', adminRole: 'yes' },
      expect: 'required',
    },
  ],
})
