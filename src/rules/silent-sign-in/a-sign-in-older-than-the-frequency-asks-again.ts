import { defineRule } from '../rule.ts'

export const aSignInOlderThanTheFrequencyAsksAgain = defineRule({
  id: 'SIL-1',
  question: 'silent-sign-in',
  statement:
    'If a policy sets a sign-in frequency, the user is prompted again after that time, regardless of existing tokens.',
  citation: { source: 'entra-session-lifetime', section: 'User sign-in frequency and device identities' },
  basis: 'documented',
  because: ['signInAge'],
  answer: ({ signInAge }) => (signInAge === 'past' ? 'person' : undefined),
  examples: [
    {
      name: 'a token in the cache that is too old',
      given: { signInAge: 'past', cachedToken: 'held', deviceToken: 'multifactor' },
      expect: 'person',
    },
    { name: 'too old', given: { signInAge: 'past', deviceToken: 'multifactor' }, expect: 'person' },
    { name: 'within', given: { deviceToken: 'multifactor' }, expect: 'does-not-apply' },
  ],
})
