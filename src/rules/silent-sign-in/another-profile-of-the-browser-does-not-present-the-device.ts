import { defineRule } from '../rule.ts'

export const anotherProfileOfTheBrowserDoesNotPresentTheDevice = defineRule({
  id: 'SIL-4',
  question: 'silent-sign-in',
  statement:
    'A browser must be signed in with the work account to present the device; a profile of a different account behaves like a browser without the extension.',
  citation: { source: 'ca-conditions', section: 'Supported browsers' },
  basis: 'documented',
  because: ['tokenReach', 'deviceToken'],
  answer: ({ tokenReach, deviceToken }) =>
    tokenReach === 'another-profile' && deviceToken !== 'none' ? 'person' : undefined,
  examples: [
    {
      name: 'a personal profile',
      given: { tokenReach: 'another-profile', deviceToken: 'multifactor' },
      expect: 'person',
    },
    { name: 'the work profile', given: { deviceToken: 'multifactor' }, expect: 'does-not-apply' },
  ],
})
