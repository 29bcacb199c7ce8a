import { defineRule } from '../rule.ts'

export const someProtocolsCannotCarryModernAuthentication = defineRule({
  id: 'OFF-2',
  question: 'service-offer',
  statement: 'Outlook Anywhere (RPC over HTTP) does not support OAuth.',
  citation: { source: 'exo-set-outlookanywhere' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'carriesModern', 'protocolKind'],
  answer: ({ flow, carriesModern, protocolKind }) =>
    (flow === 'modern' || flow === 'password-grant') && carriesModern === 'no' && protocolKind === 'other'
      ? 'not-offered'
      : undefined,
  examples: [
    { name: 'RPC over HTTP', given: { carriesModern: 'no', flow: 'modern' }, expect: 'not-offered' },
    {
      name: 'RPC over HTTP, with a password grant',
      given: { carriesModern: 'no', flow: 'password-grant' },
      expect: 'not-offered',
    },
    {
      name: 'RPC over HTTP of a server whose prerequisites are not met',
      given: { carriesModern: 'no', flow: 'modern', serverPrerequisites: 'contradicted' },
      expect: 'not-offered',
    },
    { name: 'MAPI over HTTP', given: { carriesModern: 'yes', flow: 'modern' }, expect: 'does-not-apply' },
    { name: 'RPC over HTTP, with flow basic', given: { carriesModern: 'no', flow: 'basic' }, expect: 'does-not-apply' },
    {
      name: 'IMAP before OAuth came',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'pop-imap' },
      expect: 'does-not-apply',
    },
  ],
})
