import { defineRule } from '../rule.ts'

export const theDomainLogonNeedsAJoinedDevice = defineRule({
  id: 'ACC-27',
  question: 'acceptance',
  statement: 'The Windows domain logon works only inside the network, on a device with an Active Directory session.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  owner: 'device',
  because: ['credential', 'deviceSession', 'shareTickets'],
  answer: ({ credential, deviceSession, shareTickets }) =>
    credential === 'windows-integrated' && shareTickets !== 'entra-id' && deviceSession !== 'domain'
      ? 'unfit'
      : undefined,
  examples: [
    {
      name: 'a private device',
      given: { credential: 'windows-integrated', flow: 'windows-integrated', flowClass: 'on-premises' },
      expect: 'unfit',
    },
    {
      name: 'a file share with tickets of Microsoft Entra ID',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'entra-id',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a joined device inside',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        deviceSession: 'domain',
      },
      expect: 'does-not-apply',
    },
  ],
})
