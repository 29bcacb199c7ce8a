import { expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import { planRequests } from '../plan-requests.ts'
import { tenantOfText } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

interface Text {
  readonly usable?: boolean
  readonly client?: string
  readonly demandsMfa?: boolean
  readonly group?: string
  /** The groups of the user; not stated where null. */
  readonly groups?: readonly string[] | null
}

const forMfa = { id: 'all_users', isUsableForSignIn: false }

function traceOf({ usable = true, client = 'browser', demandsMfa = false, group = 'all_users', groups = [] }: Text) {
  const includeTargets = [{ id: group, isUsableForSignIn: usable }, ...(groups === null ? [forMfa] : [])]
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Sign-in by text message',
      asOf: '2025-06-01',
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true }, teams: {} },
      clients: ['browser', 'outlook-microsoft-365'],
      authenticationMethodsPolicy: {
        policyMigrationState: 'migrationComplete',
        authenticationMethodConfigurations: [{ id: 'Sms', state: 'enabled', includeTargets }],
      },
      users: [
        {
          userPrincipalName: 'ada@contoso.com',
          perUserMfaState: demandsMfa ? 'enforced' : 'disabled',
          registered: true,
          methods: ['sms'],
          ...(groups === null ? {} : { groups }),
          mailbox: 'exchange-online',
        },
      ],
    }),
    'tenant.json',
  )
  const [request] = [...planRequests(tenant, { client, purpose: 'read-mail' })]
  if (request === undefined) throw new Error('nothing is played')
  const trace = simulateSession(tenant, request).at(-1)
  if (trace === undefined) throw new Error('nothing is asked')
  return trace
}

function admissibleOf(text: Text) {
  const last = verdictOf(traceOf(text))
  return last.kind === 'signs-in' ? [last.presents, last.admissible] : last.kind
}

// https://learn.microsoft.com/entra/identity/authentication/howto-authentication-sms-signin
test.each<[string, Text, unknown]>([
  ['in a browser', {}, ['password', ['password,sms', 'sms', 'password']]],
  ['not where it is for MFA only', { usable: false }, ['password', ['password,sms', 'password']]],
  [
    'not in a native application of Office',
    { client: 'outlook-microsoft-365' },
    ['password', ['password,sms', 'password']],
  ],
  ['not for MFA', { demandsMfa: true }, ['password,sms', ['password,sms']]],
  ['not for another group', { group: 'Pilots' }, ['password', ['password']]],
])('a text message alone signs in: %s', (_, text, expected) => expect(admissibleOf(text)).toEqual(expected))

test('whether it does is open where a membership decides that the file does not state; the password is asked for', () => {
  const trace = traceOf({ group: 'Pilots', groups: null })
  expect(trace.methods?.open).toMatchObject([{ methods: 'sms', missing: ['methodRegistered'] }])
  expect(verdictOf(trace)).toMatchObject({ kind: 'signs-in', presents: 'password' })
})
