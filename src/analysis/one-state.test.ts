import { describe, expect, test } from 'vitest'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import { sessionVerdict } from '../trace/verdict.ts'
import type { ClientRequest, Signals } from '../vocabulary/requests.ts'
import { signInOf, signInOfCell } from './claims/sign-in.ts'
import { gaps } from './gaps/gaps.ts'
import { cellsOf } from './matrix/matrix.ts'
import { populationOf } from './population/population.ts'
import { whatIf } from './what-if/what-if.ts'
import { signalKeys } from './wording/signal-words.ts'

const before = Date.parse('2024-01-01T00:00:00Z')
const after = Date.parse('2024-06-01T00:00:00Z')
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const terms = 'ce580154-086a-40fd-91df-8a60abac81a0'

const policy = (displayName: string, conditions: object, grantControls: object, state = 'enabled') => ({
  displayName,
  state,
  conditions: {
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
    ...conditions,
  },
  grantControls: { operator: 'OR', builtInControls: [], ...grantControls },
})
const mfa = { builtInControls: ['mfa'] }

const policies = [
  policy('mfa', { users: { includeGroups: ['asked'] } }, mfa),
  policy(
    'from March',
    { users: { includeGroups: ['asked'] } },
    { builtInControls: ['compliantDevice', 'mfa'] },
    'disabled',
  ),
  policy('terms', { users: { includeGroups: ['asked'] } }, { termsOfUse: [terms] }),
  policy(
    'strength',
    { users: { includeGroups: ['strong'] } },
    {
      authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
    },
  ),
  policy('risk', { signInRiskLevels: ['high'] }, { builtInControls: ['block'] }),
  policy('user risk', { userRiskLevels: ['high'] }, mfa),
  policy('insider', { insiderRiskLevels: 'elevated' }, mfa),
  policy('abroad', { locations: { includeLocations: ['fr'] } }, { builtInControls: ['block'] }),
  policy('phones', { platforms: { includePlatforms: ['iOS'] } }, { builtInControls: ['compliantDevice'] }),
  policy('codes', { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }, { builtInControls: ['block'] }),
  policy(
    'devices',
    {
      users: { includeGroups: ['devices'] },
      devices: { deviceFilter: { mode: 'exclude', rule: 'device.isCompliant -eq True' } },
    },
    { builtInControls: ['block'] },
  ),
]

const user = (name: string, more: object = {}) => ({
  userPrincipalName: `${name}@${'domain' in more ? more.domain : 'contoso.com'}`,
  perUserMfaState: 'disabled',
  registered: true,
  methods: ['sms'],
  groups: ['asked'],
  roles: [],
  mailbox: 'exchange-online',
  ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'domain')),
})

const federated = (name: string, federatedIdpMfaBehavior: string) => ({
  name,
  authenticationType: 'federated',
  identityProvider: 'adfs',
  federatedIdpMfaBehavior,
})

function load(): Tenant {
  const loaded = loadTenantText(
    JSON.stringify({
      name: 'One state',
      asOf: '2024-06-01',
      createdDateTime: '2019-01-01',
      licences: ['p2'],
      securityDefaults: false,
      multifactorAuthentication: { rememberDays: 14 },
      domains: [
        { name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
        federated('accept.com', 'acceptIfMfaDoneByFederatedIdp'),
        federated('enforce.com', 'enforceMfaByFederatedIdp'),
        federated('reject.com', 'rejectMfaByFederatedIdp'),
        federated('converted.com', 'rejectMfaByFederatedIdp'),
      ],
      identityProviders: [
        {
          name: 'adfs',
          product: 'ad-fs',
          performsMfa: true,
          passesClaims: ['authnmethodsreferences'],
          reachableFromInternet: true,
        },
      ],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
      groups: [{ name: 'asked' }, { name: 'strong' }, { name: 'devices' }],
      networks: [{ name: 'internet', ranges: ['203.0.113.7/32'], country: 'US', insideCorporateNetwork: false }],
      clients: [{ name: 'outlook-2019' }, { name: 'browser' }],
      users: [
        user('asked'),
        user('strong', { groups: ['strong'] }),
        user('keyed', { groups: ['strong'], methods: ['fido2'] }),
        user('new', { registered: false, methods: [] }),
        user('devices', { groups: ['devices'] }),
        user('disabled', { accountEnabled: false }),
        user('moved', { mailbox: 'none' }),
        ...['accept.com', 'enforce.com', 'reject.com', 'converted.com'].flatMap((domain) => [
          user('asked', { domain }),
          user('strong', { domain, groups: ['strong'] }),
        ]),
      ],
      conditionalAccess: {
        policies,
        namedLocations: [{ id: 'fr', displayName: 'France', countriesAndRegions: ['FR'] }],
      },
      events: [
        { at: '2024-03-01T00:00:00Z', type: 'policy-enabled', policy: 'from March' },
        { at: '2024-03-01T00:00:00Z', type: 'registration-completed', user: 'new@contoso.com', methods: ['fido2'] },
        { at: '2024-03-01T00:00:00Z', type: 'mailbox-moved', user: 'moved@contoso.com', mailbox: 'exchange-online' },
        {
          at: '2024-03-01T00:00:00Z',
          type: 'domain-authentication-changed',
          domain: 'converted.com',
          authenticationType: 'managed',
          managedSignIn: 'password-hash-sync',
        },
      ],
    }),
    'tenant.json',
  )
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join('\n'))
  return loaded.value
}

const tenant = load()

/** Values of every signal that there is. */
const values: { readonly [Key in keyof Required<Signals>]: readonly Signals[Key][] } = {
  devicePlatform: ['windows', 'iOS', 'unknown'],
  clientAppType: ['browser', 'mobileAppsAndDesktopClients'],
  signInRiskLevel: ['none', 'high'],
  userRiskLevel: ['none', 'high'],
  servicePrincipalRiskLevel: ['high'],
  insiderRiskLevel: ['minor', 'elevated'],
  country: ['US', 'FR', 'unknown'],
  ipAddress: ['203.0.113.7', '198.51.100.9'],
  authenticationFlow: ['none', 'deviceCodeFlow'],
  deviceInfo: [{ isCompliant: 'true' }, { isCompliant: 'false' }, { trustType: 'ServerAD' }],
  methods: [['password'], ['password', 'sms'], ['fido2'], ['federatedMultiFactor']],
  satisfied: [['mfa'], ['compliantDevice'], [`termsOfUse:${terms}`]],
  mfaClaim: ['none', 'entra-id', 'federated-idp'],
  lastMfa: [60_000, 10_000_000_000],
  firstFactor: ['right', 'wrong'],
  signedIn: ['no', 'yes'],
  browserProfile: ['work', 'other'],
  browserExtension: ['no', 'yes'],
  primaryRefreshToken: ['held', 'lost'],
  deviceSignIn: ['password', 'windowsHelloForBusiness'],
  deviceSignInAge: [60_000],
  deviceSecondFactor: ['no', 'yes'],
  lastSignIn: [60_000],
  scopes: [['openid'], ['Mail.Read']],
  domainHint: ['none', 'accept.com'],
  signInName: ['userPrincipalName', 'phoneNumber'],
  privateBrowsing: ['no', 'yes'],
  compliantNetwork: ['no', 'yes'],
  authenticationContext: ['c1', 'c2'],
}
const signalSets: readonly Signals[] = [
  {},
  ...Object.entries(values).flatMap(([key, some]) => some.map((value): Signals => ({ [key]: value }))),
  { methods: ['federatedMultiFactor'], mfaClaim: 'federated-idp' },
  { signInRiskLevel: 'none', userRiskLevel: 'none', insiderRiskLevel: 'none', mfaClaim: 'federated-idp' },
]
const unrisky: Signals = { signInRiskLevel: 'none', userRiskLevel: 'none', insiderRiskLevel: 'none' }

/** What tells an account before an event from the same one after it. */
const telling = signalSets.filter(({ mfaClaim, methods }) => mfaClaim !== undefined || methods !== undefined)

const plays = [before, after].flatMap((at) =>
  (at === before ? telling : signalSets).flatMap((signals) =>
    [...planRequests(tenant, { purpose: 'read-mail', at })].map((request) => ({
      ...request,
      signals: { ...unrisky, ...signals },
    })),
  ),
)

function asked(request: ClientRequest) {
  const { user: userId, signals, at } = request
  const byClient =
    request.client === 'browser'
      ? { clientAppType: 'browser' }
      : { devicePlatform: 'windows', clientAppType: 'mobileAppsAndDesktopClients' }
  const conditions = {
    ...byClient,
    ipAddress: '203.0.113.7',
    country: 'US',
    authenticationFlow: { transferMethod: 'none' },
  }
  const body = {
    signInIdentity: { userId },
    signInContext: { includeApplications: [exchange] },
    signInConditions: conditions,
  }
  const parsed = parseSource({ name: 'request.json', text: JSON.stringify(body) })
  if (!parsed.ok) throw new Error('no JSON')
  const answered = whatIf(tenant, parsed.value, { signals, at, missing: 'undetermined' })
  if (!answered.ok) throw new Error(JSON.stringify(answered.diagnostics))
  const { value, combined } = answered.value
  const { sessionBasis: _basis, ...rest } = combined
  return {
    combined: rest,
    each: value.map(({ displayName, result, analysisReasons }) => [displayName, result, analysisReasons]),
  }
}

const told = ({ conditionalAccess, policyOutcomes = [] }: Trace) => ({
  combined: conditionalAccess,
  each: policyOutcomes.map(({ policy: name, result, reasons }) => [name, result, reasons.join(',')]),
})

test('the table has every signal that can be given', () => {
  expect(Object.keys(values).sort()).toEqual([...signalKeys].sort())
})

describe('one sign-in', () => {
  test('is the same to what-if and to simulate, with each signal, before events and after', () => {
    const wrong: unknown[] = []
    let compared = 0
    for (const request of plays) {
      const [leg] = simulateSession(tenant, request)
      if (leg?.conditionalAccess === undefined) continue
      compared += 1
      const [one, other] = [told(leg), asked(request)]
      if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push({ request, one, other })
    }
    expect(compared).toBeGreaterThan(plays.length / 2)
    expect(wrong.slice(0, 2)).toEqual([])
  })

  test('is the same to simulate, to the matrix and to claims, and claims see the user of that instant', () => {
    const population = populationOf(tenant)
    if (!population.ok) throw new Error('no population')
    for (const at of [before, after])
      for (const signals of [{}, ...telling])
        for (const cell of cellsOf(population.value, { purpose: 'read-mail', at, signals })) {
          const traces = simulateSession(tenant, cell.request)
          expect(cell.verdict).toEqual(sessionVerdict(traces))
          const claimed = signInOfCell(tenant, cell, 1, () => traces)
          const played = signInOf(tenant, cell.request, traces)
          const person = tenantAt(tenant, at).users.get(cell.request.user)
          expect([claimed.verdict, claimed.user, played.user]).toEqual([cell.verdict, person, person])
        }
  })
})

test('a sign-in that stops before the policies has no results of policies', () => {
  const stopped = plays.flatMap((request) =>
    simulateSession(tenant, request).filter(({ steps }) => {
      const last = steps.at(-1)
      const verdict = last?.kind === 'outcome' ? last.verdict : undefined
      return verdict !== undefined && 'stage' in verdict && !/^(after-password|at-service)$/.test(verdict.stage)
    }),
  )
  expect(stopped.length).toBeGreaterThan(10)
  for (const { conditionalAccess, policyOutcomes, steps } of stopped)
    expect([conditionalAccess, policyOutcomes, steps.filter(({ kind }) => kind === 'policy')]).toEqual([
      undefined,
      undefined,
      [],
    ])
})

test('a service that a user gets later is wanted from then on', () => {
  const wanted = (at: number) =>
    [...planRequests(tenant, { user: 'moved@contoso.com', at })].map(({ purpose }) => purpose)
  expect(wanted(before)).not.toContain('read-mail')
  expect(wanted(after)).toContain('read-mail')
})

test('a policy that an event has enabled is missed when it is taken away', () => {
  const found = gaps(tenant, { at: after })
  if (!found.ok) throw new Error('not swept')
  const about = found.value.findings.filter(
    ({ kind }) => kind === 'policy-shadowed' || kind === 'policy-decides-nothing',
  )
  expect(about.map(({ about: name }) => name)).toContain('from March')
})
