import { defineRule } from '../rule.ts'

export const controlsThatThisSignInCanNeverMeetKeepItOut = defineRule({
  id: 'POL-4',
  question: 'policy-block',
  statement: 'Grant controls that this flow, client, device or kind of user can never satisfy block the sign-in.',
  citation: { source: 'ca-grant' },
  basis: 'documented',
  owner: 'client',
  because: ['policyDecision'],
  error: 'AADSTS53003',
  answer: ({ policyDecision }) => (policyDecision === 'cannot-satisfy' ? 'cannot-satisfy' : undefined),
  examples: [
    {
      name: 'a device control on a device code flow',
      given: { policyDecision: 'cannot-satisfy' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a password change of a guest, whose password the home tenant has',
      given: { policyDecision: 'cannot-satisfy', accountHome: 'entra-tenant' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'MFA required of a modern client',
      given: { policyDecision: 'controls-required' },
      expect: 'does-not-apply',
    },
    {
      name: 'a device control on a device code flow, which POL-11 would answer as well',
      given: {
        policyDecision: 'cannot-satisfy',
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
      },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a control that can never be met, to register without a method, which POL-12 would answer as well',
      given: {
        policyDecision: 'cannot-satisfy',
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        accountHome: 'direct-connect',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
