import { describe, expect, test } from 'vitest'
import { positionOf } from '../../source/text/source-text.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import { isComplete } from '../coverage.ts'
import { type ImportedTenant, importExports } from '../import-exports.ts'

const context = (path: string) => `https://graph.microsoft.com/v1.0/$metadata#${path}`
const domains = { value: [{ id: 'contoso.com', authenticationType: 'Managed', isDefault: true, isVerified: true }] }
const groupId = '11111111-1111-4111-8111-111111111111'
const ada = { id: 'u-ada', userPrincipalName: 'ada@contoso.com', displayName: 'Ada' }
const policy = {
  id: 'p1',
  displayName: 'Pilots',
  state: 'enabled',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: ['All'] },
    users: { includeGroups: [groupId] },
  },
  grantControls: { operator: 'OR', builtInControls: ['block'] },
}
const group = { id: groupId, displayName: 'Pilot', securityEnabled: true, groupTypes: [] }

function imported(files: Readonly<Record<string, unknown>>): ImportedTenant & { readonly warnings: readonly string[] } {
  const sources = Object.entries(files).map(([name, value]) => ({
    name,
    text: typeof value === 'string' ? value : JSON.stringify(value, null, 1),
  }))
  const loaded = importExports(sources, { asOf: '2026-01-01' })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  const warnings = loaded.warnings.map(({ code, at }) => `${code} ${at.source.name}:${positionOf(at).line}`)
  return { ...loaded.value, warnings }
}

function tenantOf(files: Readonly<Record<string, unknown>>) {
  const loaded = loadTenantText(imported(files).text, 'imported.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics))
  return loaded.value
}

describe('memberships', () => {
  const withMembers = { 'groups.json': { value: [{ ...group, members: [ada] }] } }
  const inFolders = {
    [`Groups/${groupId}/${groupId}.json`]: group,
    [`Groups/${groupId}/Members/u-ada/u-ada.json`]: { '@odata.type': '#microsoft.graph.user', ...ada },
  }
  const inList = {
    [`Groups/${groupId}/${groupId}.json`]: group,
    [`Groups/${groupId}/members.json`]: {
      '@odata.context': context('directoryObjects'),
      value: [{ '@odata.type': '#microsoft.graph.user', ...ada }],
    },
  }
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['of a list in the group', withMembers],
    ['of folders below the group', inFolders],
    ['of a list beside the group', inList],
  ])('%s are known', (_name, files) => {
    const tenant = tenantOf({
      'domains.json': domains,
      'users.json': { value: [{ ...ada, userType: 'Member' }] },
      'policy.json': policy,
      ...files,
    })
    expect([...tenant.users.keys()]).toEqual(['ada@contoso.com'])
    expect(tenant.users.get('ada@contoso.com')?.groups?.has(groupId)).toBe(true)
  })
})

test('a user of Graph has the account on-premises by which servers log it', () => {
  const account = { onPremisesSamAccountName: 'ada', onPremisesDomainName: 'contoso.local' }
  const tenant = tenantOf({ 'domains.json': domains, 'users.json': { value: [{ ...ada, ...account }] } })
  expect(tenant.users.get('ada@contoso.com')).toMatchObject(account)
})

describe('one object in several files', () => {
  const users = (more: object, from: string) => ({ [from]: { value: [{ ...ada, ...more }] } })
  test('is one object with what each file states', () => {
    const files = {
      'domains.json': domains,
      ...users({ accountEnabled: true }, 'a.json'),
      ...users({ onPremisesSyncEnabled: true }, 'b.json'),
    }
    const { text, warnings } = imported(files)
    expect(text.match(/userPrincipalName/g)).toHaveLength(1)
    expect(text).toContain('accountEnabled: true')
    expect(text).toContain('onPremisesSyncEnabled: true')
    expect(warnings).toEqual([])
  })
  test('leaves undetermined what the files disagree about, regardless of their order', () => {
    const rich = users({ accountEnabled: true, onPremisesSyncEnabled: false }, 'rich.json')
    const poor = users({ accountEnabled: false }, 'poor.json')
    const one = imported({ 'domains.json': domains, ...rich, ...poor })
    const other = imported({ ...poor, ...rich, 'domains.json': domains })
    expect(one.text).toBe(other.text)
    expect(one.text).not.toContain('accountEnabled: ')
    expect(one.text).toMatch(/exportsDisagree:\s+accountEnabled:\s+- false\s+- true/)
    expect([one.warnings, other.warnings]).toEqual([['IMP-25 rich.json:7'], ['IMP-25 rich.json:7']])
    expect(isComplete(one.coverage)).toBe(false)
  })
  test.each(['a.json', 'c.json'])(
    'is the policy that was changed last, also where the older copy says more: %s',
    (name) => {
      const { text, warnings } = imported({
        'b.json': {
          ...policy,
          state: 'enabled',
          modifiedDateTime: '2026-01-02T00:00:00Z',
          description: 'the older copy',
        },
        [name]: { ...policy, state: 'disabled', modifiedDateTime: '2026-06-01T00:00:00Z' },
      })
      expect(text).toContain('state: disabled')
      expect(warnings).toEqual(['IMP-3 b.json:4'])
    },
  )
})

describe('shapes of programs and reports', () => {
  test('a template keeps its name, is taken as disabled and reported as such', () => {
    const { displayName: name, state: _, ...details } = policy
    const { text, coverage } = imported({ 't.json': { id: 't1', name, scenarios: 'zeroTrust', details } })
    expect(text).toMatch(/displayName: Pilots\n\s+state: disabled/)
    expect(coverage).toContainEqual(
      expect.objectContaining({ kind: 'policy', status: 'assumed', note: 'a template, assumed to be disabled' }),
    )
  })
  test.each<[string, object]>([
    ['by name with plain ranges', { name: 'Office', isTrusted: true, ipRanges: ['203.0.113.0/24'] }],
    [
      'with extra fields one layer below',
      {
        Id: 'l1',
        DisplayName: 'Office',
        AdditionalProperties: {
          '@odata.type': '#microsoft.graph.ipNamedLocation',
          isTrusted: true,
          ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.0/24' }],
        },
      },
    ],
  ])('a location %s', (_name, location) => {
    const tenant = tenantOf({ 'policy.json': policy, 'locations.json': { locations: [location] } })
    expect(tenant.conditionalAccess.namedLocations?.map(({ name, trusted }) => [name, trusted])).toEqual([
      ['Office', true],
    ])
  })
  test('objects in lines are objects in a list', () => {
    const lines = `${JSON.stringify(policy)}\n${JSON.stringify({ ...policy, id: 'p2', displayName: 'Others' })}\n`
    const list = { value: [policy, { ...policy, id: 'p2', displayName: 'Others' }] }
    expect(imported({ 'p.json': lines }).text).toBe(imported({ 'p.json': list }).text)
  })
})

describe('trust', () => {
  const inbound = { isMfaAccepted: true, isCompliantDeviceAccepted: false }
  test.each<[string, object]>([
    [
      'by address',
      { '@odata.context': context('policies/crossTenantAccessPolicy/default/$entity'), inboundTrust: inbound },
    ],
    [
      'by type',
      { '@odata.type': '#microsoft.graph.crossTenantAccessPolicyConfigurationDefault', inboundTrust: inbound },
    ],
  ])('the default is read %s', (_name, value) => {
    expect(imported({ 'x.json': value, 'd.json': domains }).text).toMatch(
      /default:\n\s+inboundTrust:\n\s+isMfaAccepted: true/,
    )
  })
  test('a partner without settings of its own inherits', () => {
    const { text } = imported({
      'x.json': { value: [{ tenantId: 't1', inboundTrust: null, b2bCollaborationInbound: {} }] },
    })
    expect(text).toMatch(/tenantId: t1\n\s+inboundTrust: null/)
  })
  test('a home realm discovery policy is read out of its definition', () => {
    const definition = [JSON.stringify({ HomeRealmDiscoveryPolicy: { AllowCloudPasswordValidation: true } })]
    const { text } = imported({
      'd.json': domains,
      'h.json': { id: 'h', displayName: 'H', definition, isOrganizationDefault: true },
    })
    expect(text).toMatch(/allowCloudPasswordValidation: true\n\s+isOrganizationDefault: true/)
  })
})

describe('the authentication methods policy', () => {
  const policy = {
    policyMigrationState: 'migrationComplete',
    authenticationMethodConfigurations: [
      {
        '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
        id: 'Fido2',
        state: 'enabled',
        isAttestationEnforced: true,
        keyRestrictions: { isEnforced: true, enforcementType: 'block', aaGuids: ['a'] },
        includeTargets: [{ targetType: 'group', id: groupId, isRegistrationRequired: false }],
        excludeTargets: [],
        passkeyProfiles: [
          { id: 'p', name: 'P', passkeyTypes: 'synced,deviceBound', attestationEnforcement: 'disabled' },
        ],
      },
      { id: 'Sms', state: 'Disabled', includeTargets: [{ targetType: 'group', id: 'all_users' }] },
    ],
  }

  test('is imported with its targets and profiles', () => {
    const { authenticationMethods } = tenantOf({ 'd.json': domains, 'm.json': policy, 'g.json': { value: [group] } })
    expect(authenticationMethods?.olderCount).toBe(false)
    expect([...(authenticationMethods?.configurations.values() ?? [])]).toMatchObject([
      {
        id: 'Fido2',
        keyRestrictions: { isEnforced: true, enforcementType: 'block', aaGuids: ['a'] },
        includeTargets: [{ id: groupId }],
        passkeyProfiles: [{ id: 'p', passkeyTypes: 'deviceBound,synced' }],
      },
      { id: 'Sms', state: 'disabled' },
    ])
  })

  test('is imported with what asks for methods and with what certificates are', () => {
    const more = {
      ...policy,
      systemCredentialPreferences: { state: 'enabled', includeTargets: [], excludeTargets: [{ id: groupId }] },
      registrationEnforcement: {
        authenticationMethodsRegistrationCampaign: {
          snoozeDurationInDays: 1,
          enforceRegistrationAfterAllowedSnoozes: true,
          state: 'enabled',
          excludeTargets: [{ id: groupId, targetType: 'group' }],
          includeTargets: [
            { id: 'all_users', targetType: 'group', targetedAuthenticationMethod: 'microsoftAuthenticator' },
          ],
        },
      },
      authenticationMethodConfigurations: [
        { id: 'MicrosoftAuthenticator', state: 'enabled', isSoftwareOathEnabled: true },
        {
          id: 'X509Certificate',
          state: 'enabled',
          authenticationModeConfiguration: {
            x509CertificateAuthenticationDefaultMode: 'x509CertificateMultiFactor',
            rules: [{ identifier: '1.2', x509CertificateAuthenticationMode: 'x509CertificateSingleFactor' }],
          },
        },
      ],
    }
    const { authenticationMethods: methods } = tenantOf({
      'd.json': domains,
      'm.json': more,
      'g.json': { value: [group] },
    })
    expect(methods?.preferences).toEqual({ state: 'enabled', includeTargets: [], excludeTargets: [{ id: groupId }] })
    expect(methods?.campaign).toMatchObject({
      state: 'enabled',
      includeTargets: [{ id: 'all_users', targetedAuthenticationMethod: 'microsoftAuthenticator' }],
      excludeTargets: [{ id: groupId }],
    })
    expect(methods?.configurations.get('MicrosoftAuthenticator')?.isSoftwareOathEnabled).toBe(true)
    expect(methods?.configurations.get('X509Certificate')?.authenticationModeConfiguration).toEqual({
      x509CertificateAuthenticationDefaultMode: 'x509CertificateMultiFactor',
      rules: [{ x509CertificateAuthenticationMode: 'x509CertificateSingleFactor' }],
    })
  })

  test('is also put together from one file for each method', () => {
    const [passkeys] = policy.authenticationMethodConfigurations
    const { authenticationMethods } = tenantOf({ 'd.json': domains, 'Fido2.json': passkeys })
    expect(authenticationMethods?.olderCount).toBeUndefined()
    expect([...(authenticationMethods?.configurations.keys() ?? [])]).toEqual(['Fido2'])
  })
})

test('the switch of the MSOnline module is imported', () => {
  const policy = { id: 'authorizationPolicy', allowedToUseSSPR: true, blockMsolPowerShell: true }
  expect(tenantOf({ 'd.json': domains, 'a.json': policy }).blockMsolPowerShell).toBe(true)
})

test('a password that has to be changed is imported as one that has expired', () => {
  const user = { ...ada, passwordProfile: { forceChangePasswordNextSignIn: true, password: null } }
  const { users } = tenantOf({ 'd.json': domains, 'u.json': { value: [user] } })
  expect(users.get('ada@contoso.com')?.account.inCloud).toBe('password-expired')
})

describe('nothing is left out in silence', () => {
  test.each<[string, unknown, string]>([
    [
      'an external method of the authentication methods policy',
      {
        '@odata.type': '#microsoft.graph.externalAuthenticationMethodConfiguration',
        id: 'd5e5b1b2-6b1a-4a4e-9d3c-0f6b8f2f6a11',
        displayName: 'Adatum',
        state: 'enabled',
        includeTargets: [{ targetType: 'group', id: 'all_users' }],
      },
      'understood',
    ],
    ['a device', { id: 'd', deviceId: 'x', operatingSystem: 'Windows' }, 'not-imported'],
    ['a role definition', { id: 'r', rolePermissions: [{}] }, 'not-imported'],
    ['an object of no known kind', { colour: 'blue', at: { of: 'sky' } }, 'not-understood'],
  ])('%s', (_name, value, status) => {
    const { coverage } = imported({ 'd.json': domains, 'x.json': { value: [value] } })
    expect(coverage).toContainEqual(expect.objectContaining({ source: 'x.json', status }))
  })
  test('an unknown object next to a known one is reported where it stands', () => {
    const { warnings, coverage } = imported({ 'x.json': { value: [domains.value[0], { colour: 'blue' }] } })
    expect(warnings).toEqual(['IMP-4 x.json:9'])
    expect(coverage).toContainEqual(expect.objectContaining({ kind: 'part of a file', status: 'not-understood' }))
  })
})
