import { expect, test } from 'vitest'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { planRequests } from '../plan-requests.ts'
import { tenantOfText } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

const phishingResistant = '00000000-0000-0000-0000-000000000004'
const byText = '99999999-0000-4000-8000-000000000001'

interface Plan {
  readonly strength: string
  readonly methods: readonly string[]
  readonly available?: readonly string[]
  readonly asOf?: string
  readonly more?: object
}

function ending({ strength, methods, available, asOf = '2025-06-01', more }: Plan, signals: Signals = {}): string {
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Methods kept from people',
      asOf,
      createdDateTime: '2019-01-01',
      licences: ['p2'],
      securityDefaults: false,
      ...(available && { multifactorAuthentication: { availableMethods: available } }),
      domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
      networks: [{ name: 'internet', ranges: ['198.51.100.0/24'] }],
      clients: ['browser'],
      users: [
        {
          userPrincipalName: 'anna@contoso.com',
          perUserMfaState: 'disabled',
          registered: true,
          methods,
          roles: [],
          mailbox: 'exchange-online',
        },
      ],
      conditionalAccess: {
        namedLocations: [],
        authenticationStrengths: [{ id: byText, displayName: 'Text message', allowedCombinations: ['password,sms'] }],
        policies: [
          {
            displayName: 'Strength',
            state: 'enabled',
            conditions: {
              users: { includeUsers: ['All'] },
              applications: { includeApplications: ['All'] },
              clientAppTypes: ['all'],
            },
            grantControls: { operator: 'OR', authenticationStrength: { id: strength } },
          },
        ],
      },
      ...more,
    }),
    'tenant.json',
  )
  const [request] = [...planRequests(tenant, { client: 'browser', purpose: 'read-mail', signals })]
  if (request === undefined) throw new Error('nothing is played')
  const traces = simulateSession(tenant, request)
  const last = traces.map(verdictOf).at(-1)
  return `${sessionVerdict(traces).kind} ${last?.kind === 'signs-in' ? last.secondFactor : '-'}`
}

// https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage: a method that no policy
// allows cannot be used, whoever has registered it.
const key: Plan = { strength: phishingResistant, methods: ['fido2', 'sms'] }
const text: Plan = { strength: byText, methods: ['sms', 'microsoftAuthenticatorPush'] }
const over = [{ change: 'telephonyProvider', state: 'opted-out' }]
test.each<[string, Plan, string]>([
  ['a key that nobody keeps from people', key, 'signs-in asked'],
  ['a key that is allowed', { ...key, available: ['fido2'] }, 'signs-in asked'],
  ['a key that is kept from people', { ...key, available: ['sms'] }, 'blocked -'],
  ['a text message', text, 'signs-in asked'],
  ['a text message that is kept from people', { ...text, available: ['microsoftAuthenticatorPush'] }, 'blocked -'],
  ['a text message that the vendor sends no more', { ...text, asOf: '2028-01-01' }, 'blocked -'],
  ['a text message of a provider', { ...text, asOf: '2028-01-01', more: { rollouts: over } }, 'signs-in asked'],
])('%s: %o: %s', (_, plan, expected) => {
  expect(ending(plan)).toBe(expected)
})

test('a key that was used counts only where people may use it', () => {
  expect(ending(key, { methods: ['fido2'] })).toBe('signs-in already-satisfied')
  expect(ending({ ...key, available: ['sms'] }, { methods: ['fido2'] })).toBe('blocked -')
})
