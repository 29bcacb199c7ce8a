import { defineRule } from '../rule.ts'

export const clientSubmissionWithAPasswordIsNoLongerServed = defineRule({
  id: 'GATE-11',
  question: 'service-gate',
  statement:
    'SMTP AUTH with basic authentication is refused once it is off by default for the tenant and no administrator has turned it on again, or in a tenant created later; the reply is documented for the removal only, which has no date.',
  citation: { source: 'exo-smtp-auth-2026-schedule' },
  basis: 'documented',
  owner: 'vendor',
  because: ['flow', 'service', 'protocolKind', 'basicAuthentication', 'basicTurnedOnAgain'],
  answer: ({ flow, service, protocolKind, basicAuthentication, basicTurnedOnAgain }) =>
    flow === 'basic' &&
    service === 'exchange-online' &&
    protocolKind === 'smtp-auth' &&
    (basicAuthentication === 'retired' || (basicAuthentication === 'off-by-default' && basicTurnedOnAgain === 'no'))
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'a printer afterwards',
      given: { flow: 'basic', protocolKind: 'smtp-auth', basicAuthentication: 'off-by-default' },
      expect: 'closed',
    },
    {
      name: 'the tenant turned it on again',
      given: {
        flow: 'basic',
        protocolKind: 'smtp-auth',
        basicAuthentication: 'off-by-default',
        basicTurnedOnAgain: 'yes',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer afterwards, with flow modern',
      given: { flow: 'modern', protocolKind: 'smtp-auth', basicAuthentication: 'off-by-default' },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer afterwards, with service exchange-server',
      given: {
        flow: 'basic',
        protocolKind: 'smtp-auth',
        basicAuthentication: 'off-by-default',
        service: 'exchange-server',
      },
      expect: 'does-not-apply',
    },
    {
      name: 'a printer afterwards, with basic authentication retired',
      given: { flow: 'basic', protocolKind: 'smtp-auth', basicAuthentication: 'retired' },
      expect: 'closed',
    },
    {
      name: 'a printer afterwards, which GATE-4 would answer as well',
      given: { flow: 'basic', protocolKind: 'smtp-auth', basicAuthentication: 'retired' },
      expect: 'closed',
    },
  ],
})
