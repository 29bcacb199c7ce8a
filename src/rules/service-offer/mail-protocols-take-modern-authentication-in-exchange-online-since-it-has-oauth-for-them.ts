import { defineRule } from '../rule.ts'

export const mailProtocolsTakeModernAuthenticationInExchangeOnlineSinceItHasOauthForThem = defineRule({
  id: 'OFF-13',
  question: 'service-offer',
  statement:
    'POP, IMAP and SMTP AUTH accept modern authentication only in Exchange Online, and only since OAuth was added to each protocol.',
  citation: { source: 'exo-oauth-imap-smtp', section: 'announcement' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'carriesModern', 'protocolKind'],
  answer: ({ flow, carriesModern, protocolKind }) =>
    (flow === 'modern' || flow === 'password-grant') &&
    carriesModern === 'no' &&
    (protocolKind === 'pop-imap' || protocolKind === 'smtp-auth')
      ? 'not-offered'
      : undefined,
  examples: [
    {
      name: 'IMAP before OAuth came',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'pop-imap' },
      expect: 'not-offered',
    },
    {
      name: 'SMTP AUTH before OAuth came',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'smtp-auth' },
      expect: 'not-offered',
    },
    {
      name: 'IMAP before OAuth came, with a password grant',
      given: { carriesModern: 'no', flow: 'password-grant', protocolKind: 'pop-imap' },
      expect: 'not-offered',
    },
    {
      name: 'IMAP since OAuth came',
      given: { carriesModern: 'yes', flow: 'modern', protocolKind: 'pop-imap' },
      expect: 'does-not-apply',
    },
    {
      name: 'a password over IMAP',
      given: { carriesModern: 'no', flow: 'basic', protocolKind: 'pop-imap' },
      expect: 'does-not-apply',
    },
    {
      name: 'RPC over HTTP',
      given: { carriesModern: 'no', flow: 'modern', protocolKind: 'other' },
      expect: 'does-not-apply',
    },
  ],
})
