import { defineRule } from '../rule.ts'

export const aDemandForMfaBlocksAPasswordGrant = defineRule({
  id: 'POL-24',
  question: 'policy-block',
  statement: 'MFA required by policy blocks a program that uses a password grant.',
  citation: { source: 'entra-mandatory-mfa', section: 'client libraries' },
  basis: 'documented',
  owner: 'client',
  because: ['policyDemandsMfa', 'flowClass'],
  error: 'AADSTS50076',
  answer: ({ policyDemandsMfa, flowClass }) =>
    policyDemandsMfa === 'yes' && flowClass === 'password-grant' ? 'blocked' : undefined,
  examples: [
    {
      name: 'MFA by policy for a script that sends a password',
      given: { policyDemandsMfa: 'yes', flowClass: 'password-grant' },
      expect: 'blocked',
    },
    {
      name: 'MFA by policy for a modern client',
      given: { policyDemandsMfa: 'yes', flowClass: 'interactive' },
      expect: 'does-not-apply',
    },
    {
      name: 'no MFA by policy for a script that sends a password',
      given: { policyDemandsMfa: 'no', flowClass: 'password-grant' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA by policy for a script that sends a password, which POL-25 would answer as well',
      given: { policyDemandsMfa: 'yes', flowClass: 'password-grant', securityDefaults: 'on', secondFactor: 'required' },
      expect: 'blocked',
    },
  ],
})
