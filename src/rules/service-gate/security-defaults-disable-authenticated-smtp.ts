import { defineRule } from '../rule.ts'

export const securityDefaultsDisableAuthenticatedSmtp = defineRule({
  id: 'GATE-3',
  question: 'service-gate',
  statement: 'With security defaults on, SMTP AUTH is disabled in Exchange Online.',
  citation: { source: 'exo-smtp-submission', section: 'notes' },
  basis: 'documented',
  owner: 'policy',
  because: ['service', 'protocolKind', 'securityDefaults'],
  error: 'smtp-535-5.7.139-security-defaults',
  answer: ({ service, protocolKind, securityDefaults }) =>
    service === 'exchange-online' && protocolKind === 'smtp-auth' && securityDefaults === 'on' ? 'closed' : undefined,
  examples: [
    {
      name: 'a printer under security defaults',
      given: { protocolKind: 'smtp-auth', flow: 'basic', securityDefaults: 'on' },
      expect: 'closed',
    },
    {
      name: 'a mailbox under security defaults',
      given: { protocolKind: 'other', flow: 'basic', securityDefaults: 'on' },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer under security defaults, which GATE-11 would answer as well',
      given: { protocolKind: 'smtp-auth', flow: 'basic', securityDefaults: 'on', basicAuthentication: 'retired' },
      expect: 'closed',
    },
    {
      name: 'an on-premises server, which does not support security defaults',
      given: { service: 'exchange-server', protocolKind: 'smtp-auth', flow: 'basic', securityDefaults: 'on' },
      expect: 'does-not-apply',
    },
  ],
})
