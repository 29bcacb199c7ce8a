import { defineRule } from '../rule.ts'

export const theSecureEnclaveKeyLeavesTheLocalPasswordOfAMacAlone = defineRule({
  id: 'DVC-6',
  question: 'device-sign-in',
  statement:
    'With the Secure Enclave key of Platform SSO, the user unlocks a Mac with its local password, and the key then signs in to Microsoft Entra ID.',
  citation: { source: 'macos-platform-sso', section: 'introduction' },
  basis: 'documented',
  because: ['deviceSystem', 'unlockMethod', 'deviceJoin'],
  answer: ({ deviceSystem, unlockMethod, deviceJoin }) =>
    deviceSystem === 'macOS' && deviceJoin === 'entra-joined' && unlockMethod === 'windowsHelloForBusiness'
      ? 'device'
      : undefined,
  examples: [
    {
      name: 'the key of a Mac',
      given: { deviceSystem: 'macOS', unlockMethod: 'windowsHelloForBusiness' },
      expect: 'device',
    },
    { name: 'the password of a Mac', given: { deviceSystem: 'macOS' }, expect: 'does-not-apply' },
  ],
})
