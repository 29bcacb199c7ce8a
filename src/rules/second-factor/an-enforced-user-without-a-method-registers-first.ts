import { defineRule } from '../rule.ts'

export const anEnforcedUserWithoutAMethodRegistersFirst = defineRule({
  id: 'MFA-12',
  question: 'second-factor',
  statement: 'An enforced user who has registered nothing is asked to register at the next interactive sign-in.',
  citation: { source: 'entra-per-user-mfa', section: 'user states' },
  basis: 'documented',
  because: ['perUserMfaState', 'mfaRegistered', 'flowClass'],
  answer: ({ perUserMfaState, mfaRegistered, flowClass }) =>
    perUserMfaState === 'enforced' && mfaRegistered === 'no' && flowClass === 'interactive'
      ? 'registration-required'
      : undefined,
  examples: [
    {
      name: 'set to enforced by hand',
      given: { perUserMfaState: 'enforced', mfaRegistered: 'no' },
      expect: 'registration-required',
    },
    { name: 'a registered user', given: { perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
    {
      name: 'set to enforced by hand, with flow class legacy',
      given: { perUserMfaState: 'enforced', mfaRegistered: 'no', flowClass: 'legacy' },
      expect: 'does-not-apply',
    },
  ],
})
