import { defineRule } from '../rule.ts'

export const microsoftEntraIdChecksSecurityKeysAndHelloUnderCloudKerberosTrust = defineRule({
  id: 'DVC-7',
  question: 'device-sign-in',
  statement:
    'On a hybrid joined computer, Microsoft Entra ID verifies security keys and, under cloud Kerberos trust, Windows Hello for Business, and issues a partial ticket.',
  citation: {
    source: 'hello-authentication',
    section: 'Microsoft Entra hybrid join authentication using cloud Kerberos trust',
  },
  basis: 'documented',
  because: ['deviceJoin', 'unlockMethod', 'helloTrust'],
  answer: ({ deviceJoin, unlockMethod, helloTrust }) =>
    deviceJoin === 'hybrid-joined' &&
    (unlockMethod === 'fido2' || (unlockMethod === 'windowsHelloForBusiness' && helloTrust === 'cloud-kerberos'))
      ? 'entra-id'
      : undefined,
  examples: [
    {
      name: 'Hello under cloud Kerberos trust, away from the domain',
      given: { deviceJoin: 'hybrid-joined', unlockMethod: 'windowsHelloForBusiness', domainController: 'out-of-reach' },
      expect: 'entra-id',
    },
    { name: 'a security key', given: { deviceJoin: 'hybrid-joined', unlockMethod: 'fido2' }, expect: 'entra-id' },
    {
      name: 'Hello under key trust',
      given: { deviceJoin: 'hybrid-joined', unlockMethod: 'windowsHelloForBusiness', helloTrust: 'key' },
      expect: 'does-not-apply',
    },
  ],
})
