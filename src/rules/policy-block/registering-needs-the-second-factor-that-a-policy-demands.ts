import { defineRule } from '../rule.ts'

export const registeringNeedsTheSecondFactorThatAPolicyDemands = defineRule({
  id: 'POL-11',
  question: 'policy-block',
  statement:
    'If a policy requires MFA for registration itself, a user without a method needs a Temporary Access Pass, or a second factor from the identity provider, to register one; a guest with a Microsoft account registers here.',
  citation: { source: 'ca-registration', section: 'Create a policy to secure registration' },
  basis: 'documented',
  owner: 'person',
  because: [
    'selfService',
    'accountHome',
    'policyDemandsMfa',
    'mfaRegistered',
    'homeRealm',
    'federatedIdpMfaBehavior',
    'idpPerformsMfa',
  ],
  answer: ({
    selfService,
    accountHome,
    policyDemandsMfa,
    mfaRegistered,
    homeRealm,
    federatedIdpMfaBehavior,
    idpPerformsMfa,
  }) =>
    selfService === 'register-for-mfa' &&
    policyDemandsMfa === 'yes' &&
    mfaRegistered === 'no' &&
    accountHome !== 'microsoft-account' &&
    (homeRealm !== 'federated' ||
      federatedIdpMfaBehavior === 'rejectMfaByFederatedIdp' ||
      (federatedIdpMfaBehavior === 'acceptIfMfaDoneByFederatedIdp' && idpPerformsMfa === 'no'))
      ? 'cannot-satisfy'
      : undefined,
  examples: [
    {
      name: 'MFA required to register, nothing registered',
      given: { selfService: 'register-for-mfa', policyDemandsMfa: 'yes', mfaRegistered: 'no' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'a guest with a Microsoft account',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        accountHome: 'microsoft-account',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the identity provider has performed MFA',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a method is registered already',
      given: { selfService: 'register-for-mfa', policyDemandsMfa: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required to register, nothing registered, which POL-5 would answer as well',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        policyDecision: 'controls-required',
        flowClass: 'legacy',
      },
      expect: 'cannot-satisfy',
    },
    {
      name: 'MFA required to register, nothing registered, with self service no',
      given: { selfService: 'no', policyDemandsMfa: 'yes', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required to register, nothing registered, with policy demands mfa no',
      given: { selfService: 'register-for-mfa', policyDemandsMfa: 'no', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required to register, nothing registered, with home realm federated',
      given: { selfService: 'register-for-mfa', policyDemandsMfa: 'yes', mfaRegistered: 'no', homeRealm: 'federated' },
      expect: 'cannot-satisfy',
    },
    {
      name: 'MFA required to register, nothing registered, with federated idp mfa behavior enforceMfaByFederatedIdp',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'cannot-satisfy',
    },
    {
      name: 'the identity provider has performed MFA, with federated idp mfa behavior rejectMfaByFederatedIdp',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        idpPerformsMfa: 'yes',
        federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
      },
      expect: 'cannot-satisfy',
    },
    {
      name: 'MFA required to register, nothing registered, with federated idp mfa behavior enforceMfaByFederatedIdp (2)',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'MFA required to register, nothing registered, which POL-21 would answer as well',
      given: {
        selfService: 'register-for-mfa',
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        secondFactor: 'registration-required',
        registration: 'blocked-by-risk',
      },
      expect: 'cannot-satisfy',
    },
  ],
})
