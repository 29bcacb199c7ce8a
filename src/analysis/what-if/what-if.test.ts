import { describe, expect, test } from 'vitest'
import { parseSource } from '../../source/document/located-document.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type WhatIfOptions, whatIf } from './what-if.ts'

const policy = (
  name: string,
  conditions: unknown,
  grant: unknown = { operator: 'OR', builtInControls: ['mfa'] },
  state = 'enabled',
) => ({
  id: name,
  displayName: name,
  state,
  conditions: {
    users: { includeUsers: ['All'], excludeUsers: ['f7ca74b0-8a3d-4c0b-9d0f-6a0f8a1b2c3d'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
    ...(conditions as object),
  },
  grantControls: grant,
})
const officeFromHomeAtHighRisk = policy('office', {
  applications: { includeApplications: ['Office365'] },
  locations: { includeLocations: ['home'] },
  signInRiskLevels: ['high'],
})

function tenantWith(...policies: readonly unknown[]): Tenant {
  const loaded = loadTenantText(
    JSON.stringify({
      name: 'Contoso',
      asOf: '2025-06-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      users: [
        { userPrincipalName: 'anna@contoso.com', id: '15dc174b', groups: [], roles: [] },
        { userPrincipalName: 'ben@contoso.com', id: '28ad6f0c' },
        { userPrincipalName: 'robot@contoso.com', id: 'c65b94a5', kind: 'service-principal' },
      ],
      conditionalAccess: {
        policies,
        namedLocations: [{ id: 'home', displayName: 'Home', countriesAndRegions: ['US'] }],
      },
    }),
    'tenant.json',
  )
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code }) => code).join())
  return loaded.value
}

const sharepoint = '00000003-0000-0ff1-ce00-000000000000'
const request = (
  conditions: unknown,
  context: unknown = { includeApplications: [sharepoint] },
  identity: unknown = { userId: '15dc174b' },
) => ({
  signInIdentity: identity,
  signInContext: context,
  signInConditions: conditions,
})

function ask(tenant: Tenant, body: unknown, options?: WhatIfOptions) {
  const parsed = parseSource({ name: 'request.json', text: JSON.stringify(body) })
  if (!parsed.ok) throw new Error('no JSON')
  return whatIf(tenant, parsed.value, options)
}

function answer(tenant: Tenant, body: unknown, options?: WhatIfOptions) {
  const asked = ask(tenant, body, options)
  if (!asked.ok) throw new Error(asked.diagnostics.map(({ code }) => code).join())
  return asked.value
}

describe('the reading of signals that were not given', () => {
  const tenant = tenantWith(officeFromHomeAtHighRisk)
  const bodies = [
    request({}, { includeApplications: ['11111111-2222-3333-4444-555555555555'] }),
    request({}),
    request({ country: 'US' }),
    request({ country: 'US', signInRiskLevel: 'high' }),
  ]
  test.each([
    ['none', [false, false, false, true]],
    ['matches', [false, true, true, true]],
  ] as const)('%s', (missing, expected) => {
    expect(bodies.map((body) => answer(tenant, body, { missing }).value[0]?.policyApplies)).toEqual(expected)
  })
  test.each(['none', 'matches', 'undetermined'] as const)(
    '%s: memberships that the file does not state stay open',
    (missing) => {
      const group = '7f1c9a52-4c1b-4b7e-9a55-0d8f5f1f7d10'
      const role = '62e90394-69f5-4237-9190-012177145e10'
      const sides = [
        { includeGroups: [group] },
        { includeRoles: [role] },
        { includeUsers: ['All'], excludeGroups: [group] },
        { includeUsers: ['All'], excludeRoles: [role] },
      ]
      const decide = (users: object, userId: string) =>
        answer(tenantWith(policy('some', { users })), request({}, undefined, { userId }), { missing }).combined.decision
      expect(sides.map((users) => decide(users, '28ad6f0c'))).toEqual(sides.map(() => 'undetermined'))
      const all = 'controls-required'
      expect(sides.map((users) => decide(users, '15dc174b'))).toEqual(['allow', 'allow', all, all])
    },
  )
  // https://learn.microsoft.com/graph/api/resources/conditionalaccessusers: only what is included can be All or None.
  test.each([
    ['users', { users: { includeUsers: ['All'], excludeUsers: ['All'] } }],
    ['users', { users: { includeUsers: ['All'], excludeUsers: ['None'] } }],
    ['applications', { applications: { includeApplications: ['All'], excludeApplications: ['All'] } }],
    ['applications', { applications: { includeApplications: ['All'], excludeApplications: ['None'] } }],
  ])('no word for everything excludes %s: the policy is open', (_, conditions) => {
    for (const missing of ['none', 'matches', 'undetermined'] as const) {
      const { combined } = answer(tenantWith(policy('sweeping', conditions)), request({}), { missing })
      expect(combined.decision).toBe('undetermined')
    }
  })
  test('the reason is the first condition that failed', () => {
    const reasons = bodies.map((body) => answer(tenant, body).value[0]?.analysisReasons)
    expect(reasons).toEqual(['application', 'location', 'signInRisk', 'notSet'])
  })
  test('undetermined names what is missing', () => {
    const { value, combined } = answer(tenant, request({}), { missing: 'undetermined' })
    expect(value[0]).toMatchObject({ policyApplies: false, analysisReasons: 'notEnoughInformation', result: 'unknown' })
    expect(combined).toMatchObject({ decision: 'undetermined', missing: ['country', 'signInRiskLevel'] })
  })
  test('a signal given in addition to the body decides', () => {
    const { combined } = answer(tenant, request({ country: 'US' }), { signals: { signInRiskLevel: 'high' } })
    expect(combined).toMatchObject({ decision: 'controls-required', required: [['mfa']] })
  })
})

describe('the answer', () => {
  test("repeats each policy and adds the sign-in log's word", () => {
    const off = policy('off', {}, { operator: 'OR', builtInControls: ['block'] }, 'disabled')
    const { value, combined } = answer(tenantWith(policy('mfa', {}), off), request({}))
    expect(value[0]).toMatchObject({
      id: 'mfa',
      state: 'enabled',
      policyApplies: true,
      analysisReasons: 'notSet',
      result: 'failure',
    })
    expect(value[1]).toMatchObject({
      id: 'off',
      policyApplies: false,
      analysisReasons: 'policyNotEnabled',
      result: 'notEnabled',
    })
    expect(combined).toMatchObject({ decision: 'controls-required', policies: ['mfa'] })
  })
  test('leaves out policies that do not apply when asked to', () => {
    const tenant = tenantWith(policy('mfa', {}), officeFromHomeAtHighRisk)
    const { value } = answer(tenant, { ...request({}), appliedPoliciesOnly: true })
    expect(value.map(({ id }) => id)).toEqual(['mfa'])
  })
  test('knows no service dependencies', () => {
    const exchange = policy('exchange', {
      applications: { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] },
    })
    const teams = { includeApplications: ['cc15fd57-2c6c-4117-a88c-83b1d56b4bbe'] }
    expect(answer(tenantWith(exchange), request({}, teams)).combined.decision).toBe('allow')
  })
  test('tells where session controls come from', () => {
    const frequency = (name: string, value: number) => ({
      ...policy(name, {}, null),
      sessionControls: { signInFrequency: { isEnabled: true, value, type: 'hours' } },
    })
    const { combined } = answer(tenantWith(frequency('a', 8), frequency('b', 4)), request({}))
    expect(combined.session).toEqual({ signInFrequency: { value: 4, type: 'hours' } })
    expect(combined.sessionBasis).toEqual({
      signInFrequency: { policies: ['a', 'b'], rule: 'strictest', basis: 'inferred' },
    })
  })
  test('covers service principals, user actions and authentication contexts', () => {
    const principals = policy(
      'sp',
      {
        users: { includeUsers: ['None'] },
        clientApplications: { includeServicePrincipals: ['ServicePrincipalsInMyTenant'] },
      },
      { operator: 'OR', builtInControls: ['block'] },
    )
    const action = policy('action', { applications: { includeUserActions: ['urn:user:registersecurityinfo'] } })
    const context = policy('context', { applications: { includeAuthenticationContextClassReferences: ['c1', 'c37'] } })
    const tenant = tenantWith(principals, action, context)
    const applied = (body: unknown) =>
      answer(tenant, body)
        .value.filter(({ policyApplies }) => policyApplies)
        .map(({ id }) => id)
    expect(applied(request({}, { includeApplications: [sharepoint] }, { servicePrincipalId: 'c65b94a5' }))).toEqual([
      'sp',
    ])
    expect(applied(request({}, { userAction: 'registerSecurityInformation' }))).toEqual(['action'])
    expect(applied(request({}, { authenticationContextValue: 'c37' }))).toEqual(['context'])
  })
})

describe('what nobody understands in a policy', () => {
  const missing = ['none', 'matches', 'undetermined'] as const
  const combined = (one: unknown, context?: unknown) =>
    missing.map(
      (reading) =>
        answer(tenantWith(one), request({ clientAppType: 'browser' }, context), { missing: reading }).combined,
    )
  const exchange = { includeApplications: ['00000002-0000-0ff1-ce00-000000000000'] }

  test.each([
    [
      'a sole control',
      policy('p', {}, { operator: 'OR', builtInControls: ['verifiedID'] }),
      'policy:p:grantControls.builtInControls.0',
    ],
    [
      'a control beside others',
      policy('p', {}, { operator: 'AND', builtInControls: ['mfa', 'verifiedID'] }),
      'policy:p:grantControls.builtInControls.1',
    ],
    [
      'a session control',
      { ...policy('p', {}, null), sessionControls: { telepathy: { isEnabled: true } } },
      'policy:p:sessionControls.telepathy',
    ],
    [
      'a client app type of a block',
      policy('p', { clientAppTypes: ['telepathy'] }, { builtInControls: ['block'] }),
      'policy:p:conditions.clientAppTypes.0',
    ],
    [
      'an application of a block',
      policy('p', { applications: { includeApplications: ['Office 365'] } }, { builtInControls: ['block'] }),
      'policy:p:conditions.applications.includeApplications.0',
    ],
    [
      'an application that is not modeled',
      policy('p', { applications: { includeApplications: ['AllAgentIdResources'] } }),
      'policy:p:conditions.applications.includeApplications.0',
    ],
    ['every role', policy('p', { users: { includeRoles: ['All'] } }), 'policy:p:conditions.users.includeRoles.0'],
    [
      'a misspelt group that is excluded',
      policy('p', { users: { includeUsers: ['All'], excludeGroups: ['Finanse'] } }),
      'policy:p:conditions.users.excludeGroups.0',
    ],
    [
      'an operator',
      policy('p', {}, { operator: 'XOR', builtInControls: ['mfa', 'compliantDevice'] }),
      'policy:p:grantControls.operator',
    ],
    ['a state', policy('p', {}, undefined, 'sleeping'), 'policy:p:state'],
  ])('%s leaves every reading undetermined and names the part', (_, one, fact) => {
    for (const found of combined(one, exchange)) {
      expect(found.decision).toBe('undetermined')
      expect(found.missing).toContain(fact)
    }
  })

  test.each([
    ['beside an understood block', policy('p', {}, { builtInControls: ['block', 'verifiedID'] }), 'block'],
    ['in a policy that is off', policy('p', {}, { builtInControls: ['verifiedID'] }, 'disabled'), 'allow'],
    [
      'in a policy that only reports',
      policy('p', {}, { builtInControls: ['verifiedID'] }, 'enabledForReportingButNotEnforced'),
      'allow',
    ],
    [
      'in a policy for someone else',
      policy('p', { users: { includeUsers: ['None'] } }, { builtInControls: ['verifiedID'] }),
      'allow',
    ],
    [
      'in a policy for other clients',
      policy('p', { clientAppTypes: ['other'] }, { builtInControls: ['verifiedID'] }),
      'allow',
    ],
  ])('%s changes nothing', (_, one, decision) => {
    expect(combined(one, exchange).map((found) => found.decision)).toEqual([decision, decision, decision])
  })

  test('is not needed where another control is met', () => {
    const either = tenantWith(policy('p', {}, { operator: 'OR', builtInControls: ['mfa', 'verifiedID'] }))
    const met = answer(either, request({}), { signals: { mfaClaim: 'entra-id' } })
    expect(met.combined.decision).toBe('allow')
    const both = tenantWith(policy('p', {}, { operator: 'AND', builtInControls: ['mfa', 'verifiedID'] }))
    const half = answer(both, request({}))
    expect(half.combined).toMatchObject({ decision: 'undetermined', required: [['mfa']] })
  })

  test('is said by the answer of a policy that only reports', () => {
    const [found] = combined(policy('p', {}, { builtInControls: ['verifiedID'] }, 'enabledForReportingButNotEnforced'))
    expect(found?.ifReportOnlyEnforced?.decision).toBe('undetermined')
  })
})

describe('a mistaken request', () => {
  test.each([
    ['an unknown field', { ...request({}), signInCondition: {} }, 'POL-14', 'signInCondition'],
    ['an unknown condition', request({ devicePlatfrom: 'iOS' }), 'POL-14', 'devicePlatfrom'],
    ['an unknown value', request({ devicePlatform: 'ios9' }), 'POL-16', '"ios9"'],
    ['no identity', { signInContext: { includeApplications: [sharepoint] } }, 'POL-15', ''],
    ['no target', { signInIdentity: { userId: '15dc174b' } }, 'POL-15', ''],
    ['someone else', request({}, undefined, { userId: 'nobody' }), 'POL-17', '"nobody"'],
    ['no address', request({ ipAddress: 'here' }), 'POL-16', '"here"'],
    ['a country that is none', request({ country: 'UK' }), 'POL-16', '"UK"'],
    ['a trust type that is none', request({ deviceInfo: { trustType: 'Hybrid' } }), 'POL-16', '"Hybrid"'],
    [
      'an application that is none',
      request({}, { includeApplications: [sharepoint, 'exchange'] }),
      'POL-17',
      '"exchange"',
    ],
    ['a word for many applications', request({}, { includeApplications: ['Office 365'] }), 'POL-17', '"Office 365"'],
    ['no application', request({}, { includeApplications: [] }), 'POL-15', '[]'],
    ['an empty application', request({}, { includeApplications: [''] }), 'POL-15', '[""]'],
    ['a context that is none', request({}, { authenticationContextValue: 'secret' }), 'POL-17', '"secret"'],
    [
      'two targets',
      request({}, { includeApplications: [sharepoint], userAction: 'registerOrJoinDevices' }),
      'POL-16',
      '"registerOrJoinDevices"',
    ],
  ])('%s is refused at its place', (_, body, code, place) => {
    const asked = ask(tenantWith(policy('p', {})), body)
    const [found] = asked.ok ? [] : asked.diagnostics
    expect(found?.code).toBe(code)
    expect(found?.at.source.text.slice(found.at.start, found.at.end)).toContain(place)
  })
})
