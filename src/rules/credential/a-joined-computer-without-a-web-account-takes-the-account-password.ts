import { defineRule } from '../rule.ts'

export const aJoinedComputerWithoutAWebAccountTakesTheAccountPassword = defineRule({
  id: 'CRED-18',
  question: 'credential',
  statement:
    'Without Microsoft Entra authentication, Remote Desktop to a joined computer sends the account password, or a certificate, which is not modeled.',
  citation: { source: 'remote-joined-device', section: 'Supported configurations' },
  basis: 'documented',
  because: ['shareTickets'],
  answer: ({ shareTickets }) => (shareTickets === 'joined-computer' ? 'account-password' : undefined),
  examples: [
    {
      name: 'a joined computer',
      given: { flow: 'basic', flowClass: 'legacy', issuer: 'entra-id', shareTickets: 'joined-computer' },
      expect: 'account-password',
    },
    {
      name: 'a device with a session of the domain, which CRED-4 would answer as well',
      given: {
        flow: 'windows-integrated',
        flowClass: 'interactive',
        shareTickets: 'joined-computer',
        deviceSession: 'domain',
      },
      expect: 'account-password',
    },
    {
      name: 'a user who must pass MFA, which CRED-2 would answer as well',
      given: {
        flow: 'basic',
        flowClass: 'legacy',
        issuer: 'entra-id',
        shareTickets: 'joined-computer',
        secondFactor: 'required',
        appPassword: 'exists',
      },
      expect: 'account-password',
    },
    {
      name: 'a mail client',
      given: { flow: 'basic', flowClass: 'legacy', issuer: 'entra-id' },
      expect: 'does-not-apply',
    },
  ],
})
