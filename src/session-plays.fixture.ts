import type { Ask } from './cache-plays.fixture.ts'
import { person, small } from './cache-plays.fixture.ts'
import { planRequests } from './simulate/plan-requests.ts'
import { libraryTenants, tenantOfText } from './simulate/plays.fixture.ts'
import { simulateSession } from './simulate/simulate-session.ts'
import type { Tenant } from './tenant/tenant.ts'
import { credentials } from './vocabulary/credentials.ts'
import type { ClientRequest, Signals } from './vocabulary/requests.ts'

const anna = 'anna@contoso.com'

/** Tenants of the library without policies, which share what is decided for one kind of person. */
export const plainTenants = (): readonly Tenant[] =>
  libraryTenants().filter(({ conditionalAccess }) => conditionalAccess.policies.length === 0)

const days = ['2019-10-01', '2022-10-05', '2024-06-01', '2027-02-01'].map((day) => Date.parse(day))
const graph = '00000003-0000-0000-c000-000000000000'
const exchange = '00000002-0000-0ff1-ce00-000000000000'

/** What a sign-in is changed to, for a part of a key. */
export const changesOf: Readonly<Record<string, readonly Partial<ClientRequest>[]>> = {
  at: days.map((at) => ({ at })),
  ipAddress: ['203.0.113.10', '192.0.2.9'].map((ipAddress) => ({ signals: { ipAddress } })),
  application: [graph, exchange].map((application) => ({ application })),
  presents: credentials.map((presents) => ({ presents })),
  signedIn: [{ signals: { signedIn: 'no' } }, { signals: { signedIn: 'yes' } }],
  mfaSatisfied: [{ signals: { mfaClaim: 'entra-id' } }, { signals: {} }],
}

/** Users who must register a method; a group of them is in the scope of certificates, and cannot. */
const registering = (): Tenant =>
  tenantOfText(
    `
name: registering
asOf: 2026-01-01
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2016]
authenticationMethodsPolicy:
  policyMigrationState: migrationComplete
  authenticationMethodConfigurations:
    - { id: MicrosoftAuthenticator, state: enabled, includeTargets: [{ id: all_users }] }
    - { id: X509Certificate, state: enabled, includeTargets: [{ id: Cards }],
        authenticationModeConfiguration: { x509CertificateAuthenticationDefaultMode: x509CertificateMultiFactor } }
groups: [{ name: Cards }]
users:
  - { userPrincipalName: anna@contoso.com, perUserMfaState: enforced, registered: false, mailbox: exchange-online, groups: [Cards] }
  - { userPrincipalName: ben@contoso.com, perUserMfaState: enforced, registered: false, mailbox: exchange-online, groups: [] }
`,
    'registering.yaml',
  )

function registrations(): readonly Ask[] {
  const tenant = registering()
  return [...planRequests(tenant)].map((request) => () => simulateSession(tenant, request))
}

/** Sign-ins of the library, a tenant at a time, of which some differ in a part of a key. */
export function* sessionPlays(part: string): Generator<readonly Ask[]> {
  if (part === 'registration') yield registrations()
  const changes = changesOf[part] ?? [{}]
  for (const tenant of plainTenants()) {
    const requests = [...planRequests(tenant)].filter((_, at) => at % 3 === 0)
    yield requests.flatMap((request) =>
      changes.map((change) => () => simulateSession(tenant, { ...request, ...change })),
    )
  }
}

/** Tenants with policies that look at what several sign-ins share: place, device, second factor, trusted addresses. */
function guarded(name: string, control: string, trustedIps: string): Tenant {
  return tenantOfText(
    `
name: ${name}
asOf: 2025-01-01
domains:
  - { name: contoso.com, authenticationType: managed }
  - { name: fabrikam.com, authenticationType: federated, identityProvider: ad-fs, federatedIdpMfaBehavior: acceptIfMfaDoneByFederatedIdp }
identityProviders: [{ name: ad-fs, product: ad-fs, passesClaims: [insidecorporatenetwork] }]
multifactorAuthentication: { trustedIps: [${trustedIps}], skipForFederatedIntranet: true }
networks:
  - { name: internet }
  - { name: office, ranges: [198.51.100.0/24], insideCorporateNetwork: true }
  - { name: branch, ranges: [203.0.113.0/24], country: DE }
workloads: { exchange-online: { modernAuthentication: true } }
clients:
  - { name: managed, client: outlook-2016, device: laptop }
  - { name: free, client: outlook-2016, device: own }
devices:
  - { name: laptop, platform: windows, registered: true, isCompliant: true }
  - { name: own, platform: windows, registered: true, isCompliant: false }
conditionalAccess:
  namedLocations:
    - { '@odata.type': '#microsoft.graph.countryNamedLocation', id: fr, displayName: France, countriesAndRegions: [FR] }
  policies:
    - { displayName: outside, state: enabled, conditions: { users: { includeUsers: [All] },
        applications: { includeApplications: [All] }, clientAppTypes: [all],
        locations: { includeLocations: [All], excludeLocations: [AllTrusted] } },
        grantControls: { operator: OR, builtInControls: [${control}] } }
    - { displayName: France, state: enabled, conditions: { users: { includeUsers: [All] },
        applications: { includeApplications: [All] }, clientAppTypes: [all], locations: { includeLocations: [fr] } },
        grantControls: { operator: OR, builtInControls: [block] } }
    - { displayName: compliant network, state: enabled, conditions: { users: { includeUsers: [All] },
        applications: { includeApplications: [All] }, clientAppTypes: [all],
        locations: { includeLocations: ['3d46dbda-8382-466a-856d-eb00cbc6b910'] } },
        grantControls: { operator: OR, builtInControls: [block] } }
    - { displayName: devices, state: enabled, conditions: { users: { includeUsers: [All] },
        applications: { includeApplications: [All] }, clientAppTypes: [all] },
        grantControls: { operator: OR, builtInControls: [compliantDevice, mfa] } }
    - { displayName: strong, state: enabled, conditions: { users: { includeUsers: [All] },
        applications: { includeApplications: [All] }, clientAppTypes: [all] },
        grantControls: { operator: OR, builtInControls: [],
          authenticationStrength: { id: 00000000-0000-0000-0000-000000000004 } } }
users: [${person(anna, ', methods: [fido2]')}, ${person('cy@contoso.com', ', methods: [softwareOath]')}, ${person('bo@fabrikam.com')}]
`,
    `${name}.yaml`,
  )
}

const addedSignals: readonly Signals[] = [
  {},
  { ipAddress: '198.51.100.7' },
  { ipAddress: '203.0.113.7' },
  { country: 'FR' },
  { country: 'US' },
  { compliantNetwork: 'yes' },
  { compliantNetwork: 'no' },
  { mfaClaim: 'entra-id' },
  { mfaClaim: 'federated-idp' },
]

/** Sign-ins of tenants with policies, of which some share what the policies see. */
export function guardedPlays(): readonly Ask[] {
  const tenant = guarded('first', 'mfa', '198.51.100.0/24')
  const { multifactorAuthentication } = tenant
  const open = { ...tenant, multifactorAuthentication: { ...multifactorAuthentication, trustedIps: [] } }
  const { conditionalAccess } = guarded('second', 'block', '198.51.100.0/24')
  return [tenant, { ...tenant, conditionalAccess }, open].flatMap((one) =>
    [...planRequests(one)].flatMap((request) => [
      ...addedSignals.map((signals) => () => simulateSession(one, { ...request, signals })),
      ...[request.at, Date.parse('2024-01-01')].map(
        (at) => () => simulateSession(one, { ...request, at, signals: { compliantNetwork: 'no', country: 'US' } }),
      ),
    ]),
  )
}

/** A tenant whose policy names one of two users who are alike in all that they state. */
export function namedPlays(): readonly Ask[] {
  const tenant = tenantOfText(
    `
name: named
asOf: 2025-01-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: internet }]
workloads: { exchange-online: { modernAuthentication: true } }
clients: [outlook-2016]
conditionalAccess:
  policies:
    - { displayName: named, state: enabled, conditions: { users: { includeUsers: [${anna}] },
        applications: { includeApplications: [All] }, clientAppTypes: [all] },
        grantControls: { operator: OR, builtInControls: [block] } }
users: [${person(anna)}, ${person('bo@contoso.com')}]
`,
    'named.yaml',
  )
  return [...planRequests(tenant)].map((request) => () => simulateSession(tenant, request))
}

/** A tenant, and a copy of it that shares all but what is set for everyone, as a change that is tried does. */
export function copiedPlays(): readonly Ask[] {
  const one = small('one', [person(anna)], '')
  const { multifactorAuthentication } = one
  const copy: Tenant = {
    ...one,
    multifactorAuthentication: { ...multifactorAuthentication, appPasswords: 'blocked', origins: {}, assumed: {} },
  }
  return [one, copy].flatMap((tenant) =>
    [...planRequests(tenant)].map((request) => () => simulateSession(tenant, request)),
  )
}
