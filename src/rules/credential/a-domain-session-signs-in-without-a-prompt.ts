import { defineRule } from '../rule.ts'

export const aDomainSessionSignsInWithoutAPrompt = defineRule({
  id: 'CRED-4',
  question: 'credential',
  statement:
    'Inside the network, Windows authentication uses the Active Directory session of the device without prompting.',
  citation: { source: 'skype-client-authentication' },
  basis: 'documented',
  because: ['flow', 'deviceSession'],
  answer: ({ flow, deviceSession }) =>
    flow === 'windows-integrated' && deviceSession === 'domain' ? 'windows-integrated' : undefined,
  examples: [
    {
      name: 'a joined device inside',
      given: {
        flow: 'windows-integrated',
        flowClass: 'on-premises',
        issuer: 'active-directory',
        deviceSession: 'domain',
      },
      expect: 'windows-integrated',
    },
    {
      name: 'a private device',
      given: { flow: 'windows-integrated', flowClass: 'on-premises', issuer: 'active-directory' },
      expect: 'does-not-apply',
    },
    {
      name: 'a joined device inside, with flow modern',
      given: { flow: 'modern', flowClass: 'on-premises', issuer: 'active-directory', deviceSession: 'domain' },
      expect: 'does-not-apply',
    },
  ],
})
