import { expect, test } from 'vitest'
import { crossTenantEntryOf } from './cross-tenant-entry.ts'
import { loadTenantText } from './load-tenant.ts'

const fabrikam = '11111111-1111-4111-8111-111111111111'
const group = '88888888-8888-4888-8888-888888888888'
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const management = '797f4846-ba00-4fd7-ba43-dac1f8f63013'

const all = (accessType: string) =>
  `{ usersAndGroups: { accessType: ${accessType}, targets: [{ target: AllUsers, targetType: user }] } }`
const application = (accessType: string, target: string) =>
  `{ applications: { accessType: ${accessType}, targets: [{ target: ${target}, targetType: application }] } }`

/** What the settings make of a guest who asks for Exchange Online. */
function entry(settings: string, guest: string): string | undefined {
  const loaded = loadTenantText(
    `{ name: T, asOf: 2026-01-01, domains: [{ name: contoso.com, authenticationType: managed }], crossTenantAccess: ${settings},
       users: [{ userPrincipalName: 'g#EXT#@contoso.com', ${guest} }] }`,
    't.yaml',
  )
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const [user] = loaded.value.users.values()
  if (user === undefined) throw new Error('there is no guest')
  return crossTenantEntryOf(loaded.value, user, exchange)
}

const named = `externalTenantId: ${fabrikam}`
const blocked = (key: string) => `{ partners: [{ tenantId: ${fabrikam}, ${key}: ${all('blocked')} }] }`

test.each([
  ['nothing is said', '{}', named, 'open'],
  [
    'all are blocked by default',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} } }`,
    named,
    'inbound-closed',
  ],
  ['the partner is blocked', blocked('b2bCollaborationInbound'), named, 'inbound-closed'],
  ['direct connect of the partner is blocked', blocked('b2bDirectConnectInbound'), named, 'open'],
  [
    'null inherits',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} }, partners: [{ tenantId: ${fabrikam}, b2bCollaborationInbound: null }] }`,
    named,
    'inbound-closed',
  ],
  [
    'the partner comes before the default',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} }, partners: [{ tenantId: ${fabrikam}, b2bCollaborationInbound: ${all('allowed')} }] }`,
    named,
    'open',
  ],
  [
    'a guest whose tenant is not known may be of the partner',
    blocked('b2bCollaborationInbound'),
    'userType: Guest',
    undefined,
  ],
  [
    'a guest of another tenant',
    blocked('b2bCollaborationInbound'),
    'externalTenantId: 99999999-9999-4999-8999-999999999999',
    'open',
  ],
  [
    'a group of a directory that is not declared',
    `{ default: { b2bCollaborationInbound: { usersAndGroups: { accessType: blocked, targets: [{ target: ${group}, targetType: group }] } } } }`,
    named,
    undefined,
  ],
  [
    'it is not stated what becomes of all users',
    '{ default: { b2bCollaborationInbound: { usersAndGroups: { targets: [{ target: AllUsers }] } } } }',
    named,
    undefined,
  ],
  [
    'it is not stated who is blocked',
    '{ default: { b2bCollaborationInbound: { usersAndGroups: { accessType: blocked } } } }',
    named,
    undefined,
  ],
  [
    'it is not stated which applications are allowed',
    '{ default: { b2bCollaborationInbound: { applications: { accessType: allowed } } } }',
    named,
    undefined,
  ],
  [
    'nothing is stated of users or applications',
    '{ default: { b2bCollaborationInbound: { usersAndGroups: {}, applications: {} } } }',
    named,
    'open',
  ],
  [
    'another application is blocked',
    `{ default: { b2bCollaborationInbound: ${application('blocked', management)} } }`,
    named,
    'open',
  ],
  [
    'only another application is allowed',
    `{ default: { b2bCollaborationInbound: ${application('allowed', management)} } }`,
    named,
    'inbound-closed',
  ],
  [
    'the suite is blocked',
    `{ default: { b2bCollaborationInbound: ${application('blocked', 'Office365')} } }`,
    named,
    'inbound-closed',
  ],
  [
    'the application is allowed',
    `{ default: { b2bCollaborationInbound: ${application('allowed', exchange)} } }`,
    named,
    'open',
  ],
  [
    'a Microsoft account where the default is closed',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} } }`,
    'homeIdentity: microsoft-account',
    undefined,
  ],
  [
    'a Microsoft account where a partner is closed',
    blocked('b2bCollaborationInbound'),
    'homeIdentity: microsoft-account',
    'open',
  ],
  [
    'a service provider where the default is closed',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} } }`,
    `externalUserType: serviceProvider, ${named}`,
    undefined,
  ],
  [
    'a local guest',
    `{ default: { b2bCollaborationInbound: ${all('blocked')} } }`,
    'externalUserType: internalGuest',
    'open',
  ],
  ['another cloud', '{}', `homeCloud: us-government, ${named}`, 'other-cloud'],
  [
    'another cloud that is on, with a partner that is not added',
    '{ allowedCloudEndpoints: [microsoftonline.us] }',
    `homeCloud: us-government, ${named}`,
    'other-cloud',
  ],
  [
    'the same with the partner added',
    `{ allowedCloudEndpoints: [microsoftonline.us], partners: [{ tenantId: ${fabrikam} }] }`,
    `homeCloud: us-government, ${named}`,
    'open',
  ],
  [
    'the same by direct connect',
    `{ allowedCloudEndpoints: [microsoftonline.us], partners: [{ tenantId: ${fabrikam} }] }`,
    `homeCloud: us-government, externalUserType: b2bDirectConnectUser, ${named}`,
    'other-cloud',
  ],
  [
    'another cloud that is on, and a guest whose tenant is not known',
    '{ allowedCloudEndpoints: [microsoftonline.us] }',
    'homeCloud: us-government, userType: Guest',
    undefined,
  ],
  ['the same cloud', '{}', `homeCloud: worldwide, ${named}`, 'open'],
  [
    'going out is blocked at home',
    `{ partners: [{ tenantId: ${fabrikam}, homeTenant: { b2bCollaborationOutbound: ${all('blocked')} } }] }`,
    named,
    'outbound-closed',
  ],
])('%s', (_, settings, guest, expected) => {
  expect(entry(settings, guest)).toBe(expected)
})
