import { defineRule } from '../rule.ts'

export const securityDefaultsDemandMfaForAzureManagement = defineRule({
  id: 'MFA-18',
  question: 'second-factor',
  statement: 'Security defaults require MFA for everyone who manages Azure, administrator or not.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  because: ['securityDefaults', 'azureManagement', 'flowClass', 'mfaRegistered'],
  answer: ({ securityDefaults, azureManagement, flowClass, mfaRegistered }) =>
    securityDefaults === 'on' &&
    azureManagement === 'yes' &&
    ((flowClass === 'interactive' && mfaRegistered === 'yes') || flowClass === 'password-grant')
      ? 'required'
      : undefined,
  examples: [
    { name: 'the Azure portal', given: { securityDefaults: 'on', azureManagement: 'yes' }, expect: 'required' },
    { name: 'a mailbox', given: { securityDefaults: 'on' }, expect: 'does-not-apply' },
    {
      name: 'the Azure portal, with security defaults off',
      given: { securityDefaults: 'off', azureManagement: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'the Azure portal, with flow class legacy',
      given: { securityDefaults: 'on', azureManagement: 'yes', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'the Azure portal, with mfa registered no',
      given: { securityDefaults: 'on', azureManagement: 'yes', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    {
      name: 'the Azure portal, with flow class password-grant',
      given: { securityDefaults: 'on', azureManagement: 'yes', flowClass: 'password-grant' },
      expect: 'required',
    },
  ],
})
