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
}

function admissibleOf({ usable = true, client = 'browser', demandsMfa = false, group = 'all_users' }: Text) {
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
        authenticationMethodConfigurations: [
          { id: 'Sms', state: 'enabled', includeTargets: [{ id: group, isUsableForSignIn: usable }] },
        ],
      },
      users: [
        {
          userPrincipalName: 'ada@contoso.com',
          perUserMfaState: demandsMfa ? 'enforced' : 'disabled',
          registered: true,
          methods: ['sms'],
          groups: [],
          mailbox: 'exchange-online',
        },
      ],
    }),
    'tenant.json',
  )
  const [request] = [...planRequests(tenant, { client, purpose: 'read-mail' })]
  if (request === undefined) throw new Error('nothing is played')
  const last = simulateSession(tenant, request).map(verdictOf).at(-1)
  return last?.kind === 'signs-in' ? [last.presents, last.admissible] : last?.kind
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
