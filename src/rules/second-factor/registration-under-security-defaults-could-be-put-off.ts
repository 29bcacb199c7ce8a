import { defineRule } from '../rule.ts'

export const registrationUnderSecurityDefaultsCouldBePutOff = defineRule({
  id: 'MFA-19',
  question: 'second-factor',
  statement:
    'Under security defaults, a user without a method could postpone registration for 14 days, until the vendor removed that option.',
  citation: { source: 'entra-security-defaults', section: 'require all users to register' },
  basis: 'documented',
  because: [
    'securityDefaults',
    'registrationGrace',
    'mfaRegistered',
    'flowClass',
    'accountKind',
    'policyDemandsMfa',
    'mandatoryMfa',
    'azureManagement',
  ],
  answer: ({
    securityDefaults,
    registrationGrace,
    mfaRegistered,
    flowClass,
    accountKind,
    policyDemandsMfa,
    mandatoryMfa,
    azureManagement,
  }) =>
    securityDefaults === 'on' &&
    registrationGrace === 'available' &&
    mfaRegistered === 'no' &&
    flowClass === 'interactive' &&
    (accountKind === 'user' || accountKind === 'guest') &&
    azureManagement === 'no' &&
    policyDemandsMfa === 'no' &&
    mandatoryMfa === 'no'
      ? 'may-be-required'
      : undefined,
  examples: [
    {
      name: 'the Azure portal, which asks at once',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no', azureManagement: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no' },
      expect: 'may-be-required',
    },
    { name: 'a tenant without them', given: { securityDefaults: 'on', mfaRegistered: 'no' }, expect: 'does-not-apply' },
    {
      name: 'within the grace period, with security defaults off',
      given: { securityDefaults: 'off', registrationGrace: 'available', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period, with mfa registered yes',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period, with flow class legacy',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period, with account kind service-principal',
      given: {
        securityDefaults: 'on',
        registrationGrace: 'available',
        mfaRegistered: 'no',
        accountKind: 'service-principal',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period, with account kind guest',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no', accountKind: 'guest' },
      expect: 'may-be-required',
    },
    {
      name: 'within the grace period, with policy demands mfa yes',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'within the grace period, with mandatory mfa yes',
      given: { securityDefaults: 'on', registrationGrace: 'available', mfaRegistered: 'no', mandatoryMfa: 'yes' },
      expect: 'does-not-apply',
    },
  ],
})
