import { describe, expect, test } from 'vitest'
import { decidePolicies } from './evaluate.ts'
import {
  compiledFrom,
  exchange,
  samplePolicy as policy,
  type SamplePolicies,
  sharepoint,
  sampleSignIn as signIn,
  teams,
} from './sample-policies.fixture.ts'
import type { PolicySignIn } from './sign-in.ts'

const block = { operator: 'OR', builtInControls: ['block'] }
const decide = (sample: SamplePolicies, changes: Partial<PolicySignIn> = {}) =>
  decidePolicies(compiledFrom(sample), signIn(changes)).combined
const decideOne = (one: unknown, changes: Partial<PolicySignIn> = {}, rest: Partial<SamplePolicies> = {}) =>
  decide({ policies: [one], ...rest }, changes).decision
const person = { id: 'anna', userPrincipalName: 'anna@contoso.com', kind: 'user', roles: new Set<string>() } as const

describe('assignments', () => {
  const cases: readonly (readonly [string, unknown, Partial<PolicySignIn>, string])[] = [
    [
      'a policy for everybody concerns a guest',
      policy('p'),
      { principal: { kind: 'guest', groups: new Set(), roles: new Set() } },
      'controls-required',
    ],
    ['a policy for nobody concerns nobody', policy('p', { users: { includeUsers: ['None'] } }), {}, 'allow'],
    [
      'an exclusion beats an inclusion',
      policy('p', { users: { includeUsers: ['All'], excludeUsers: ['ANNA@contoso.com'] } }),
      {},
      'allow',
    ],
    [
      'a group names its members',
      policy('p', { users: { includeGroups: ['Staff'] } }),
      { principal: { ...person, groups: new Set(['staff']) } },
      'controls-required',
    ],
    ['an undeclared group is somebody else', policy('p', { users: { includeGroups: ['<RING>'] } }), {}, 'allow'],
    [
      'a role by its name is the role by its template id',
      policy('p', { users: { includeRoles: ['Global Administrator'] } }),
      { principal: { ...person, groups: new Set(), roles: new Set(['62e90394-69f5-4237-9190-012177145e10']) } },
      'controls-required',
    ],
    [
      'nobody says the groups of a person',
      policy('p', { users: { includeGroups: ['staff'] } }),
      { principal: { ...person } },
      'undetermined',
    ],
    [
      'managed identities are beyond policies',
      policy('p', {}, block),
      { principal: { kind: 'managed-identity' } },
      'allow',
    ],
    [
      'a policy for people is none for service principals',
      policy('p', {}, block),
      { principal: { id: 'app', kind: 'service-principal' } },
      'allow',
    ],
    [
      'a policy for all service principals blocks one',
      policy(
        'p',
        {
          users: { includeUsers: ['None'] },
          clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] },
        },
        block,
      ),
      { principal: { id: 'app', kind: 'service-principal' } },
      'block',
    ],
    [
      'an excluded service principal is let through',
      policy(
        'p',
        {
          users: { includeUsers: ['None'] },
          clientApplications: {
            includeServicePrincipals: ['ServicePrincipalsInMyTenant'],
            excludeServicePrincipals: ['app'],
          },
        },
        block,
      ),
      { principal: { id: 'app', kind: 'service-principal' } },
      'allow',
    ],
  ]
  test.each(cases)('%s', (_, one, changes, expected) => expect(decideOne(one, changes)).toBe(expected))

  const guests = (tenants?: readonly string[]) => ({
    users: {
      includeGuestsOrExternalUsers: {
        guestOrExternalUserTypes: 'b2bCollaborationGuest,b2bCollaborationMember',
        externalTenants:
          tenants === undefined ? { membershipKind: 'all' } : { membershipKind: 'enumerated', members: tenants },
      },
    },
  })
  const guest = (guestType?: string, homeTenant?: string): Partial<PolicySignIn> => ({
    principal: {
      kind: 'guest',
      groups: new Set(),
      roles: new Set(),
      ...(guestType === undefined ? {} : { guestType }),
      ...(homeTenant === undefined ? {} : { homeTenant }),
    },
  })
  test.each([
    ['a guest of that kind is concerned', guests(), guest('b2bCollaborationGuest'), 'controls-required'],
    ['a guest of another kind is not', guests(), guest('internalGuest'), 'allow'],
    ['a guest of an unknown kind may be', guests(), guest(), 'undetermined'],
    [
      'a guest of a listed tenant is concerned',
      guests(['t1']),
      guest('b2bCollaborationGuest', 'T1'),
      'controls-required',
    ],
    ['a guest of another tenant is not', guests(['t1']), guest('b2bCollaborationGuest', 't2'), 'allow'],
    ['a member is no guest', { users: { includeUsers: ['GuestsOrExternalUsers'] } }, {}, 'allow'],
    [
      'any guest is one of all guests',
      { users: { includeUsers: ['GuestsOrExternalUsers'] } },
      guest(),
      'controls-required',
    ],
  ])('%s', (_, conditions, changes, expected) => expect(decideOne(policy('p', conditions), changes)).toBe(expected))
})

describe('resources', () => {
  const apps = (include: readonly string[], exclude: readonly string[] = []) => ({
    applications: { includeApplications: include, excludeApplications: exclude },
  })
  const to = (...applications: readonly string[]): Partial<PolicySignIn> => ({ target: { applications } })
  test.each([
    ['an application by its id', apps([exchange]), to(exchange), 'controls-required'],
    ['an application by its name', apps(['Microsoft Teams Services']), to(teams), 'controls-required'],
    ['another application', apps([sharepoint]), to(exchange), 'allow'],
    ['the suite stands for its services', apps(['Office365']), to(exchange), 'controls-required'],
    [
      'the suite does not stand for an application of the tenant',
      apps(['Office365']),
      to('11111111-2222-3333-4444-555555555555'),
      'allow',
    ],
    ['all but the suite', apps(['All'], ['Office365']), to(exchange), 'allow'],
    [
      'the management API answers for the portal',
      apps(['797f4846-ba00-4fd7-ba43-dac1f8f63013']),
      to('c44b4083-3bb0-49c1-b47d-974e53cbdf3c'),
      'controls-required',
    ],
    [
      'the admin portals stand for the portal',
      apps(['MicrosoftAdminPortals']),
      to('c44b4083-3bb0-49c1-b47d-974e53cbdf3c'),
      'controls-required',
    ],
    ['Exchange binds early for Teams', apps([exchange]), to(teams), 'controls-required'],
    ['Planner binds late and not at sign-in', apps(['09abbdfd-ed23-44ee-a2d9-a627aa1c90f3']), to(teams), 'allow'],
    [
      'a user action is its own target',
      { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } },
      { target: { userAction: 'registerSecurityInformation' } } as const,
      'controls-required',
    ],
    [
      'all resources are no user action',
      apps(['All']),
      { target: { userAction: 'registerSecurityInformation' } } as const,
      'allow',
    ],
    [
      'an authentication context is its own target',
      { applications: { includeAuthenticationContextClassReferences: ['c1'] } },
      { target: { authenticationContext: 'C1' } },
      'controls-required',
    ],
    [
      'a filter over attributes is open',
      { applications: { includeApplications: [], applicationFilter: { mode: 'include', rule: 'x' } } },
      {},
      'undetermined',
    ],
  ])('%s', (_, conditions, changes, expected) => expect(decideOne(policy('p', conditions), changes)).toBe(expected))

  const scopes = ['openid', 'https://graph.microsoft.com/User.Read']
  const graph = { applications: ['00000003-0000-0000-c000-000000000000'], scopes }
  test.each([
    ['an exclusion used to free the lowest scopes', [exchange], { at: Date.UTC(2026, 5, 14) }, 'allow'],
    ['since the roll-out began nobody knows', [exchange], { at: Date.UTC(2026, 5, 15) }, 'undetermined'],
    [
      'and it no longer does where it is applied',
      [exchange],
      { at: Date.UTC(2026, 6), baselineScopes: 'covered' },
      'controls-required',
    ],
    ['a tenant can keep them free', [exchange], { at: Date.UTC(2026, 6), baselineScopes: 'freed' }, 'allow'],
    ['without an exclusion they were never free', [], { at: Date.UTC(2025, 0) }, 'controls-required'],
  ] as const)('%s', (_, exclude, changes, expected) => {
    expect(decideOne(policy('p', apps(['All'], exclude)), { target: graph, ...changes })).toBe(expected)
  })

  // The table of the page on resources: which scopes an exclusion frees, by kind of client and by resource.
  const basic = ['email', 'offline_access', 'openid', 'profile', 'User.Read']
  const all = [
    ...basic,
    'User.Read.All',
    'User.ReadBasic.All',
    'People.Read',
    'People.Read.All',
    'GroupMember.Read.All',
    'Member.Read.Hidden',
  ]
  const freed = {
    public: { directory: basic, graph: [...basic, 'People.Read'] },
    confidential: { directory: [...basic, 'User.Read.All', 'User.ReadBasic.All'], graph: all },
  }
  const resources = {
    directory: '00000002-0000-0000-c000-000000000000',
    graph: '00000003-0000-0000-c000-000000000000',
  }
  const itself = '22222222-0000-4000-8000-000000000002'
  const cells = (['public', 'confidential'] as const).flatMap((kind) =>
    (['directory', 'graph'] as const).flatMap((resource) => all.map((scope) => [kind, resource, scope] as const)),
  )
  test.each(cells)('a %s client asks the %s for %s', (kind, resource, scope) => {
    const confidential = kind === 'confidential' ? { confidentialClient: true } : {}
    const target = { applications: [resources[resource]], scopes: [scope], clientAppId: itself, ...confidential }
    const decided = (excluded: string) =>
      decideOne(policy('p', apps(['All'], [excluded])), { target, at: Date.UTC(2025, 0) })
    const low = freed[kind][resource].includes(scope)
    expect(decided(itself)).toBe(low ? 'allow' : 'controls-required')
    expect(decided(exchange)).toBe(low && kind === 'public' ? 'allow' : 'controls-required')
  })

  test('a policy of a needed service says through which one it binds', () => {
    const compiled = compiledFrom({ policies: [policy('p', apps([exchange]))] })
    expect(decidePolicies(compiled, signIn(to(teams))).outcomes()[0]?.via).toEqual({
      service: 'exchange-online',
      binding: 'early',
    })
    const reading = { missing: 'none', dependencies: false } as const
    expect(decidePolicies(compiled, signIn(to(teams)), reading).combined.decision).toBe('allow')
  })
})

describe('client app types', () => {
  const types = (clientAppTypes: unknown, createdDateTime?: string) =>
    policy('p', { clientAppTypes }, block, { createdDateTime: createdDateTime ?? null })
  const legacy = { clientAppType: 'other', legacy: true } as const
  test.each([
    ['legacy clients are blocked by name', types(['exchangeActiveSync', 'other']), legacy, 'block'],
    ['modern clients are not', types(['exchangeActiveSync', 'other']), {}, 'allow'],
    ['not configured means all', types(undefined), legacy, 'block'],
    ['an empty list without a date leaves legacy clients open', types([]), legacy, 'undetermined'],
    ['an empty list of a policy of 2019 spares legacy clients', types([], '2019-05-01T00:00:00Z'), legacy, 'allow'],
    ['an empty list of August 2020 leaves them open', types([], '2020-08-12T00:00:00Z'), legacy, 'undetermined'],
    ['an empty list of 2023 means all', types([], '2023-01-01T00:00:00Z'), legacy, 'block'],
    ['a type that is not mapped is open', types(['browser']), { clientAppType: 'unknown' }, 'undetermined'],
  ])('%s', (_, one, changes, expected) => expect(decideOne(one, changes)).toBe(expected))
})

describe('places, platforms, devices and risk', () => {
  const office = {
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id: 'o1',
    displayName: 'Office',
    isTrusted: true,
    ipRanges: [{ cidrAddress: '203.0.113.0/24' }],
  }
  const home = {
    '@odata.type': '#microsoft.graph.countryNamedLocation',
    id: 'c1',
    displayName: 'Home',
    countriesAndRegions: ['DE'],
    includeUnknownCountriesAndRegions: true,
  }
  const namedLocations = [office, home]
  const from = (include: readonly string[], exclude: readonly string[] = []) =>
    policy('p', { locations: { includeLocations: include, excludeLocations: exclude } }, block)
  test.each([
    ['outside the trusted places', from(['All'], ['AllTrusted']), {}, 'block'],
    ['inside a trusted place', from(['All'], ['AllTrusted']), { location: { addresses: ['203.0.113.9'] } }, 'allow'],
    [
      'partly inside',
      from(['All'], ['AllTrusted']),
      { location: { addresses: ['203.0.113.9', '198.51.100.1'] } },
      'undetermined',
    ],
    ['nobody says where', from(['All'], ['AllTrusted']), { location: {} }, 'undetermined'],
    ['any place needs no address', from(['All']), { location: {} }, 'block'],
    ['a place by its name', from(['Office']), { location: { addresses: ['203.0.113.9'] } }, 'block'],
    ['a country', from(['c1']), {}, 'block'],
    ['another country', from(['c1']), { location: { country: 'FR' } }, 'allow'],
    ['an address without a country', from(['c1']), { location: { country: 'unknown' } }, 'block'],
    ['a place that nobody declares', from(['x9']), {}, 'undetermined'],
    ['the compliant network is a signal', from(['All'], ['3d46dbda-8382-466a-856d-eb00cbc6b910']), {}, 'undetermined'],
  ])('%s', (_, one, changes, expected) => expect(decideOne(one, changes, { namedLocations })).toBe(expected))

  test('addresses trusted by per-user MFA are trusted places', () => {
    const inside = { location: { addresses: ['192.0.2.1'] } }
    expect(decideOne(from(['All'], ['AllTrusted']), inside, { namedLocations, trustedIps: ['192.0.2.0/24'] })).toBe(
      'allow',
    )
    expect(
      decideOne(
        from(['All'], ['AllTrusted']),
        { location: { ...inside.location, insideByClaim: true } },
        { namedLocations },
      ),
    ).toBe('allow')
  })
  test('a tenant that is silent on its places leaves trusted ones open', () => {
    expect(decide({ policies: [from(['All'], ['AllTrusted'])] }).missing).toEqual(['namedLocation:AllTrusted'])
  })

  const platforms = (include: readonly string[], exclude: readonly string[] = []) =>
    policy('p', { platforms: { includePlatforms: include, excludePlatforms: exclude } }, block)
  const filter = (mode: string, rule: string) => policy('p', { devices: { deviceFilter: { mode, rule } } }, block)
  test.each([
    ['a platform that is listed', platforms(['windows']), {}, 'block'],
    [
      'an unlisted platform is in all but the listed ones',
      platforms(['all'], ['windows', 'iOS']),
      { devicePlatform: 'unknown' },
      'block',
    ],
    ['a platform that nobody gives', platforms(['windows']), { devicePlatform: undefined }, 'undetermined'],
    [
      'an excluded compliant device',
      filter('exclude', 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"'),
      { device: { isCompliant: 'true' } },
      'allow',
    ],
    [
      'a device that is neither',
      filter('exclude', 'device.isCompliant -eq True -or device.trustType -eq "ServerAD"'),
      { device: { isCompliant: 'false', trustType: 'AzureAD' } },
      'block',
    ],
    [
      'an unregistered device matches no positive rule',
      filter('exclude', 'device.model -contains "Surface"'),
      {},
      'block',
    ],
    ['and every negated one', filter('exclude', 'device.model -notContains "Surface"'), {}, 'allow'],
    [
      'a property that nobody gives',
      filter('include', 'device.model -startsWith "Surface"'),
      { device: { isCompliant: 'true' } },
      'undetermined',
    ],
    ['a filter that cannot be read', filter('include', 'device.model ~~ "x"'), {}, 'undetermined'],
    [
      'the older spelling of device states',
      policy('p', { deviceStates: { includeStates: ['All'], excludeStates: ['Compliant'] } }, block),
      { device: { isCompliant: 'true' } },
      'allow',
    ],
    [
      'a level that is listed',
      policy('p', { signInRiskLevels: ['high'] }, block),
      { signInRiskLevel: 'high' },
      'block',
    ],
    [
      'levels are no ladder',
      policy('p', { signInRiskLevels: ['medium'] }, block),
      { signInRiskLevel: 'high' },
      'allow',
    ],
    [
      'a level that nobody gives',
      policy('p', { userRiskLevels: ['high'] }, block),
      { userRiskLevel: undefined },
      'undetermined',
    ],
    [
      'a hidden level is not none',
      policy('p', { userRiskLevels: ['high'] }, block),
      { userRiskLevel: 'hidden' },
      'undetermined',
    ],
    [
      'insider risk is a comma text',
      policy('p', { insiderRiskLevels: 'moderate,elevated' }, block),
      { insiderRiskLevel: 'elevated' },
      'block',
    ],
    [
      'device code flow',
      policy('p', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, block),
      { authenticationFlow: 'deviceCodeFlow' },
      'block',
    ],
    ['another flow', policy('p', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, block), {}, 'allow'],
  ])('%s', (_, one, changes, expected) => {
    // The compiler forbids an explicit undefined, which here stands for a key left out.
    expect(decideOne(one, changes as Partial<PolicySignIn>)).toBe(expected)
  })
})
