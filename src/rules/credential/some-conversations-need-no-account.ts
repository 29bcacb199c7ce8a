import { defineRule } from '../rule.ts'

export const someConversationsNeedNoAccount = defineRule({
  id: 'CRED-9',
  question: 'credential',
  statement: 'Direct send and anonymous meeting participants do not present account credentials.',
  citation: { source: 'exo-multifunction-device', section: 'compare the options' },
  basis: 'documented',
  because: ['flowClass'],
  answer: ({ flowClass }) => (flowClass === 'unauthenticated' ? 'none' : undefined),
  examples: [
    {
      name: 'direct send',
      given: { flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party' },
      expect: 'none',
    },
    { name: 'authenticated submission', given: { flow: 'basic', flowClass: 'legacy' }, expect: 'does-not-apply' },
    {
      name: 'direct send, which CRED-4 would answer as well',
      given: {
        flow: 'windows-integrated',
        flowClass: 'unauthenticated',
        issuer: 'relying-party',
        deviceSession: 'domain',
      },
      expect: 'none',
    },
    {
      name: 'direct send, which CRED-17 would answer as well',
      given: { flow: 'none', flowClass: 'unauthenticated', issuer: 'relying-party', shareTickets: 'entra-id' },
      expect: 'none',
    },
  ],
})
