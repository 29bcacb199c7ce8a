import { applicationOf } from '../../catalog/applications.ts'
import { decidePolicies } from './evaluate.ts'
import type { PolicyReading } from './rows-of.ts'
import { compiledFrom, exchange, samplePolicy, sampleSignIn, sharepoint, teams } from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const graph = applicationOf('microsoft-graph')?.appIds[0] ?? ''
const enrollment = applicationOf('intune-enrollment')?.appIds[0] ?? ''

const mfa = { operator: 'OR', builtInControls: ['mfa'] }
const block = { operator: 'OR', builtInControls: ['block'] }
const office = { includeLocations: ['All'], excludeLocations: ['AllTrusted'] }

/** Policies of which each looks at another part of a sign-in. */
export const policies = [
  samplePolicy('platform', { platforms: { includePlatforms: ['android'] } }),
  samplePolicy('place', { locations: office }, block),
  samplePolicy('mail of phones', { clientAppTypes: ['exchangeActiveSync'] }, block),
  samplePolicy('supported mail', { clientAppTypes: ['easSupported'] }),
  samplePolicy('browser', { clientAppTypes: ['browser'] }),
  samplePolicy('risky sign-in', { signInRiskLevels: ['high'] }, block),
  samplePolicy('risky user', { userRiskLevels: ['high'] }, block),
  samplePolicy('insider', { insiderRiskLevels: ['elevated'] }, block),
  samplePolicy('program', {
    users: { includeUsers: ['None'] },
    clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] },
    servicePrincipalRiskLevels: ['high'],
  }),
  samplePolicy('transfer', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, block),
  samplePolicy(
    'device',
    { devices: { deviceFilter: { mode: 'include', rule: 'device.isCompliant -eq True' } } },
    block,
  ),
  samplePolicy('group', { users: { includeGroups: ['g1'] } }, block),
  samplePolicy('actions', { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } }),
  samplePolicy(
    'devices',
    { applications: { includeUserActions: ['urn:user:registerdevice'] } },
    { operator: 'OR', builtInControls: ['compliantDevice'] },
  ),
  samplePolicy('context', {
    applications: { includeAuthenticationContextClassReferences: ['c1'] },
  }),
  samplePolicy('one service', { applications: { includeApplications: [exchange] } }),
  samplePolicy(
    'but one service',
    { applications: { includeApplications: ['All'], excludeApplications: [exchange] } },
    block,
  ),
  samplePolicy('managed', {}, { operator: 'OR', builtInControls: ['compliantDevice'] }),
  samplePolicy('approved', {}, { operator: 'OR', builtInControls: ['approvedApplication', 'domainJoinedDevice'] }),
  samplePolicy('approved alone', {}, { operator: 'OR', builtInControls: ['approvedApplication'] }),
  samplePolicy('joined', {}, { operator: 'OR', builtInControls: ['domainJoinedDevice'] }),
  samplePolicy('bound', { clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'] }, undefined, {
    sessionControls: { secureSignInSession: { isEnabled: true } },
  }),
  samplePolicy('other provider', {}, { operator: 'OR', builtInControls: [], customAuthenticationFactors: ['factor'] }),
  samplePolicy('switched off', {}, mfa, { state: 'disabled' }),
  samplePolicy('reported', { platforms: { includePlatforms: ['iOS'] } }, mfa, {
    state: 'enabledForReportingButNotEnforced',
  }),
]

/** The places that these policies name. */
export const namedLocations = [
  {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'office',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '198.51.100.0/24' }],
  },
]

const anna = sampleSignIn().principal
const program = {
  id: 'backup',
  kind: 'service-principal',
  groups: new Set<string>(),
  roles: new Set<string>(),
} as const

/** Sign-ins for scopes of Graph, which an exclusion may free. */
function scoped(): readonly Partial<PolicySignIn>[] {
  const low = { applications: [graph], scopes: ['openid'] }
  const confidential = { ...low, confidentialClient: true }
  return [
    { target: { applications: [graph] } },
    { target: low },
    { target: low, baselineScopes: 'covered' },
    { target: low, baselineScopes: 'freed' },
    { target: { ...low, scopes: ['Files.Read'] }, baselineScopes: 'freed' },
    { target: confidential, baselineScopes: 'freed' },
    { target: { ...confidential, clientAppId: exchange }, baselineScopes: 'freed' },
    { target: { ...confidential, clientAppId: sharepoint }, baselineScopes: 'freed' },
  ]
}

/** Values of each part of a sign-in; the first sign-in has none of them. */
const changes: readonly Partial<PolicySignIn>[] = [
  { legacy: true, clientAppType: 'other' },
  { legacy: true },
  { interactive: false },
  { principal: { ...anna, groups: new Set(['g1']) } },
  { principal: program },
  { target: { applications: [sharepoint] } },
  { target: { applications: [teams] } },
  { target: { applications: [teams], stepUp: 'c1' } },
  { target: { applications: [exchange, sharepoint] } },
  { target: { applications: [enrollment] } },
  ...scoped(),
  { target: { userAction: 'registerSecurityInformation' } },
  { target: { userAction: 'registerOrJoinDevices' } },
  { target: { authenticationContext: 'c1' } },
  { target: { authenticationContext: 'c2' } },
  { clientAppType: 'exchangeActiveSync' },
  { clientAppType: 'exchangeActiveSync', devicePlatform: 'linux' },
  { clientAppType: 'browser' },
  { devicePlatform: 'android' },
  { devicePlatform: 'iOS' },
  { devicePlatform: 'macOS' },
  { location: { addresses: ['203.0.113.7'], country: 'DE' } },
  { signInRiskLevel: 'high' },
  { userRiskLevel: 'high' },
  { insiderRiskLevel: 'elevated' },
  { principal: program, servicePrincipalRiskLevel: 'high' },
  { principal: program, servicePrincipalRiskLevel: 'none' },
  { authenticationFlow: 'deviceCodeFlow' },
  { device: { isCompliant: 'True' } },
  { device: { trustType: 'ServerAD' } },
  { tokenBinding: 'bound' },
  { tokenBinding: 'unbound' },
  { tokenBinding: 'open' },
  { sharedDevice: 'room' },
  { appProtection: 'none', devicePlatform: 'iOS' },
  { principal: { ...anna, accountHome: 'entra-tenant' } },
  { principal: { ...anna, accountHome: 'one-time-passcode' } },
  { principal: { ...anna, accountHome: 'entra-tenant' }, devicePlatform: 'iOS' },
  { sharedDevice: 'phone', authenticationFlow: 'deviceCodeFlow' },
  { grants: { mfaClaim: 'entra-id' } },
  { grants: { satisfied: ['mfa'] } },
  { at: Date.UTC(2027, 0, 1) },
  { at: Date.UTC(2027, 0, 1), sharedDevice: 'room' },
  { devicePlatform: 'unknown' },
  { principal: { ...anna, accountHome: 'one-time-passcode' }, devicePlatform: 'iOS' },
]

/** Sign-ins of which each differs from the first in one part. */
export const signIns: readonly PolicySignIn[] = [sampleSignIn(), ...changes.map((change) => sampleSignIn(change))]

const readings: readonly PolicyReading[] = (['undetermined', 'none', 'matches'] as const).flatMap((missing) =>
  [true, false].map((dependencies) => ({ missing, dependencies })),
)

/** What policies say about sign-ins of which each differs from another in one part; every set of policies and each alone. */
export function policyPlays(): readonly (() => unknown)[] {
  const sets = [policies, ...policies.map((policy) => [policy])].map((some) =>
    compiledFrom({ policies: some, namedLocations }),
  )
  return sets.flatMap((compiled) =>
    readings.flatMap((reading) =>
      signIns.map((signIn) => () => {
        const { combined, outcomes } = decidePolicies(compiled, signIn, reading)
        return [combined, outcomes()]
      }),
    ),
  )
}
