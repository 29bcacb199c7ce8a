import { expect, test } from 'vitest'
import { rolloutStates } from '../catalog/rollout-states.ts'
import { sessionVerdict, verdictOf } from '../trace/verdict.ts'
import { planRequests } from './plan-requests.ts'
import { tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

interface Probe {
  readonly asOf: string
  readonly client: string
  readonly plan?: object
  readonly person?: object
  readonly application?: string
  readonly scopes?: readonly string[]
  /** How the sign-in ends where nothing is stated, and for each state. */
  readonly ends: Readonly<Record<string, string>>
}

const policy = (grantControls: object, excludeApplications: readonly string[] = []) => ({
  conditionalAccess: {
    namedLocations: [],
    policies: [
      {
        displayName: 'P',
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['All'], excludeApplications },
          clientAppTypes: ['all'],
        },
        grantControls: { operator: 'OR', ...grantControls },
      },
    ],
  },
})
const graph = '00000003-0000-0000-c000-000000000000'
const sharepoint = '00000003-0000-0ff1-ce00-000000000000'

/** A sign-in for each roll-out, of which the state of the tenant decides how it ends. */
const probes: Readonly<Record<string, Probe>> = {
  basicAuthenticationRollout: {
    asOf: '2022-11-01',
    client: 'imap-client',
    ends: {
      '': 'undetermined',
      applied: 'blocked',
      'not-applied': 'signs-in not-required',
      'turned-on-again': 'signs-in not-required',
      'opted-out': 'signs-in not-required',
    },
  },
  smtpBasicAuthenticationReEnabled: {
    asOf: '2027-02-01',
    client: 'multifunction-device',
    ends: { '': 'blocked', applied: 'blocked', 'not-applied': 'blocked', 'turned-on-again': 'signs-in not-required' },
  },
  securityDefaultsGraceRollout: {
    asOf: '2025-03-01',
    client: 'browser',
    plan: { securityDefaults: true },
    person: { registered: false, methods: [], firstInteractiveSignIn: '2025-03-01' },
    ends: { '': 'undetermined', applied: 'signs-in registration-required', 'not-applied': 'signs-in may-be-asked' },
  },
  mandatoryMfaPhase1: {
    asOf: '2024-11-15',
    client: 'azure-portal',
    ends: {
      '': 'undetermined',
      applied: 'signs-in asked',
      'not-applied': 'signs-in not-required',
      postponed: 'signs-in not-required',
    },
  },
  mandatoryMfaPhase2: {
    asOf: '2025-12-01',
    client: 'azure-cli',
    ends: {
      '': 'undetermined',
      applied: 'signs-in asked',
      'not-applied': 'signs-in not-required',
      postponed: 'signs-in not-required',
    },
  },
  lowPrivilegeScopesRollout: {
    asOf: '2026-07-01',
    client: 'own',
    plan: policy({ builtInControls: ['mfa'] }, [sharepoint]),
    application: graph,
    scopes: ['User.Read'],
    ends: {
      '': 'undetermined',
      applied: 'signs-in asked',
      'not-applied': 'signs-in not-required',
      'opted-out': 'signs-in not-required',
    },
  },
  systemPreferredFirstFactorRollout: {
    asOf: '2026-05-01',
    client: 'browser',
    person: { methods: ['sms', 'fido2'] },
    ends: {
      '': 'signs-in not-required -',
      applied: 'signs-in not-required fido2',
      'not-applied': 'signs-in not-required -',
    },
  },
  telephonyProvider: {
    asOf: '2027-03-01',
    client: 'browser',
    plan: policy({ builtInControls: ['mfa'] }),
    ends: {
      '': 'signs-in registration-required',
      applied: 'signs-in registration-required',
      'opted-out': 'signs-in asked',
    },
  },
  sharepointSignInAssistantRollout: {
    asOf: '2026-06-01',
    client: 'office-2010',
    plan: { workloads: { 'exchange-online': {}, 'sharepoint-online': { LegacyAuthProtocolsEnabled: true } } },
    ends: { '': 'undetermined', applied: 'blocked', 'not-applied': 'signs-in not-required' },
  },
}

const purposes: Readonly<Record<string, string>> = {
  'multifunction-device': 'send-mail',
  'azure-portal': 'administer',
  'azure-cli': 'administer',
  'office-2010': 'open-documents',
  own: 'get-token',
}

function ending({ asOf, client, plan, person, application, scopes }: Probe, rollouts: readonly object[]): string {
  const own = { kind: 'script', platform: 'windows', protocols: { 'get-token': ['https'] }, flows: ['modern'] }
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Roll-outs',
      asOf,
      createdDateTime: '2019-01-01',
      licences: ['p2'],
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
      workloads: {
        'exchange-online': { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false },
        'sharepoint-online': {},
        'azure-management': {},
        'microsoft-graph': {},
        application: {},
      },
      networks: [{ name: 'internet', ranges: ['198.51.100.0/24'] }],
      clients: [client === 'own' ? { name: client, ...own } : client],
      users: [
        {
          userPrincipalName: 'anna@contoso.com',
          perUserMfaState: 'disabled',
          registered: true,
          methods: ['sms'],
          roles: [],
          mailbox: 'exchange-online',
          ...person,
        },
      ],
      ...plan,
      rollouts,
    }),
    'tenant.json',
  )
  const purpose = purposes[client] ?? 'read-mail'
  const filter = { client, purpose, signals: { ...(scopes && { scopes }) }, ...(application && { application }) }
  const [request] = [...planRequests(tenant, filter as Parameters<typeof planRequests>[1])]
  if (request === undefined) throw new Error(`${client} is not played`)
  const traces = simulateSession(tenant, request)
  const kind = sessionVerdict(traces).kind
  const last = traces.map(verdictOf).at(-1)
  if (last?.kind !== 'signs-in') return kind
  return `${kind} ${last.secondFactor} ${last.presents ?? '-'}`
}

test('every roll-out has a sign-in that it decides, and every state of it an ending', () => {
  expect(Object.keys(probes).sort()).toEqual([...rolloutStates.keys()].sort())
  for (const [name, states] of rolloutStates)
    expect(
      Object.keys(probes[name]?.ends ?? {})
        .filter((state) => state !== '')
        .sort(),
    ).toEqual(Object.keys(states).sort())
})

const cases = Object.entries(probes).flatMap(([change, probe]) =>
  Object.entries(probe.ends).map(([state, expected]) => [change, state, expected, probe] as const),
)

test.each(cases)('%s %s: %s', (change, state, expected, probe) => {
  const got = ending(probe, state === '' ? [] : [{ change, state }])
  expect(got.startsWith(expected) ? expected : got).toBe(expected)
})
