import { defineRule } from '../rule.ts'

export const modernAuthenticationCanBeOffForExchangeOnline = defineRule({
  id: 'OFF-4',
  question: 'service-offer',
  statement:
    'With OAuth2ClientProfileEnabled false, Exchange Online refuses modern authentication to Outlook for Windows.',
  citation: { source: 'exo-enable-modern' },
  basis: 'documented',
  owner: 'service',
  because: ['flow', 'service', 'modernAuthentication'],
  answer: ({ flow, service, modernAuthentication }) =>
    (flow === 'modern' || flow === 'password-grant') && service === 'exchange-online' && modernAuthentication === 'off'
      ? 'switched-off'
      : undefined,
  examples: [
    {
      name: 'the switch is off',
      given: { flow: 'modern', modernAuthentication: 'off', switchConcernsClient: 'yes' },
      expect: 'switched-off',
    },
    {
      name: 'the switch is off, with a password grant',
      given: { flow: 'password-grant', modernAuthentication: 'off', switchConcernsClient: 'yes' },
      expect: 'switched-off',
    },
    { name: 'the switch is on', given: { flow: 'modern', switchConcernsClient: 'yes' }, expect: 'does-not-apply' },
    {
      name: 'the switch is off, with flow basic',
      given: { flow: 'basic', modernAuthentication: 'off', switchConcernsClient: 'yes' },
      expect: 'does-not-apply',
    },
  ],
})
