import { undetermined } from '../../vocabulary/questions.ts'
import { defineRule } from '../rule.ts'

export const platformSsoGivesATicketWhereItHasAKerberosProfile = defineRule({
  id: 'TGT-4',
  question: 'device-ticket',
  statement:
    'A Mac with Platform SSO gets an Active Directory ticket if it has a Kerberos profile, which a tenant file cannot state.',
  citation: { source: 'macos-platform-sso', section: 'introduction' },
  basis: 'documented',
  silentOn: 'whether the Mac has a Kerberos profile',
  because: ['deviceSystem'],
  answer: ({ deviceSystem }) => (deviceSystem === 'macOS' ? undetermined : undefined),
  examples: [
    {
      name: 'a Mac with the key',
      given: { deviceSystem: 'macOS', unlockMethod: 'windowsHelloForBusiness', entraKerberos: 'no' },
      expect: undetermined,
    },
    { name: 'a Mac', given: { deviceSystem: 'macOS' }, expect: undetermined },
    { name: 'a Windows computer', given: {}, expect: 'does-not-apply' },
  ],
})
