import { defineRule } from '../rule.ts'

export const registeringComesBeforeAFirstSecondFactor = defineRule({
  id: 'MFA-4',
  question: 'second-factor',
  statement: 'A user without a registered method who opens the registration page is guided through registration.',
  citation: { source: 'entra-combined-registration' },
  basis: 'documented',
  because: ['selfService', 'mfaRegistered', 'flowClass'],
  answer: ({ selfService, mfaRegistered, flowClass }) =>
    selfService === 'register-for-mfa' && mfaRegistered === 'no' && flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'the first visit',
      given: { selfService: 'register-for-mfa', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    { name: 'a later visit', given: { selfService: 'register-for-mfa' }, expect: 'does-not-apply' },
    {
      name: 'the first visit, which MFA-19 would answer as well',
      given: {
        selfService: 'register-for-mfa',
        mfaRegistered: 'no',
        securityDefaults: 'on',
        registrationGrace: 'available',
      },
      expect: 'registration-required',
    },
    {
      name: 'the first visit, with flow class legacy',
      given: { selfService: 'register-for-mfa', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
