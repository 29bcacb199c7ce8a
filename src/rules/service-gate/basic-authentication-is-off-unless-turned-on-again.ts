import { defineRule } from '../rule.ts'

export const basicAuthenticationIsOffUnlessTurnedOnAgain = defineRule({
  id: 'GATE-5',
  question: 'service-gate',
  statement:
    'Exchange Online has turned basic authentication off for this protocol by default; an administrator can still turn it on again.',
  citation: { source: 'exo-basic-september-2022' },
  basis: 'inferred',
  owner: 'vendor',
  because: ['flow', 'service', 'basicAuthentication', 'basicTurnedOnAgain'],
  error: 'http-401',
  errorOver: { 'smtp-auth': null },
  answer: ({ flow, service, basicAuthentication, basicTurnedOnAgain }) =>
    flow === 'basic' &&
    service === 'exchange-online' &&
    basicAuthentication === 'off-by-default' &&
    basicTurnedOnAgain === 'no'
      ? 'closed'
      : undefined,
  examples: [
    {
      name: 'not turned on again',
      given: { flow: 'basic', basicAuthentication: 'off-by-default' },
      expect: 'closed',
    },
    {
      name: 'the tenant turned it on again',
      given: { flow: 'basic', basicAuthentication: 'off-by-default', basicTurnedOnAgain: 'yes' },
      expect: 'does-not-apply',
    },
    {
      name: 'not turned on again, with flow modern',
      given: { flow: 'modern', basicAuthentication: 'off-by-default' },
      expect: 'does-not-apply',
    },
    {
      name: 'not turned on again, with service exchange-server',
      given: { flow: 'basic', basicAuthentication: 'off-by-default', service: 'exchange-server' },
      expect: 'does-not-apply',
    },
    {
      name: 'not turned on again, which GATE-6 would answer as well',
      given: { flow: 'basic', basicAuthentication: 'off-by-default', authenticationPolicy: 'blocks' },
      expect: 'closed',
    },
  ],
})
