import { defineRule } from '../rule.ts'

export const theDomainLogonNeedsWindowsAuthentication = defineRule({
  id: 'ACC-11',
  question: 'acceptance',
  statement: 'The Windows domain logon works only with Windows authentication.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  owner: 'client',
  because: ['credential', 'flow'],
  answer: ({ credential, flow }) =>
    credential === 'windows-integrated' && flow !== 'windows-integrated' ? 'unfit' : undefined,
  examples: [
    {
      name: 'a cloud mailbox',
      given: { credential: 'windows-integrated', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'Windows authentication',
      given: { credential: 'windows-integrated', flow: 'windows-integrated', flowClass: 'on-premises' },
      expect: 'does-not-apply',
    },
    {
      name: 'a cloud mailbox, on a joined device',
      given: { credential: 'windows-integrated', flow: 'basic', flowClass: 'legacy', deviceSession: 'domain' },
      expect: 'unfit',
    },
  ],
})
