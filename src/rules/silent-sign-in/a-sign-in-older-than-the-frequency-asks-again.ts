import { defineRule } from '../rule.ts'

export const aSignInOlderThanTheFrequencyAsksAgain = defineRule({
  id: 'SIL-1',
  question: 'silent-sign-in',
  statement:
    'Where a policy sets a sign-in frequency, a sign-in that is older asks the person again, whatever tokens there are.',
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
