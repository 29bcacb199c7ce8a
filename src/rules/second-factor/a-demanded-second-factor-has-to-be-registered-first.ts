import { defineRule } from '../rule.ts'

export const aDemandedSecondFactorHasToBeRegisteredFirst = defineRule({
  id: 'MFA-5',
  question: 'second-factor',
  statement:
    'A user who must pass MFA because of a policy, the vendor or security defaults, and who has no method yet, is asked to register one.',
  citation: { source: 'entra-combined-registration' },
  basis: 'documented',
  because: ['policyDemandsMfa', 'mandatoryMfa', 'securityDefaults', 'mfaRegistered', 'flowClass', 'accountKind'],
  answer: ({ policyDemandsMfa, mandatoryMfa, securityDefaults, mfaRegistered, flowClass, accountKind }) =>
    (policyDemandsMfa === 'yes' ||
      mandatoryMfa === 'yes' ||
      (securityDefaults === 'on' && (accountKind === 'user' || accountKind === 'guest'))) &&
    mfaRegistered === 'no' &&
    flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'a guest under security defaults',
      given: { securityDefaults: 'on', accountKind: 'guest', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    { name: 'MFA by policy', given: { policyDemandsMfa: 'yes', mfaRegistered: 'no' }, expect: 'registration-required' },
    { name: 'a registered user', given: { policyDemandsMfa: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'a guest under security defaults, with mandatory mfa yes and security defaults off',
      given: { securityDefaults: 'off', accountKind: 'guest', mfaRegistered: 'no', mandatoryMfa: 'yes' },
      expect: 'registration-required',
    },
    {
      name: 'a guest under security defaults, with account kind service-principal',
      given: { securityDefaults: 'on', accountKind: 'service-principal', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest under security defaults, with account kind user',
      given: { securityDefaults: 'on', accountKind: 'user', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    {
      name: 'a guest under security defaults, with flow class legacy',
      given: { securityDefaults: 'on', accountKind: 'guest', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'a guest under security defaults, which MFA-6 would answer as well',
      given: { securityDefaults: 'on', accountKind: 'guest', mfaRegistered: 'no', mandatoryMfa: 'yes' },
      expect: 'registration-required',
    },
  ],
})
