import { expect, test } from 'vitest'
import { sessionVerdict } from '../../trace/verdict.ts'
import { planRequests } from '../plan-requests.ts'
import { tenantOfText } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'

const everyone = {
  users: { includeUsers: ['All'] },
  applications: { includeApplications: ['All'] },
  clientAppTypes: ['all'],
}

function missingFor(method: string, client: object, policies: readonly object[]): string {
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Methods of which it is open whether they can be used',
      asOf: '2026-11-20',
      createdDateTime: '2018-01-01',
      licences: ['p2'],
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true }, 'azure-management': {} },
      networks: [{ name: 'internet' }],
      devices: [{ name: 'own', platform: 'iOS', registered: false }],
      clients: [{ name: 'used', ...client }],
      users: [
        {
          userPrincipalName: 'anna@contoso.com',
          perUserMfaState: 'disabled',
          methods: [method],
          roles: [],
          groups: [],
          mailbox: 'exchange-online',
        },
      ],
      conditionalAccess: { policies },
    }),
    'tenant.json',
  )
  const [request] = [...planRequests(tenant, { client: 'used', signals: {} })]
  if (request === undefined) throw new Error('nothing is played')
  const verdict = sessionVerdict(simulateSession(tenant, request))
  return verdict.kind === 'undetermined' ? verdict.missing.join(' ') : verdict.kind
}

const mfa = [
  {
    displayName: 'MFA',
    state: 'enabled',
    conditions: everyone,
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  },
]

// A registered method is known to be registered: what is open about it is named instead.
test.each([
  ['a passkey in an app of a phone that is not registered', 'fido2', 'outlook-mobile-ios', mfa, 'methodPlace'],
  ['a passkey in Azure PowerShell', 'fido2', 'azure-powershell', mfa, 'methodPlace'],
  ['a text message', 'sms', 'outlook-mobile-ios', mfa, 'signs-in'],
  ['an external method, where no policy asks', 'externalAuthenticationMethod', 'azure-cli', [], 'methodEnough'],
])('%s', (_, method, client, policies, expected) => {
  const device = client === 'outlook-mobile-ios' ? { device: 'own' } : {}
  expect(missingFor(method, { client, ...device }, policies)).toBe(expected)
})
