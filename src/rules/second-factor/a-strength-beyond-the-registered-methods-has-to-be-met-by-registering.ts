import { defineRule } from '../rule.ts'

export const aStrengthBeyondTheRegisteredMethodsHasToBeMetByRegistering = defineRule({
  id: 'MFA-26',
  question: 'second-factor',
  statement:
    'A user who can pass MFA, but with no method that the required authentication strength admits, is led to register one of them after MFA, if one can be registered at a sign-in.',
  citation: { source: 'entra-authentication-strength-evaluation', section: 'User experience' },
  basis: 'documented',
  because: ['policyDemandsMfa', 'mfaRegistered', 'flowClass'],
  answer: ({ policyDemandsMfa, mfaRegistered, flowClass }) =>
    policyDemandsMfa === 'yes' && mfaRegistered === 'outside-strength' && flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'phishing resistance required of a user with a text message',
      given: { policyDemandsMfa: 'yes', mfaRegistered: 'outside-strength' },
      expect: 'registration-required',
    },
    {
      name: 'phishing resistance required of an administrator, which MFA-6 would answer as well',
      given: { policyDemandsMfa: 'yes', mfaRegistered: 'outside-strength', mandatoryMfa: 'yes' },
      expect: 'registration-required',
    },
    {
      name: 'nothing demanded',
      given: { mfaRegistered: 'outside-strength' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required',
      given: { policyDemandsMfa: 'yes', mfaRegistered: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'with an old client',
      given: { policyDemandsMfa: 'yes', mfaRegistered: 'outside-strength', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
