import { describe, expect, test } from 'vitest'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import { loadTenantValue } from '../load-tenant.ts'
import type { Tenant } from '../tenant.ts'
import { returnedTenant } from './returned-objects.fixture.ts'

const problemsOf = (value: unknown) => {
  const loaded = loadTenantValue(value, 'tenant.yaml')
  return (loaded.ok ? loaded.warnings : loaded.diagnostics).map(({ code, args }) => ({ code, args }))
}

function loadedOf(value: Mapping): Tenant {
  const loaded = loadTenantValue(value, 'tenant.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

/** Places whose content the vendor does not describe key by key, or that nothing reads. */
const closed =
  /^(?!.*(registrationEnforcement|defaultUserRolePermissions|reportSuspicious|PlatformSettings|featureSettings|openIdConnect|certificateUserBindings|Hints|crlValidation|tenantRestrictions|invitationRedemption|Consent|identitySynchronization|m365|Outbound|appServiceConnect|identities|passwordProfile|extensionAttributes|definition|ipRanges))/

/** The file with a key that no page documents in each of its mappings, one at a time. */
function withOneMore(value: unknown, path = ''): readonly (readonly [path: string, value: unknown])[] {
  if (Array.isArray(value))
    return value.flatMap((one: unknown, index) =>
      withOneMore(one, `${path}/${index}`).map(([at, own]) => [at, value.with(index, own)] as const),
    )
  if (!isMapping(value) || !closed.test(path)) return []
  const below = Object.entries(value).flatMap(([key, part]) =>
    withOneMore(part, `${path}/${key}`).map(([at, own]) => [at, { ...value, [key]: own }] as const),
  )
  return [[path, { ...value, undocumentedKey: 'x' }], ...below]
}

test('objects with every documented property are accepted as Graph returns them', () => {
  expect(problemsOf(returnedTenant)).toEqual([])
})

test('a key that no page documents is reported in every object', () => {
  const places = withOneMore(returnedTenant)
  const silent = places.filter(([, value]) => !JSON.stringify(problemsOf(value)).includes('undocumentedKey'))
  expect(silent.map(([path]) => path)).toEqual([])
  expect(places.length).toBeGreaterThan(50)
})

test('a key of one method is reported in the configuration of another', () => {
  const value = {
    name: 'n',
    asOf: '2026-11-20',
    authenticationMethodsPolicy: {
      authenticationMethodConfigurations: [{ id: 'Sms', state: 'enabled', isUsableOnce: true }],
    },
  }
  expect(problemsOf(value)).toEqual([
    { code: 'SHAPE-1', args: { key: 'isUsableOnce', of: 'the configuration of Sms', known: [] } },
  ])
})

describe('what Graph names otherwise counts', () => {
  const tenant = loadedOf(returnedTenant)

  test('domains by id, groups and devices by display name', () => {
    expect([...tenant.domains.keys(), ...tenant.devices.keys()]).toEqual(['contoso.com', 'desktop-1'])
    expect(tenant.surroundings.groups).toBeDefined()
  })

  test('properties of devices', () => {
    expect(tenant.devices.get('desktop-1')?.properties).toEqual({
      displayName: 'DESKTOP-1',
      deviceId: '',
      deviceOwnership: '',
      enrollmentProfileName: '',
      extensionAttribute1: 'SAW',
      isCompliant: 'true',
      manufacturer: '',
      mdmAppId: '',
      model: '',
      operatingSystem: 'Windows',
      operatingSystemVersion: '',
      physicalIds: '[ZTDID]:1,[OrderID]:Kiosk',
      profileType: '',
      systemLabels: '',
      trustType: 'AzureAD',
    })
  })

  test('external methods by their type, and the definition of a policy', () => {
    expect(tenant.authenticationMethods?.configurations.get('ExternalAuthenticationMethod')?.state).toBe('enabled')
    expect(tenant.homeRealmDiscoveryPolicies[0]?.allowCloudPasswordValidation).toBe(true)
  })

  test('an account that was never synchronized is not', () => {
    expect(tenant.users.get('ada@contoso.com')?.synced).toBe(false)
  })
})

const domains = ['contoso.com', 'contoso.onmicrosoft.com'].map((id) => ({ id, authenticationType: 'Managed' }))

const withUser = (user: Mapping, more: Mapping = {}) =>
  [...loadedOf({ name: 'n', asOf: '2026-11-20', domains, users: [user], ...more }).users.values()][0]

test.each([
  ['ExternalAzureAD', 'entra-tenant'],
  ['MicrosoftAccount', 'microsoft-account'],
  ['google.com', 'other-identity-provider'],
  ['mail', 'one-time-passcode'],
])('a guest of %s is at home there', (issuer, home) => {
  const identities = [
    { signInType: 'federated', issuer, issuerAssignedId: null },
    { signInType: 'userPrincipalName', issuer: 'contoso.onmicrosoft.com', issuerAssignedId: 'x' },
  ]
  const guest = { userPrincipalName: 'eva_fabrikam.com#EXT#@contoso.onmicrosoft.com', userType: 'Guest', identities }
  expect(withUser(guest)?.accountHome).toBe(home)
})

test('a password that has to be changed at the next sign-in is as an expired one', () => {
  const passwordProfile = { forceChangePasswordNextSignIn: true }
  expect(withUser({ userPrincipalName: 'ada@contoso.com', passwordProfile })?.account.inCloud).toBe('password-expired')
})

test.each([
  [{ operatingSystem: 'Windows' }, 'windows'],
  [{ operatingSystem: 'MacOS', platform: null }, 'macOS'],
  [{ operatingSystem: 'Windows', platform: 'android' }, 'android'],
  [{ operatingSystem: 'ChromeOS' }, undefined],
  [{ operatingSystem: null }, undefined],
])('a device with %j is a platform to policies', (own, platform) => {
  const devices = [{ displayName: 'device', ...own }]
  expect(loadedOf({ name: 'n', asOf: '2026-11-20', devices }).devices.get('device')?.platform).toBe(platform)
})

test('one way to sign in to a device is a list of one', () => {
  const devices = [{ name: 'device', unlockedWith: 'password' }]
  expect(loadedOf({ name: 'n', asOf: '2026-11-20', devices }).devices.get('device')?.unlockedWith).toEqual(['password'])
})

test('a disabled device is unknown to policies', () => {
  const devices = [{ displayName: 'old', accountEnabled: false, trustType: 'ServerAd', isCompliant: true }]
  const device = loadedOf({ name: 'n', asOf: '2026-11-20', devices }).devices.get('old')
  expect(device).toMatchObject({ registered: false, domainJoined: true })
  expect(device?.properties).toEqual({ displayName: 'old' })
})

describe('certificates are what the policy makes of them', () => {
  const certificate = (mode: string | undefined, rules: readonly string[] = []) => {
    const authenticationModeConfiguration = {
      ...(mode === undefined ? {} : { x509CertificateAuthenticationDefaultMode: mode }),
      rules: rules.map((one) => ({ x509CertificateAuthenticationMode: one })),
    }
    const configurations = [{ id: 'X509Certificate', state: 'enabled', authenticationModeConfiguration }]
    const user = { userPrincipalName: 'ada@contoso.com', methods: ['x509CertificateMultiFactor', 'sms'] }
    const more = { authenticationMethodsPolicy: { authenticationMethodConfigurations: configurations } }
    return withUser(user, more)?.methods?.[0]
  }

  test.each([
    ['x509CertificateSingleFactor', [], 'x509CertificateSingleFactor'],
    ['x509CertificateSingleFactor', ['x509CertificateSingleFactor'], 'x509CertificateSingleFactor'],
    ['x509CertificateSingleFactor', ['x509CertificateMultiFactor'], 'x509CertificateMultiFactor'],
    ['x509CertificateMultiFactor', [], 'x509CertificateMultiFactor'],
    [undefined, [], 'x509CertificateMultiFactor'],
  ])('%s by default, and rules %j', (mode, rules, expected) => expect(certificate(mode, rules)).toBe(expected))
})

test.each([
  ['users', { userPrincipalName: 'ada@contoso.com', memberOf: [] }, '`groups` and `roles`'],
  ['users', { userPrincipalName: 'ada@contoso.com', authentication: {} }, '`methods`'],
  ['groups', { displayName: 'Staff', transitiveMembers: [] }, '`members`'],
  ['devices', { displayName: 'old', registeredOwners: [] }, '`users` of a client'],
])('a relationship of %s is refused with what states it: %j', (list, own, instead) => {
  const [problem] = problemsOf({ name: 'n', asOf: '2026-11-20', domains, [list]: [own] })
  expect(problem?.code).toBe('SHAPE-1')
  expect(Object(problem?.args)['instead']).toContain(instead)
})
