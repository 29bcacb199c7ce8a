import { defineRule } from '../rule.ts'

export const mySecurityInfoAsksForAMethodThatIsRegistered = defineRule({
  id: 'MFA-22',
  question: 'second-factor',
  statement:
    'A user with a registered method is asked for a second factor before managing security information, even from a trusted address.',
  citation: { source: 'entra-combined-registration', section: 'Session controls' },
  basis: 'documented',
  because: ['selfService', 'mfaRegistered', 'flowClass'],
  answer: ({ selfService, mfaRegistered, flowClass }) =>
    selfService !== 'no' &&
    selfService !== 'register-device' &&
    selfService !== 'set-up-hello' &&
    mfaRegistered === 'yes' &&
    flowClass === 'interactive'
      ? 'required'
      : undefined,
  examples: [
    {
      name: 'from the office',
      given: { selfService: 'register-for-mfa', mfaRegistered: 'yes', trustedNetwork: 'inside' },
      expect: 'required',
    },
    {
      name: 'no method yet',
      given: { selfService: 'register-for-mfa', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
    { name: 'a mailbox', given: { selfService: 'no', mfaRegistered: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'Windows Hello for Business',
      given: { selfService: 'set-up-hello', mfaRegistered: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'a device',
      given: { selfService: 'register-device', mfaRegistered: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'a legacy client',
      given: { selfService: 'create-app-password', mfaRegistered: 'yes', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
