import { defineRule } from '../rule.ts'

export const anAuthenticationPolicyBlocksBasicAuthentication = defineRule({
  id: 'GATE-6',
  question: 'service-gate',
  statement:
    'An authentication policy that does not allow basic authentication for the protocol stops the password before any identity provider sees it.',
  citation: { source: 'exo-disable-basic', section: 'how basic authentication is blocked' },
  basis: 'documented',
  owner: 'policy',
  because: ['flow', 'service', 'authenticationPolicy'],
  error: 'http-401',
  errorOver: { 'smtp-auth': 'smtp-535-5.7.139-basic' },
  answer: ({ flow, service, authenticationPolicy }) =>
    flow === 'basic' && service === 'exchange-online' && authenticationPolicy === 'blocks'
      ? 'closed-by-policy'
      : undefined,
  examples: [
    {
      name: 'the policy blocks the protocol',
      given: { flow: 'basic', authenticationPolicy: 'blocks' },
      expect: 'closed-by-policy',
    },
    {
      name: 'the policy allows it',
      given: { flow: 'basic', authenticationPolicy: 'allows' },
      expect: 'does-not-apply',
    },
    {
      name: 'the policy blocks the protocol, with flow modern',
      given: { flow: 'modern', authenticationPolicy: 'blocks' },
      expect: 'does-not-apply',
    },
    {
      name: 'the policy blocks the protocol, with service exchange-server',
      given: { flow: 'basic', authenticationPolicy: 'blocks', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'the policy blocks the protocol, which GATE-12 would answer as well',
      given: { flow: 'basic', authenticationPolicy: 'blocks', outlookWebServices: 'closed' },
      expect: 'closed-by-policy',
    },
  ],
})
