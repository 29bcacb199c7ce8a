import { defineRule } from '../rule.ts'

export const anEnabledUserIsAskedToRegisterInABrowserOrModernClient = defineRule({
  id: 'MFA-14',
  question: 'second-factor',
  statement:
    "An enabled user who has not registered is asked to register at the next browser sign-in or when a modern client's token expires.",
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['perUserMfaState', 'mfaRegistered', 'flowClass'],
  answer: ({ perUserMfaState, mfaRegistered, flowClass }) =>
    perUserMfaState === 'enabled' && mfaRegistered === 'no' && flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'not registered',
      given: { perUserMfaState: 'enabled', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    {
      name: 'an old mail client',
      given: { perUserMfaState: 'enabled', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
    {
      name: 'not registered, with per user mfa state disabled',
      given: { perUserMfaState: 'disabled', mfaRegistered: 'no' },
      expect: 'does-not-apply',
    },
  ],
})
