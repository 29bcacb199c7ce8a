import { defineRule } from '../rule.ts'

export const aClientThatHasSignedInRefreshesItsToken = defineRule({
  id: 'SIL-2',
  question: 'silent-sign-in',
  statement:
    'A client that has signed in refreshes its token without a prompt, for a rolling window of 90 days unless a policy says otherwise.',
  citation: { source: 'entra-session-lifetime', section: 'User sign-in frequency' },
  basis: 'documented',
  because: ['cachedToken'],
  answer: ({ cachedToken }) => (cachedToken === 'held' ? 'cached-token' : undefined),
  examples: [
    {
      name: 'a private window in which the user has signed in',
      given: { cachedToken: 'held', deviceToken: 'multifactor', tokenReach: 'private-window' },
      expect: 'cached-token',
    },
    { name: 'a client in use', given: { cachedToken: 'held' }, expect: 'cached-token' },
    { name: 'a first start', given: {}, expect: 'does-not-apply' },
  ],
})
