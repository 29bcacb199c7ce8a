import { defineRule } from '../rule.ts'

export const securityDefaultsDemandMfaOfAdministrators = defineRule({
  id: 'MFA-8',
  question: 'second-factor',
  statement: 'Security defaults require administrators to pass MFA at every sign-in.',
  citation: { source: 'entra-security-defaults', section: 'enforced security policies' },
  basis: 'documented',
  because: ['securityDefaults', 'adminRole', 'flowClass'],
  answer: ({ securityDefaults, adminRole, flowClass }) =>
    securityDefaults === 'on' && adminRole === 'yes' && (flowClass === 'interactive' || flowClass === 'password-grant')
      ? 'required'
      : undefined,
  examples: [
    { name: 'an administrator', given: { securityDefaults: 'on', adminRole: 'yes' }, expect: 'required' },
    { name: 'another user', given: { securityDefaults: 'on' }, expect: 'does-not-apply' },
    {
      name: 'an administrator, which MFA-18 would answer as well',
      given: { securityDefaults: 'on', adminRole: 'yes', azureManagement: 'yes' },
      expect: 'required',
    },
    {
      name: 'an administrator, with security defaults off',
      given: { securityDefaults: 'off', adminRole: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'an administrator, with flow class legacy',
      given: { securityDefaults: 'on', adminRole: 'yes', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'an administrator, with flow class password-grant',
      given: { securityDefaults: 'on', adminRole: 'yes', flowClass: 'password-grant' },
      expect: 'required',
    },
  ],
})
