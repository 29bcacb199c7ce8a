import { defineRule } from '../rule.ts'

export const windowsHelloOpensWindowsAndAsPlatformCredentialMacs = defineRule({
  id: 'DVC-12',
  question: 'device-sign-in',
  statement:
    'Windows Hello for Business is a sign-in method of Windows devices, and the platform credential one of Macs: no phone and no other system has either.',
  citation: { source: 'graph-windows-hello-method', section: 'Introduction' },
  basis: 'inferred',
  owner: 'device',
  inFewWords: 'Windows Hello for Business does not exist on it',
  because: ['unlockMethod', 'deviceSystem'],
  answer: ({ unlockMethod, deviceSystem }) =>
    unlockMethod === 'windowsHelloForBusiness' && (deviceSystem === 'mobile' || deviceSystem === 'other')
      ? 'not-possible'
      : undefined,
  examples: [
    {
      name: 'a registered phone',
      given: { unlockMethod: 'windowsHelloForBusiness', deviceSystem: 'mobile', deviceJoin: 'registered' },
      expect: 'not-possible',
    },
    {
      name: 'a computer with Linux',
      given: { unlockMethod: 'windowsHelloForBusiness', deviceSystem: 'other' },
      expect: 'not-possible',
    },
    {
      name: 'a Mac, whose platform credential goes by this name',
      given: { unlockMethod: 'windowsHelloForBusiness', deviceSystem: 'macOS' },
      expect: 'does-not-apply',
    },
    {
      name: 'a phone to which the account was added with a password',
      given: { unlockMethod: 'password', deviceSystem: 'mobile' },
      expect: 'does-not-apply',
    },
  ],
})
