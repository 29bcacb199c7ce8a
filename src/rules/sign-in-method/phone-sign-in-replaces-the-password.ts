import { defineRule } from '../rule.ts'

export const phoneSignInReplacesThePassword = defineRule({
  id: 'MTH-20',
  question: 'sign-in-method',
  statement:
    'With phone sign-in in Microsoft Authenticator the user picks a number in the app instead of typing a password.',
  citation: { source: 'entra-authenticator-app', section: 'Passwordless sign-in' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'phone-sign-in' ? 'admissible' : undefined),
  examples: [
    { name: 'phone sign-in', given: { methodKind: 'phone-sign-in' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
