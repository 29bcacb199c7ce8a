import { describe, expect, test } from 'vitest'
import { parseSource } from '../source/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
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
    users: { includeUsers: ['All'], excludeUsers: ['f7ca74b0'] },
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
  test('the reason is the first condition that failed', () => {
    const reasons = bodies.map((body) => answer(tenant, body).value[0]?.analysisReasons)
    expect(reasons).toEqual(['application', 'location', 'signInRisk', 'notSet'])
  })
  test('undetermined names what is missing', () => {
    const { value, combined } = answer(tenant, request({}), { missing: 'undetermined' })
    expect(value[0]).toMatchObject({ policyApplies: false, analysisReasons: 'notEnoughInformation', result: 'unknown' })
    expect(combined).toMatchObject({ decision: 'undetermined', missing: ['country', 'signInRiskLevel'] })
  })
  test('a signal given beside the body decides', () => {
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

describe('a mistaken request', () => {
  test.each([
    ['an unknown field', { ...request({}), signInCondition: {} }, 'POL-14', 'signInCondition'],
    ['an unknown condition', request({ devicePlatfrom: 'iOS' }), 'POL-14', 'devicePlatfrom'],
    ['an unknown value', request({ devicePlatform: 'ios9' }), 'POL-16', '"ios9"'],
    ['no identity', { signInContext: { includeApplications: [sharepoint] } }, 'POL-15', ''],
    ['no target', { signInIdentity: { userId: '15dc174b' } }, 'POL-15', ''],
    ['somebody else', request({}, undefined, { userId: 'nobody' }), 'POL-17', '"nobody"'],
    ['no address', request({ ipAddress: 'here' }), 'POL-16', '"here"'],
  ])('%s is refused at its place', (_, body, code, place) => {
    const asked = ask(tenantWith(policy('p', {})), body)
    const [found] = asked.ok ? [] : asked.diagnostics
    expect(found?.code).toBe(code)
    expect(found?.at.source.text.slice(found.at.start, found.at.end)).toContain(place)
  })
})
