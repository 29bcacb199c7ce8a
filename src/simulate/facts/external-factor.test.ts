import { expect, test } from 'vitest'
import { missing } from '../../vocabulary/facts.ts'
import { legsOf, policy } from '../sign-in.fixture.ts'

const external = 'externalAuthenticationMethod'
const of = (methods: readonly string[], tenant = {}, signals = {}) =>
  legsOf(
    { asOf: '2026-06-01', tenant, user: { methods }, policies: [policy({ builtInControls: ['mfa'] })] },
    { client: 'browser', signals },
  ).at(-1)?.facts.externalFactor

const off = { multifactorAuthentication: { systemCredentialPreferences: 'disabled' } }
const policyWithout = (id: string) => ({
  authenticationMethodsPolicy: {
    policyMigrationState: 'migrationComplete',
    authenticationMethodConfigurations: [{ id, state: 'disabled' }],
  },
})

test.each<readonly [methods: readonly string[], tenant: object, signals: object, expected: unknown]>([
  [['microsoftAuthenticatorPush'], {}, {}, 'no'],
  [[external], {}, {}, 'yes'],
  [[external, 'qrCodePin'], {}, {}, 'yes'],
  [[external, 'microsoftAuthenticatorPush'], {}, {}, 'no'],
  [[external, 'microsoftAuthenticatorPush'], off, {}, missing],
  [[external, 'microsoftAuthenticatorPush'], policyWithout('MicrosoftAuthenticator'), {}, 'yes'],
  [[external, 'sms'], {}, {}, missing],
  [[external, 'sms'], {}, { methods: ['password', external] }, 'yes'],
  [[external, 'sms'], {}, { methods: ['password', 'sms'] }, 'no'],
])('of %j in %j with %j', (methods, tenant, signals, expected) => expect(of(methods, tenant, signals)).toBe(expected))
