import { defineRule } from '../rule.ts'

export const aCodeFollowsThePassword = defineRule({
  id: 'MTH-18',
  question: 'sign-in-method',
  statement: 'A code of an application or a token is a second factor after the password.',
  citation: { source: 'entra-oath-tokens', section: 'Software OATH tokens' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'code' ? 'admissible' : undefined),
  examples: [
    { name: 'password and code from an app', given: { methodKind: 'code' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
