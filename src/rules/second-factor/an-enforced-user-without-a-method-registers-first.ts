import { defineRule } from '../rule.ts'

export const anEnforcedUserWithoutAMethodRegistersFirst = defineRule({
  id: 'MFA-12',
  question: 'second-factor',
  statement: 'An enforced user without a registered method is asked to register at the next interactive sign-in.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['perUserMfaState', 'mfaRegistered', 'flowClass'],
  answer: ({ perUserMfaState, mfaRegistered, flowClass }) =>
    perUserMfaState === 'enforced' && mfaRegistered === 'no' && flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'set to enforced manually',
      given: { perUserMfaState: 'enforced', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    { name: 'a registered user', given: { perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
    {
      name: 'set to enforced manually, with flow class legacy',
      given: { perUserMfaState: 'enforced', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
