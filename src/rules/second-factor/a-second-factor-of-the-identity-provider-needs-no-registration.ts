import { defineRule } from '../rule.ts'

export const aSecondFactorOfTheIdentityProviderNeedsNoRegistration = defineRule({
  id: 'MFA-20',
  question: 'second-factor',
  statement:
    "If the identity provider's second factor counts, a federated user passes MFA without any method registered in Microsoft Entra ID.",
  citation: { source: 'entra-authentication-strength-evaluation', section: 'Federated user experience' },
  basis: 'inferred',
  because: [
    'policyDemandsMfa',
    'mandatoryMfa',
    'mfaRegistered',
    'flowClass',
    'homeRealm',
    'federatedIdpMfaBehavior',
    'idpPerformsMfa',
  ],
  answer: ({
    policyDemandsMfa,
    mandatoryMfa,
    mfaRegistered,
    flowClass,
    homeRealm,
    federatedIdpMfaBehavior,
    idpPerformsMfa,
  }) =>
    (policyDemandsMfa === 'yes' || mandatoryMfa === 'yes') &&
    mfaRegistered === 'no' &&
    flowClass === 'interactive' &&
    homeRealm === 'federated' &&
    (federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp' ||
      (federatedIdpMfaBehavior === 'acceptIfMfaDoneByFederatedIdp' && idpPerformsMfa === 'yes'))
      ? 'required'
      : undefined,
  examples: [
    {
      name: 'the provider performs MFA and the domain accepts it',
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'required',
    },
    {
      name: 'the domain sends all users back to the provider',
      given: {
        mandatoryMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'required',
    },
    {
      name: "the domain rejects the provider's MFA",
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the provider performs MFA and the domain accepts it, with policy demands mfa no',
      given: {
        policyDemandsMfa: 'no',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the provider performs MFA and the domain accepts it, with mfa registered yes',
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'yes',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the provider performs MFA and the domain accepts it, with flow class legacy',
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
        flowClass: 'legacy',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the provider performs MFA and the domain accepts it, with home realm managed',
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'managed',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'the provider performs MFA and the domain accepts it, with idp performs mfa no',
      given: {
        policyDemandsMfa: 'yes',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'no',
      },
      expect: 'does-not-apply',
    },
  ],
})
