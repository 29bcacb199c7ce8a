import { defineRule } from '../rule.ts'

export const aPasskeyNeedsAPlatformThatTakesIt = defineRule({
  id: 'MTH-13',
  question: 'sign-in-method',
  statement:
    'Passkeys cannot be presented in browsers of Android, or in native applications of Android, iOS and macOS, before the vendor supports them there.',
  citation: { source: 'entra-passkey-support', section: 'Web browser support' },
  basis: 'documented',
  owner: 'device',
  because: ['methodPlace'],
  answer: ({ methodPlace }) => (methodPlace === 'no-passkey-here' ? 'not-here' : undefined),
  examples: [
    { name: 'in Chrome on Android, early in 2024', given: { methodPlace: 'no-passkey-here' }, expect: 'not-here' },
    {
      name: 'the same, where a strength demands another method',
      given: { methodPlace: 'no-passkey-here', methodEnough: 'outside-strength' },
      expect: 'not-here',
    },
    { name: 'in Edge on Windows', given: {}, expect: 'does-not-apply' },
  ],
})
