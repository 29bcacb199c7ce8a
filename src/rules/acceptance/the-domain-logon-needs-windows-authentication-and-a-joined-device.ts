import { defineRule } from '../rule.ts'

export const theDomainLogonNeedsWindowsAuthenticationAndAJoinedDevice = defineRule({
  id: 'ACC-11',
  question: 'acceptance',
  statement:
    'The domain logon opens a conversation only where Windows authentication is used on a joined device inside.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  because: ['credential', 'flow', 'deviceSession'],
  answer: ({ credential, flow, deviceSession }) =>
    credential === 'windows-integrated' && (flow !== 'windows-integrated' || deviceSession !== 'domain')
      ? 'unfit'
      : undefined,
  examples: [
    {
      name: 'a cloud mailbox',
      given: { credential: 'windows-integrated', flow: 'basic', flowClass: 'legacy' },
      expect: 'unfit',
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
    {
      name: 'a cloud mailbox, with flow windows-integrated',
      given: { credential: 'windows-integrated', flow: 'windows-integrated', flowClass: 'legacy' },
      expect: 'unfit',
    },
    {
      name: 'a cloud mailbox, with device session domain',
      given: { credential: 'windows-integrated', flow: 'basic', flowClass: 'legacy', deviceSession: 'domain' },
      expect: 'unfit',
    },
  ],
})
