import { defineRule } from '../rule.ts'

export const aTextMessageOrACallFollowsThePassword = defineRule({
  id: 'MTH-19',
  question: 'sign-in-method',
  statement: 'A code in a text message, or a call that the user confirms, is a second factor after the password.',
  citation: { source: 'entra-phone-options', section: 'Mobile phone verification' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'telephone' ? 'admissible' : undefined),
  examples: [
    { name: 'password and text message', given: { methodKind: 'telephone' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
