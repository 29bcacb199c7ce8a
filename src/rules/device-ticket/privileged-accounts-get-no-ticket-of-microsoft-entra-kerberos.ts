import { defineRule } from '../rule.ts'

export const privilegedAccountsGetNoTicketOfMicrosoftEntraKerberos = defineRule({
  id: 'TGT-10',
  question: 'device-ticket',
  statement:
    'Security keys and cloud Kerberos trust give privileged accounts of Active Directory no ticket, unless the password replication policy of the Microsoft Entra Kerberos object has been loosened.',
  citation: { source: 'hello-cloud-kerberos-trust', section: 'Unsupported scenarios' },
  basis: 'documented',
  because: ['unlockMethod', 'helloTrust', 'ticketReplication', 'deviceJoin'],
  answer: ({ unlockMethod, helloTrust, ticketReplication, deviceJoin }) =>
    ticketReplication === 'denied' &&
    deviceJoin !== 'domain-joined' &&
    (unlockMethod === 'fido2' || (unlockMethod === 'windowsHelloForBusiness' && helloTrust === 'cloud-kerberos'))
      ? 'none'
      : undefined,
  examples: [
    {
      name: 'a domain administrator with a key at a hybrid joined computer',
      given: { unlockMethod: 'fido2', ticketReplication: 'denied', deviceJoin: 'hybrid-joined' },
      expect: 'none',
    },
    {
      name: 'the same with Hello under cloud Kerberos trust',
      given: { unlockMethod: 'windowsHelloForBusiness', ticketReplication: 'denied' },
      expect: 'none',
    },
    {
      name: 'the same with a password',
      given: { unlockMethod: 'password', ticketReplication: 'denied' },
      expect: 'does-not-apply',
    },
    {
      name: 'a key at a computer that only Active Directory knows',
      given: { unlockMethod: 'fido2', ticketReplication: 'denied', deviceJoin: 'domain-joined' },
      expect: 'does-not-apply',
    },
    {
      name: 'Hello under key trust, which Active Directory checks itself',
      given: { unlockMethod: 'windowsHelloForBusiness', helloTrust: 'key', ticketReplication: 'denied' },
      expect: 'does-not-apply',
    },
    { name: 'anyone else with a key', given: { unlockMethod: 'fido2' }, expect: 'does-not-apply' },
  ],
})
