import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { isComplete } from '../coverage.ts'
import { importExports } from '../import-exports.ts'

const domains = { value: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }] }
const ada = { id: 'u-ada', userPrincipalName: 'ada@contoso.com', displayName: 'Ada' }
const conditions = {
  clientAppTypes: ['all'],
  applications: { includeApplications: ['All'] },
  users: { includeUsers: ['All'], excludeUsers: [] },
  locations: null,
}
const policy = {
  id: 'p1',
  displayName: 'Legacy',
  state: 'enabled',
  conditions,
  grantControls: { operator: 'OR', builtInControls: ['block'] },
  sessionControls: null,
}

function imported(...files: readonly object[]) {
  const all = { 'domains.json': domains, ...Object.fromEntries(files.map((file, index) => [`${index}.json`, file])) }
  const sources = Object.entries(all).map(([name, value]) => ({ name, text: JSON.stringify(value, null, 1) }))
  const [one, other] = [sources, sources.toReversed()].map((given) => importExports(given, { asOf: '2026-01-01' }))
  if (!one?.ok || !other?.ok) throw new Error(JSON.stringify(one))
  expect(other.value.text).toBe(one.value.text)
  const codes = one.warnings.map(({ code }) => code).filter((code) => code.startsWith('IMP-'))
  return { text: one.value.text, codes, isComplete: isComplete(one.value.coverage) }
}

function policyIn(text: string) {
  const loaded = loadTenantText(text, 'imported.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  const [only, ...more] = loaded.value.conditionalAccess.policies
  expect(more).toEqual([])
  return only
}

describe('copies of a policy that contradict each other', () => {
  test.each<[string, object, string]>([
    ['in its state', { state: 'disabled' }, 'state'],
    [
      'in a nested list',
      { conditions: { ...conditions, users: { includeUsers: ['None'] } } },
      'conditions.users.includeUsers',
    ],
    [
      'in a list that one of them leaves empty',
      { conditions: { ...conditions, users: { excludeUsers: ['u-ada'] } } },
      'conditions.users.excludeUsers',
    ],
    [
      'in a condition that one of them does not have',
      { conditions: { ...conditions, locations: { includeLocations: ['All'] } } },
      'conditions.locations.exportsDisagree',
    ],
    [
      'in its control',
      { grantControls: { operator: 'OR', builtInControls: ['mfa'] } },
      'grantControls.builtInControls',
    ],
    ['in a control that one of them does not have', { grantControls: null }, 'grantControls.exportsDisagree'],
    [
      'in a session control',
      { sessionControls: { persistentBrowser: { mode: 'never', isEnabled: true } } },
      'sessionControls.exportsDisagree',
    ],
    ['where only one has a date', { state: 'disabled', modifiedDateTime: '2026-01-01T00:00:00Z' }, 'state'],
  ])('%s leave it undetermined', (_name, change, place) => {
    const { text, codes, isComplete: complete } = imported(policy, { ...policy, ...change })
    expect(codes).toEqual(['IMP-25'])
    expect(complete).toBe(false)
    const found = policyIn(text)
    expect(found?.state).toBe('enabled')
    expect([...new Set(found?.notUnderstood.map(({ path }) => path))]).toEqual([place])
  })
  test('of three, all values are shown', () => {
    const { text } = imported(
      policy,
      { ...policy, state: 'disabled' },
      { ...policy, state: 'enabledForReportingButNotEnforced' },
    )
    expect(text).toMatch(/exportsDisagree:\s+- disabled\s+- enabled\s+- enabledForReportingButNotEnforced\s/)
  })
  test.each<[string, object]>([
    [
      'that leaves parts out',
      { state: 'enabled', conditions: { users: { includeUsers: ['All'] } }, sessionControls: undefined },
    ],
    [
      'in another form',
      { conditions: { ...conditions, clientAppTypes: 'All', users: { includeUsers: 'All' }, locations: {} } },
    ],
    ['with parts that are cut', { conditions: { ...conditions, users: '@{includeUsers=System.Object[]}' } }],
    ['with another description', { description: 'a copy' }],
  ])('a copy %s contradicts nothing', (_name, change) => {
    const { text, codes, isComplete: complete } = imported(policy, { ...policy, ...change })
    expect({ codes, complete, open: policyIn(text)?.notUnderstood }).toEqual({ codes: [], complete: true, open: [] })
  })
  test('a later copy counts, and each field of the older one that it changes is reported', () => {
    const older = { ...policy, modifiedDateTime: null, createdDateTime: '2025-01-01T00:00:00Z' }
    const grantControls = { operator: 'OR', builtInControls: ['mfa'] }
    const { text, codes } = imported(older, { ...older, grantControls, modifiedDateTime: '2025-05-01T00:00:00Z' })
    expect(codes).toEqual(['IMP-3'])
    expect(policyIn(text)?.grant?.controls).toEqual(['mfa'])
  })
})

describe('copies of other objects that contradict each other', () => {
  const location = { id: 'l1', displayName: 'HQ', isTrusted: true, ipRanges: [{ cidrAddress: '192.0.2.0/24' }] }
  test('a named location is undetermined where they do', () => {
    const {
      text,
      codes,
      isComplete: complete,
    } = imported(
      { '@odata.type': '#microsoft.graph.ipNamedLocation', ...location },
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        ...location,
        ipRanges: [{ cidrAddress: '198.51.100.0/24' }],
      },
    )
    const loaded = loadTenantText(text, 'imported.yaml')
    const [found] = loaded.ok ? (loaded.value.conditionalAccess.namedLocations ?? []) : []
    expect({ codes, complete, open: found?.unclear.length }).toEqual({ codes: ['IMP-25'], complete: false, open: 1 })
  })
  test.each<[string, object, object, RegExp]>([
    [
      'security defaults',
      { displayName: 'Security Defaults', isEnabled: true },
      { displayName: 'Security Defaults', isEnabled: false },
      /^exportsDisagree:\s+securityDefaults:\s+- false\s+- true$/m,
    ],
    [
      'the type of a user',
      { ...ada, userType: 'Member' },
      { ...ada, userType: 'Guest' },
      /^ {4}exportsDisagree:\s+kind:\s+- guest\s+- member$/m,
    ],
  ])('%s are in dispute in the file and reported', (_name, one, other, written) => {
    const { text, codes, isComplete: complete } = imported(one, other)
    expect(text).toMatch(written)
    expect({ codes, complete }).toEqual({ codes: ['IMP-25'], complete: false })
  })
  test('records of per-user MFA leave it undetermined', () => {
    const { text, isComplete: complete } = imported(
      { ...ada, accountEnabled: true, perUserMfaState: 'enforced' },
      { userPrincipalName: ada.userPrincipalName, perUserMfaState: 'disabled' },
    )
    expect({ complete, stated: text.includes('perUserMfaState: ') }).toEqual({ complete: false, stated: false })
    expect(text).toMatch(/exportsDisagree:\s+perUserMfaState:\s+- disabled\s+- enforced/)
  })
})

const group = { id: 'g', displayName: 'G', groupTypes: [] }
const bo = { ...ada, id: 'u-bo', userPrincipalName: 'bo@contoso.com', displayName: 'Bo' }
const organization = {
  ...{ id: 't', displayName: 'Contoso', verifiedDomains: [{ name: 'contoso.com', type: 'Managed', isDefault: true }] },
}
const premium = (capabilityStatus: string) => ({
  ...{ ...organization, assignedPlans: [{ capabilityStatus, servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d' }] },
})
const methods = (state: string) => ({
  ...{ id: 'authenticationMethodsPolicy', policyMigrationState: 'migrationComplete' },
  authenticationMethodConfigurations: [
    {
      '@odata.type': '#microsoft.graph.smsAuthenticationMethodConfiguration',
      ...{ id: 'Sms', state, includeTargets: [{ targetType: 'group', id: 'all_users' }] },
    },
  ],
})
const trust = (isMfaAccepted: boolean) => ({ inboundTrust: { isMfaAccepted, isCompliantDeviceAccepted: false } })
const application = { id: 'a', appId: '00000000-aaaa-4000-8000-000000000001', displayName: 'App' }
const discovery = (AllowCloudPasswordValidation: boolean) => ({
  ...{ id: 'h', displayName: 'HRD', isOrganizationDefault: true },
  definition: [JSON.stringify({ HomeRealmDiscoveryPolicy: { AllowCloudPasswordValidation } })],
})

describe('what copies of an object state differently is stated with one of the values and in dispute', () => {
  test.each<[string, object, object, readonly string[], readonly unknown[]]>([
    [
      ...(['the members of a group', { ...group, members: [ada] }, { ...group, members: [bo] }] as const),
      ...([
        ['groups', 'G', 'members'],
        [['ada@contoso.com'], ['bo@contoso.com']],
      ] as const),
    ],
    [
      ...(['the licenses of the organization', premium('Enabled'), premium('Deleted')] as const),
      ...([['licences'], [['free'], ['p1']]] as const),
    ],
    [
      'the default that trusts MFA of other tenants',
      trust(true),
      trust(false),
      ...([
        ['crossTenantAccess', 'default', 'inboundTrust', 'isMfaAccepted'],
        [false, true],
      ] as const),
    ],
    [
      'whether an application is a public client',
      { ...application, isFallbackPublicClient: true },
      { ...application, isFallbackPublicClient: false },
      ...([
        ['applications', 'App', 'publicClient'],
        [false, true],
      ] as const),
    ],
    [
      'whether PowerShell is blocked',
      { guestUserRoleId: 'x', blockMsolPowerShell: true },
      { guestUserRoleId: 'x', blockMsolPowerShell: false },
      ...([
        ['authorizationPolicy', 'blockMsolPowerShell'],
        [false, true],
      ] as const),
    ],
    [
      'whether a method may be used',
      methods('enabled'),
      methods('disabled'),
      ['authenticationMethodsPolicy', 'authenticationMethodConfigurations', 'sms', 'state'],
      ['disabled', 'enabled'],
    ],
    [
      'the discovery of the home realm',
      discovery(true),
      discovery(false),
      ...([
        ['homeRealmDiscoveryPolicies', 'HRD', 'allowCloudPasswordValidation'],
        [false, true],
      ] as const),
    ],
    [
      'the synchronization of passwords',
      { id: 't', features: { passwordSyncEnabled: true } },
      { id: 't', features: { passwordSyncEnabled: false } },
      ['domains', 'contoso.com'],
      [
        expect.objectContaining({ managedSignIn: 'password-hash-sync' }),
        expect.not.objectContaining({ managedSignIn: 'password-hash-sync' }),
      ],
    ],
  ])('%s', (_name, one, other, setting, values) => {
    const { text, codes, isComplete: complete } = imported({ value: [ada, bo] }, one, other)
    expect({ codes, complete }).toEqual({ codes: ['IMP-25'], complete: false })
    expect(parse(text).exportsDisagreeOn).toEqual([{ setting, values }])
    const loaded = loadTenantText(text, 'imported.yaml')
    expect(loaded.ok && loaded.warnings.map(({ code }) => code)).toContain('TEN-35')
  })
})

test('exports of two tenants are not taken for those of one', () => {
  const organization = (id: string, displayName: string, name: string) => ({
    ...{ id, displayName, createdDateTime: '2015-01-01T00:00:00Z' },
    verifiedDomains: [{ name, type: 'Managed', isDefault: true }],
  })
  const { codes, isComplete: complete } = imported(
    organization('t-1', 'Contoso', 'contoso.com'),
    organization('t-2', 'Fabrikam', 'fabrikam.com'),
  )
  expect({ codes, complete }).toEqual({ codes: ['IMP-38'], complete: false })
})

test('a list of people and an export of Graph that disagree on who is a guest leave it out', () => {
  const list = 'UserPrincipalName,UserType\nada@contoso.com,Guest\n'
  const users = { value: [{ ...ada, userType: 'Member' }] }
  const files = { 'people.csv': list, 'users.json': JSON.stringify(users), 'domains.json': JSON.stringify(domains) }
  const sources = Object.entries(files).map(([name, text]) => ({ name, text }))
  const result = importExports(sources, { asOf: '2026-01-01' })
  if (!result.ok) throw new Error('no file')
  expect(result.warnings.map(({ code, args }) => [code, args])).toEqual([
    ['IMP-25', { what: 'ada@contoso.com', field: 'kind', values: ['guest', 'member'] }],
  ])
  expect(isComplete(result.value.coverage)).toBe(false)
})

test('the federation settings of a domain, and its staged rollout, stay in dispute', () => {
  const federated = { value: [{ id: 'contoso.com', authenticationType: 'Federated', isVerified: true }] }
  const settings = (federatedIdpMfaBehavior: string) => ({
    '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#domains('contoso.com')/federationConfiguration",
    value: [{ id: 'f', passiveSignInUri: 'https://adfs.contoso.com/adfs/ls/', federatedIdpMfaBehavior }],
  })
  const rollout = (isEnabled: boolean) => ({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#policies/featureRolloutPolicies',
    value: [{ id: 'r', feature: 'passwordHashSync', isEnabled, appliesTo: [{ id: 'g-pilot' }] }],
  })
  const files = [
    federated,
    ...['accept', 'reject'].map((word) => settings(`${word}${word === 'accept' ? 'IfMfaDone' : 'Mfa'}ByFederatedIdp`)),
  ]
  const sources = [...files, rollout(true), rollout(false)].map((value, at) => ({
    name: `${at}.json`,
    text: JSON.stringify(value),
  }))
  const result = importExports(sources, { asOf: '2026-01-01' })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  expect(result.value.file.domains?.[0]?.exportsDisagree).toEqual({
    federatedIdpMfaBehavior: ['acceptIfMfaDoneByFederatedIdp', 'rejectMfaByFederatedIdp'],
    stagedRollout: [{ groups: [] }, { groups: ['g-pilot'] }],
  })
})
