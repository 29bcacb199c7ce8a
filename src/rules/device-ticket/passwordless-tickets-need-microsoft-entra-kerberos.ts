import { defineRule } from '../rule.ts'

export const passwordlessTicketsNeedMicrosoftEntraKerberos = defineRule({
  id: 'TGT-5',
  question: 'device-ticket',
  statement:
    'Security keys, and Windows Hello for Business under cloud Kerberos trust, yield a ticket if Active Directory has the Microsoft Entra Kerberos object.',
  citation: {
    source: 'hello-cloud-kerberos-trust',
    section: 'Microsoft Entra Kerberos and cloud Kerberos trust authentication',
  },
  basis: 'documented',
  because: ['unlockMethod', 'helloTrust', 'entraKerberos', 'deviceJoin'],
  answer: ({ unlockMethod, helloTrust, entraKerberos, deviceJoin }) =>
    entraKerberos === 'no' &&
    deviceJoin !== 'domain-joined' &&
    (unlockMethod === 'fido2' || (unlockMethod === 'windowsHelloForBusiness' && helloTrust === 'cloud-kerberos'))
      ? 'none'
      : undefined,
  examples: [
    {
      name: 'a key of a domain administrator without the object, which TGT-10 would answer as well',
      given: { unlockMethod: 'fido2', entraKerberos: 'no', ticketReplication: 'denied' },
      expect: 'none',
    },
    {
      name: 'a key at a hybrid joined computer, without the object',
      given: { unlockMethod: 'fido2', entraKerberos: 'no', deviceJoin: 'hybrid-joined' },
      expect: 'none',
    },
    { name: 'a key without the object', given: { unlockMethod: 'fido2', entraKerberos: 'no' }, expect: 'none' },
    {
      name: 'Hello without it',
      given: { unlockMethod: 'windowsHelloForBusiness', entraKerberos: 'no' },
      expect: 'none',
    },
    {
      name: 'a key at a computer that only Active Directory knows',
      given: { unlockMethod: 'fido2', entraKerberos: 'no', deviceJoin: 'domain-joined' },
      expect: 'does-not-apply',
    },
    { name: 'a key with it', given: { unlockMethod: 'fido2' }, expect: 'does-not-apply' },
  ],
})
