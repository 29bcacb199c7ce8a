import { defineRule } from '../rule.ts'

export const textMessagesAndCallsOfTheVendorEnd = defineRule({
  id: 'MTH-3',
  question: 'sign-in-method',
  statement:
    'From the day of their retirement, text messages and phone calls delivered by Microsoft do not satisfy MFA.',
  citation: { source: 'entra-sms-voice-retirement', section: 'SMS and voice retirement FAQ' },
  basis: 'documented',
  owner: 'vendor',
  because: ['methodServed'],
  answer: ({ methodServed }) => (methodServed === 'no' ? 'ended' : undefined),
  examples: [
    {
      name: 'a text message after its end, with a client that shows no Hello',
      given: { methodServed: 'no', methodPlace: 'no-hello-device' },
      expect: 'ended',
    },
    { name: 'a text message in March 2027', given: { methodServed: 'no' }, expect: 'ended' },
    { name: 'a text message in 2026', given: {}, expect: 'does-not-apply' },
  ],
})
