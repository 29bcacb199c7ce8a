import { describe, expect, test } from 'vitest'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { sessionVerdict } from '../trace/verdict.ts'
import type { Signals } from '../vocabulary/requests.ts'
import { decidePolicies } from './conditional-access/evaluate.ts'
import { compiledFrom, samplePolicy, sampleSignIn } from './conditional-access/sample-policies.fixture.ts'
import type { PolicySignIn } from './conditional-access/sign-in.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { planRequests } from './plan-requests.ts'
import { simulateSession } from './simulate-session.ts'

/** What is kept of one sign-in must not answer another that differs in one part of the key. */
function tenantOf(policies: string, rest = ''): Tenant {
  const loaded = loadTenantText(
    `
name: kept
asOf: 2025-01-01
domains: [{ name: contoso.com, authenticationType: managed }, { name: fabrikam.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2016]
conditionalAccess:
  namedLocations:
    - { '@odata.type': '#microsoft.graph.ipNamedLocation', id: office, displayName: Office, isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: 198.51.100.0/24 }] }
  policies: [${policies}]
users:
  - { userPrincipalName: a@contoso.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
      groups: [], mailbox: exchange-online, archive: none }
  - { userPrincipalName: b@fabrikam.com, perUserMfaState: disabled, registered: true, appPasswords: [], roles: [],
      groups: [], mailbox: exchange-online, archive: none }
${rest}`,
    'kept.yaml',
  )
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code }) => code).join(' '))
  return loaded.value
}

const outsideTheOffice = `{
      displayName: Block outside, state: enabled,
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all],
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] } },
      grantControls: { operator: OR, builtInControls: [block] } }`

function end(tenant: Tenant, signals: Signals): string {
  const [request] = planRequests(tenant, { signals })
  if (request === undefined) throw new Error('nobody signs in')
  return sessionVerdict(simulateSession(tenant, request)).kind
}

describe('sign-ins from one network', () => {
  const tenant = tenantOf(outsideTheOffice)
  test.each([
    ['198.51.100.7', 'signs-in'],
    ['203.0.113.5', 'blocked'],
    ['198.51.100.8', 'signs-in'],
  ])('from %s: %s, whatever came before', (ipAddress, kind) => {
    expect(end(tenant, { ipAddress: '203.0.113.9' })).toBe('blocked')
    expect(end(tenant, { ipAddress: '198.51.100.9' })).toBe('signs-in')
    expect(end(tenant, { ipAddress })).toBe(kind)
  })
})

test('users of two mail domains have different mailbox profiles', () => {
  const [one, other] = [...tenantOf('').users.values()].map(mailboxProfileOf)
  expect([one?.mailDomain, other?.mailDomain]).toEqual(['contoso.com', 'fabrikam.com'])
})

test('the conditions of a policy are named after each sign-in, whatever came before', () => {
  const compiled = compiledFrom({ policies: [samplePolicy('P')] })
  const first = (changes: Partial<PolicySignIn>): readonly string[] =>
    Object.keys(decidePolicies(compiled, sampleSignIn(changes)).outcomes()[0]?.conditions ?? {}).slice(0, 2)
  expect(first({})).toEqual(['application', 'users'])
  expect(first({ target: { userAction: 'registerSecurityInformation' } })).toEqual(['userActions', 'users'])
  expect(first({ target: { authenticationContext: 'c1' } })).toEqual(['authenticationContext', 'users'])
  expect(first({})).toEqual(['application', 'users'])
})
