import { defineRule } from '../rule.ts'

export const adFsTakesTheWindowsLogonOfAJoinedDeviceInside = defineRule({
  id: 'LOGON-1',
  question: 'provider-logon',
  statement:
    'Inside the network, AD FS uses Windows integrated authentication by default: on a joined device with a supported browser or Office client, the user types nothing.',
  citation: { source: 'adfs-intranet-forms', section: 'introduction' },
  basis: 'documented',
  because: ['providerLogon', 'firstFactor'],
  answer: ({ providerLogon, firstFactor }) =>
    providerLogon === 'windows' && firstFactor === 'right' ? 'windows-logon' : undefined,
  examples: [
    { name: 'a joined device inside', given: { providerLogon: 'windows' }, expect: 'windows-logon' },
    { name: 'from the internet', given: { providerLogon: 'forms' }, expect: 'does-not-apply' },
    {
      name: 'a wrong password, which must have been typed',
      given: { providerLogon: 'windows', firstFactor: 'wrong' },
      expect: 'does-not-apply',
    },
  ],
})
