import { defineRule } from '../rule.ts'

export const settingUpWindowsHelloForBusinessDemandsMfa = defineRule({
  id: 'MFA-27',
  question: 'second-factor',
  statement:
    'Setting up Windows Hello for Business demands MFA: of Microsoft Entra ID, which a user without a method registers for first, or of an identity provider whose MFA counts.',
  citation: { source: 'hello-provisioning', section: 'Provisioning for Microsoft Entra joined devices' },
  basis: 'documented',
  because: ['selfService', 'mfaRegistered', 'homeRealm', 'federatedIdpMfaBehavior', 'idpPerformsMfa'],
  answer: ({ selfService, mfaRegistered, homeRealm, federatedIdpMfaBehavior, idpPerformsMfa }) => {
    if (selfService !== 'set-up-hello') return undefined
    const elsewhere =
      homeRealm === 'federated' &&
      (federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp' ||
        (federatedIdpMfaBehavior === 'acceptIfMfaDoneByFederatedIdp' && idpPerformsMfa === 'yes'))
    return mfaRegistered === 'no' && !elsewhere ? 'registration-required' : 'required'
  },
  examples: [
    { name: 'a user with a method', given: { selfService: 'set-up-hello' }, expect: 'required' },
    {
      name: 'a user without one',
      given: { selfService: 'set-up-hello', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    {
      name: 'a federated user without one whose identity provider is to perform MFA',
      given: {
        selfService: 'set-up-hello',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'required',
    },
    {
      name: 'a managed user without one, though the setting of a federated domain is there',
      given: {
        selfService: 'set-up-hello',
        mfaRegistered: 'no',
        homeRealm: 'managed',
        federatedIdpMfaBehavior: 'enforceMfaByFederatedIdp',
      },
      expect: 'registration-required',
    },
    {
      name: 'a federated user without one, where MFA counts that the identity provider performs',
      given: {
        selfService: 'set-up-hello',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'required',
    },
    {
      name: 'the same where the identity provider performs none',
      given: {
        selfService: 'set-up-hello',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'acceptIfMfaDoneByFederatedIdp',
        idpPerformsMfa: 'no',
      },
      expect: 'registration-required',
    },
    {
      name: 'the same where the MFA that it performs does not count',
      given: {
        selfService: 'set-up-hello',
        mfaRegistered: 'no',
        homeRealm: 'federated',
        federatedIdpMfaBehavior: 'rejectMfaByFederatedIdp',
        idpPerformsMfa: 'yes',
      },
      expect: 'registration-required',
    },
    { name: 'the registration page', given: { selfService: 'register-for-mfa' }, expect: 'does-not-apply' },
  ],
})
