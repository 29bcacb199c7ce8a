import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../share.fixture.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant, loadTenantText } from '../tenant/load-tenant.ts'
import type { Signals } from '../vocabulary/requests.ts'
import { disagreements } from './one-truth.fixture.ts'
import { planRequests } from './plan-requests.ts'

const files = readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))
const signalSets: readonly Signals[] = [
  {},
  { firstFactor: 'wrong' },
  { satisfied: ['mfa'] },
  { methods: ['password', 'sms'] },
  { signedIn: 'yes', mfaClaim: 'entra-id' },
  { signInRiskLevel: 'high', country: 'unknown' },
]

test.each(files)('what %s requires and refuses is what happens when it is tried', (file) => {
  const loaded = loadTenant(`scenarios/${file}`, nodeSourceReader('.'))
  if (!loaded.ok) throw new Error(file)
  const wrong = new Set<string>()
  let at = 0
  for (const request of shareOf([...planRequests(loaded.value)], 3)) {
    const signals = signalSets[at % signalSets.length]
    for (const one of [{}, ...(signals === undefined ? [] : [signals])])
      for (const what of disagreements(loaded.value, { ...request, signals: one }))
        wrong.add(`${request.user} ${request.client} ${JSON.stringify(one)} ${what}`)
    at += 1
  }
  expect([...wrong].slice(0, 5)).toEqual([])
})

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })

const user = fc.record({
  kind: fc.constantFrom('member', 'member', 'guest', 'service-account', 'emergency-access'),
  perUserMfaState: maybe(fc.constantFrom('disabled', 'enabled', 'enforced')),
  registered: maybe(fc.boolean()),
  appPasswords: maybe(fc.constantFrom<readonly string[]>([], ['Laptop'])),
  accountEnabled: maybe(fc.boolean()),
  cloudPasswordExpired: maybe(fc.boolean()),
  onPremisesSyncEnabled: maybe(fc.boolean()),
  onPremisesAccountState: maybe(fc.constantFrom('sound', 'disabled', 'locked', 'expired')),
  mailbox: fc.constantFrom('exchange-online', 'none'),
  roles: maybe(fc.constantFrom<readonly string[]>([], ['Exchange Administrator'])),
})

const policy = fc.record({
  state: fc.constantFrom('enabled', 'enabledForReportingButNotEnforced'),
  conditions: fc.record({
    users: fc.constant({ includeUsers: ['All'] }),
    applications: fc.constant({ includeApplications: ['All'] }),
    clientAppTypes: fc.constantFrom(['all'], ['other', 'exchangeActiveSync'], ['mobileAppsAndDesktopClients']),
    signInRiskLevels: fc.constantFrom([], ['high']),
  }),
  grantControls: fc.record({
    operator: fc.constantFrom('OR', 'AND'),
    builtInControls: fc.constantFrom(['block'], ['mfa'], ['compliantDevice'], ['mfa', 'domainJoinedDevice']),
  }),
})

const plan = fc.record({
  domain: fc.constantFrom<Readonly<Record<string, unknown>>>(
    { authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
    { authenticationType: 'managed', managedSignIn: 'pass-through' },
    { authenticationType: 'managed' },
    { authenticationType: 'federated' },
  ),
  securityDefaults: maybe(fc.boolean()),
  appPasswords: maybe(fc.constantFrom('allowed', 'blocked')),
  policies: fc.array(policy, { maxLength: 2 }),
  connectors: maybe(
    fc.constantFrom<readonly object[]>(
      [],
      [{ name: 'Office', SenderIPAddresses: ['203.0.113.10/32'] }],
      [{ name: 'Factory', TlsSenderCertificateName: 'mail.contoso.com' }],
    ),
  ),
  users: fc.array(user, { minLength: 1, maxLength: 3 }),
  asOf: fc.constantFrom('2019-10-01', '2022-06-01', '2026-11-22'),
})

const clients = [
  'outlook-2010',
  'outlook-2016',
  'imap-client',
  'eas-client',
  'ropc-script',
  'exchange-online-powershell-v3-credential',
  'relay-connector',
  'relay-connector-certificate',
  'direct-send-device',
  'smtp-application',
]

const signals = fc.record(
  {
    firstFactor: fc.constantFrom<'right' | 'wrong'>('right', 'wrong'),
    mfaClaim: fc.constantFrom<'entra-id' | 'federated-idp' | 'none'>('entra-id', 'federated-idp', 'none'),
    signInRiskLevel: fc.constantFrom<'high' | 'none'>('high', 'none'),
    satisfied: fc.constantFrom<('mfa' | 'compliantDevice')[]>(['mfa'], ['compliantDevice']),
  },
  { requiredKeys: [] },
)

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

function textOf({ domain, policies, connectors, users, appPasswords, securityDefaults, asOf }: Plan): string {
  const federated = domain['authenticationType'] === 'federated'
  return JSON.stringify({
    name: 'A random plan',
    asOf,
    domains: [{ name: 'contoso.com', ...domain, ...(federated && { identityProvider: 'adfs' }) }],
    ...(federated && { identityProviders: [{ name: 'adfs', product: 'ad-fs', performsMfa: false }] }),
    multifactorAuthentication: { ...(appPasswords && { appPasswords }) },
    ...(policies.length === 0
      ? { securityDefaults }
      : {
          securityDefaults: false,
          conditionalAccess: { policies: policies.map((one, at) => ({ displayName: `P${at}`, ...one })) },
        }),
    workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true, connectors }, 'microsoft-graph': {} },
    networks: [{ name: 'office', ranges: ['203.0.113.10/32'] }, { name: 'internet' }],
    clients,
    users: users.map((one, at) => ({ userPrincipalName: `u${at}@contoso.com`, ...one })),
  })
}

/** A policy blocks everyone, and it is open which password an old client would send. */
function blocking(perUserMfaState: 'enabled' | 'enforced'): Plan {
  const silent = {
    registered: undefined,
    appPasswords: undefined,
    accountEnabled: undefined,
    cloudPasswordExpired: undefined,
    onPremisesSyncEnabled: undefined,
    onPremisesAccountState: undefined,
    roles: undefined,
  }
  return {
    domain: { authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
    securityDefaults: undefined,
    appPasswords: undefined,
    policies: [
      {
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'] },
          clientAppTypes: ['all'],
          signInRiskLevels: [],
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
    ],
    connectors: undefined,
    users: [{ ...silent, kind: 'member', mailbox: 'exchange-online', perUserMfaState }],
    asOf: '2019-10-01',
  }
}

describe('requirements and attempts', () => {
  test('agree in every random tenant, whatever a sign-in brings along', () => {
    let loadedCount = 0
    fc.assert(
      fc.property(plan, signals, (made, brought) => {
        const loaded = loadTenantText(textOf(made), 'random.yaml')
        if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join())
        loadedCount += 1
        for (const request of planRequests(loaded.value))
          expect(
            disagreements(loaded.value, { ...request, signals: brought }),
            `${request.user} ${request.client}`,
          ).toEqual([])
      }),
      {
        seed: 16,
        numRuns: 40,
        examples: [
          [blocking('enabled'), {}],
          [blocking('enforced'), {}],
        ],
      },
    )
    expect(loadedCount).toBeGreaterThan(30)
  })
})
