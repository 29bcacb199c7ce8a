import { defineRule } from '../rule.ts'

export const aNotificationOfAuthenticatorFollowsThePassword = defineRule({
  id: 'MTH-17',
  question: 'sign-in-method',
  statement: 'A notification of Microsoft Authenticator that the user approves is a second factor after the password.',
  citation: { source: 'entra-authenticator-app', section: 'Notification through mobile app' },
  basis: 'documented',
  because: ['methodKind'],
  answer: ({ methodKind }) => (methodKind === 'notification' ? 'admissible' : undefined),
  examples: [
    { name: 'password and Authenticator', given: { methodKind: 'notification' }, expect: 'admissible' },
    { name: 'the password alone', given: {}, expect: 'does-not-apply' },
  ],
})
