import { defineRule } from '../rule.ts'

export const sqlServerAsksForNoPasswordUnderWindowsAuthentication = defineRule({
  id: 'ACC-43',
  question: 'acceptance',
  statement: 'Under Windows authentication, SQL Server relies on the logon to Windows and asks for no password.',
  citation: { source: 'sql-server-authentication-mode', section: 'Connecting Through Windows Authentication' },
  basis: 'documented',
  owner: 'device',
  inFewWords: 'SQL Server asks for no password',
  because: ['shareTickets', 'credential'],
  answer: ({ shareTickets, credential }) =>
    shareTickets === 'domain-logon' && credential === 'account-password' ? 'unfit' : undefined,
  examples: [
    {
      name: 'a password',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'domain-logon',
      },
      expect: 'unfit',
    },
    {
      name: 'the logon to Windows',
      given: {
        credential: 'windows-integrated',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        deviceSession: 'domain',
        shareTickets: 'domain-logon',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a password at a file server',
      given: {
        credential: 'account-password',
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        verifier: 'active-directory',
        issuer: 'active-directory',
        shareTickets: 'domain-server',
      },
      expect: 'does-not-apply',
    },
  ],
})
