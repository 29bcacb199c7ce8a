import { defineRule } from '../rule.ts'

export const anAuthenticationPolicyBlocksAProtocolOnExchangeServer = defineRule({
  id: 'GATE-7',
  question: 'service-gate',
  statement:
    'On Exchange Server 2019 an authentication policy can block legacy authentication (basic, digest, NTLM and Kerberos) or modern authentication for a protocol.',
  citation: { source: 'exchange-2019-block-legacy' },
  basis: 'documented',
  owner: 'policy',
  because: ['service', 'authenticationPolicy'],
  error: 'http-401',
  errorOver: { 'smtp-auth': null },
  answer: ({ service, authenticationPolicy }) =>
    service === 'exchange-server' && authenticationPolicy === 'blocks' ? 'closed' : undefined,
  examples: [
    {
      name: 'legacy authentication is blocked',
      given: { service: 'exchange-server', flow: 'windows-integrated', authenticationPolicy: 'blocks' },
      expect: 'closed',
    },
    { name: 'no policy', given: { service: 'exchange-server', flow: 'windows-integrated' }, expect: 'does-not-apply' },
    {
      name: 'legacy authentication is blocked, with service exchange-online',
      given: { service: 'exchange-online', flow: 'windows-integrated', authenticationPolicy: 'blocks' },
      expect: 'does-not-apply',
    },
    {
      name: 'legacy authentication is blocked, which GATE-8 would answer as well',
      given: {
        service: 'exchange-server',
        flow: 'windows-integrated',
        authenticationPolicy: 'blocks',
        protocolKind: 'smtp-auth',
        smtpAuthMailbox: 'disabled',
      },
      expect: 'closed',
    },
  ],
})
