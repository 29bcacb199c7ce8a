import { defineRule } from '../rule.ts'

export const windowsHelloForBusinessIsPresentedAtItsOwnDevice = defineRule({
  id: 'MTH-4',
  question: 'sign-in-method',
  statement: 'Windows Hello for Business is a credential of the device on which it was set up, and works only there.',
  citation: { source: 'entra-authentication-methods', section: 'Available authentication methods' },
  basis: 'inferred',
  owner: 'device',
  because: ['methodPlace'],
  answer: ({ methodPlace }) => (methodPlace === 'no-hello-device' ? 'not-here' : undefined),
  examples: [
    {
      name: 'on a phone, where MFA is required',
      given: { methodPlace: 'no-hello-device', methodEnough: 'single-factor' },
      expect: 'not-here',
    },
    { name: 'on a phone', given: { methodPlace: 'no-hello-device' }, expect: 'not-here' },
    { name: 'on the laptop of the user', given: {}, expect: 'does-not-apply' },
  ],
})
