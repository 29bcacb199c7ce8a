import { describe, expect, test } from 'vitest'
import type { Client } from '../catalog/client.ts'
import { clients } from '../catalog/clients.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { Purpose } from '../vocabulary/requests.ts'
import { simulateSession } from './simulate-session.ts'

const catalog: readonly Client[] = clients
const programs = catalog.filter(
  ({ flows, sharedDevice }) => flows[0] === 'password-grant' && sharedDevice === undefined,
)

/** A device that gets its tokens with a stored password and brings them to any service, as meeting room systems do. */
const room = {
  name: 'room',
  displayName: 'Room system',
  kind: 'device',
  platform: 'windows',
  flows: ['password-grant'],
  protocols: { 'read-mail': ['ews'], 'send-instant-messages': ['sip'], 'open-documents': ['https'] },
}

const uses: readonly (readonly [client: string, purpose: Purpose])[] = [
  ...programs.map(({ id, protocols }) => [id, protocols['get-token'] ? 'get-token' : 'administer'] as const),
  ['room', 'read-mail'],
  ['room', 'send-instant-messages'],
  ['room', 'open-documents'],
]

interface Setting {
  readonly domain: string
  readonly hrd?: string
  readonly policies?: string
}

function tenantOf({ domain, hrd = '[]', policies = '[]' }: Setting): Tenant {
  const text = `
name: Programs with a stored password
asOf: 2020-03-15
createdDateTime: 2018-03-01
domains: [{ name: contoso.com, ${domain} }]
identityProviders: [{ name: adfs, product: ad-fs, performsMfa: false, reachableFromInternet: true }]
directorySync: { delay: PT30M }
securityDefaults: false
homeRealmDiscoveryPolicies: ${hrd}
workloads:
  exchange-online: { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false }
  skype-for-business-online: { ClientAdalAuthOverride: Allowed }
  sharepoint-online: { modernAuthentication: true }
  microsoft-graph: {}
  azure-management: {}
networks: [{ name: internet, country: US }]
clients: ${JSON.stringify([...programs.map(({ id }) => id), room])}
users:
  - userPrincipalName: ada@contoso.com
    displayName: Ada
    perUserMfaState: disabled
    registered: true
    methods: [microsoftAuthenticatorPush]
    appPasswords: []
    groups: []
    roles: []
    mailbox: exchange-online
    archive: none
    registrar: skype-for-business-online
conditionalAccess: { namedLocations: [], policies: ${policies} }
`
  const loaded = loadTenantText(text, 'plan.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

function endOf(tenant: Tenant, client: string, purpose: Purpose): string {
  const request = { user: 'ada@contoso.com', client, purpose, network: 'internet', at: tenant.asOf, signals: {} }
  const [trace] = simulateSession(tenant, request)
  if (trace === undefined) return 'no leg'
  const verdict = verdictOf(trace)
  if (verdict.kind === 'signs-in') return `${verdict.credential} at ${verdict.verifier}`
  return 'error' in verdict ? `${verdict.kind} ${verdict.error}` : verdict.kind
}

const federated = 'authenticationType: federated, identityProvider: adfs, managedSignIn: password-hash-sync'
const demanded =
  '[{ displayName: MFA, state: enabled, conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all] }, grantControls: { operator: OR, builtInControls: [mfa] } }]'
const allowed = '[{ allowCloudPasswordValidation: true, isOrganizationDefault: true }]'

describe.each(uses)('%s, to %s', (client, purpose) => {
  const open = catalog.find(({ id }) => id === client)?.wsTrust === 'not-said'
  const refused = open ? 'undetermined' : 'cannot-sign-in'

  test.each<[name: string, setting: Setting, end: string]>([
    [
      'hashes',
      { domain: 'authenticationType: managed, managedSignIn: password-hash-sync' },
      'account-password at entra-id',
    ],
    [
      'pass-through',
      { domain: 'authenticationType: managed, managedSignIn: pass-through' },
      'account-password at pass-through-agent',
    ],
    ['federation', { domain: federated }, refused],
    [
      'federation with a policy',
      { domain: federated, hrd: allowed },
      open ? 'undetermined' : 'account-password at entra-id',
    ],
    [
      'hashes and MFA by policy',
      { domain: 'authenticationType: managed, managedSignIn: password-hash-sync', policies: demanded },
      'blocked AADSTS50076',
    ],
    ['federation and MFA by policy', { domain: federated, policies: demanded }, open ? 'blocked AADSTS50076' : refused],
  ])('%s', (_, setting, end) => expect(endOf(tenantOf(setting), client, purpose)).toBe(end))
})
