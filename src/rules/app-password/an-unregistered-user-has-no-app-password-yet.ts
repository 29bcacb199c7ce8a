import { defineRule } from '../rule.ts'

export const anUnregisteredUserHasNoAppPasswordYet = defineRule({
  id: 'APP-4',
  question: 'app-password',
  statement:
    'A user set to enforced manually who has not registered a method has no app password yet, and legacy clients stop working.',
  citation: { source: 'entra-per-user-mfa-archive' },
  basis: 'documented',
  because: ['mfaRegistered'],
  answer: ({ mfaRegistered }) => (mfaRegistered === 'no' ? 'none' : undefined),
  examples: [
    { name: 'nothing registered', given: { perUserMfaState: 'enforced', mfaRegistered: 'no' }, expect: 'none' },
    { name: 'registered', given: { perUserMfaState: 'enforced' }, expect: 'does-not-apply' },
  ],
})
