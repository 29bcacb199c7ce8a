import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest, Signals } from '../../vocabulary/requests.ts'
import { policy, tenantOf } from '../sign-in.fixture.ts'
import { simulateSession } from '../simulate-session.ts'
import { type Watch, watched } from '../watched-signals.ts'

const loaded = loadTenant('scenarios/devices.yaml', nodeSourceReader('.'))
if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ code, args }) => code + JSON.stringify(args)).join('\n'))
const tenant = loaded.value

const day = 24 * 3600 * 1000

/** What decides what answers instead of the user, each with values that make a difference to something. */
const open: readonly (readonly [keyof Signals, readonly Partial<Signals>[]])[] = [
  ['signedIn', [{ signedIn: 'yes' }]],
  ['mfaClaim', [{ mfaClaim: 'entra-id' }, { mfaClaim: 'none' }]],
  ['lastMfa', [{ lastMfa: 0 }, { lastMfa: 400 * day }]],
  ['lastSignIn', [{ lastSignIn: 0 }, { lastSignIn: 400 * day }]],
  ['deviceSignIn', [{ deviceSignIn: 'password' }, { deviceSignIn: 'windowsHelloForBusiness' }]],
  ['deviceSignInAge', [{ deviceSignInAge: 0 }, { deviceSignInAge: 400 * day }]],
  ['deviceSecondFactor', [{ deviceSecondFactor: 'yes' }]],
  ['primaryRefreshToken', [{ primaryRefreshToken: 'lost' }]],
  ['privateBrowsing', [{ privateBrowsing: 'yes' }]],
  ['browserProfile', [{ browserProfile: 'other' }]],
  ['browserExtension', [{ browserExtension: 'yes' }, { browserExtension: 'no' }]],
  ['firstFactor', [{ firstFactor: 'wrong' }]],
  ['methods', [{ methods: ['password'] }]],
]

const playIn = (of: Tenant, request: Omit<ClientRequest, 'at' | 'signals'>, signals: Signals) =>
  simulateSession(of, { ...request, at: of.asOf, signals }).map(verdictOf)

/** How a sign-in ends that brings this and records what else it depends on; that it depends on nothing else is tried. */
function watchedIn(of: Tenant, request: Omit<ClientRequest, 'at' | 'signals'>, given: Signals) {
  const watch: Watch = { open: new Map(open.filter(([key]) => given[key] === undefined)), read: [], known: new Map() }
  const verdicts = playIn(of, request, watched(given, watch))
  expect(verdicts).toEqual(playIn(of, request, given))
  for (const [key, values] of open)
    if (given[key] === undefined && !watch.read.includes(key))
      for (const value of values) expect(playIn(of, request, { ...given, ...value })).toEqual(verdicts)
  return { verdicts, read: watch.read }
}

const rows: readonly (readonly [user: string, client: string, network: string, signals: Signals, read: string])[] = [
  [
    'hello@relecloud.com',
    'outlook',
    'office',
    {},
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken',
  ],
  [
    'hello@relecloud.com',
    'outlook',
    'office',
    { signedIn: 'yes', deviceSignInAge: 0, primaryRefreshToken: 'held' },
    'firstFactor methods mfaClaim',
  ],
  [
    'hello@relecloud.com',
    'edge',
    'office',
    {},
    'firstFactor privateBrowsing browserProfile browserExtension methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken',
  ],
  ['hello@relecloud.com', 'edge', 'office', { privateBrowsing: 'yes' }, 'firstFactor methods mfaClaim signedIn'],
  [
    'hello@relecloud.com',
    'chrome',
    'office',
    {},
    'firstFactor privateBrowsing browserProfile browserExtension methods mfaClaim signedIn',
  ],
  [
    'hello@relecloud.com',
    'chrome',
    'office',
    { signedIn: 'yes', mfaClaim: 'entra-id', deviceSignInAge: 0, primaryRefreshToken: 'held' },
    'firstFactor privateBrowsing browserProfile browserExtension methods',
  ],
  [
    'hello@relecloud.com',
    'chrome',
    'office',
    { mfaClaim: 'entra-id', lastMfa: 400 * day },
    'firstFactor privateBrowsing browserProfile browserExtension methods signedIn',
  ],
  [
    'hello@relecloud.com',
    'outlook',
    'office',
    { primaryRefreshToken: 'lost' },
    'firstFactor methods mfaClaim signedIn',
  ],
  [
    'hello@relecloud.com',
    'outlook',
    'office',
    { deviceSignIn: 'password' },
    'firstFactor methods mfaClaim signedIn deviceSignInAge primaryRefreshToken deviceSecondFactor',
  ],
  [
    'password@relecloud.com',
    'outlook',
    'office',
    {},
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken deviceSecondFactor',
  ],
  [
    'password@relecloud.com',
    'outlook',
    'office',
    { deviceSecondFactor: 'yes' },
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken',
  ],
  [
    'password@relecloud.com',
    'domain-browser',
    'office',
    {},
    'firstFactor privateBrowsing browserProfile browserExtension methods mfaClaim signedIn',
  ],
  [
    'pass@relecloud.com',
    'outlook',
    'internet',
    {},
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken deviceSecondFactor',
  ],
  [
    'federated@adatum.com',
    'outlook',
    'internet',
    {},
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge',
  ],
  [
    'federated@adatum.com',
    'outlook',
    'internet',
    { signedIn: 'yes' },
    'firstFactor methods mfaClaim deviceSignIn deviceSignInAge primaryRefreshToken deviceSecondFactor lastSignIn',
  ],
  ['hello@relecloud.com', 'outlook-2013', 'office', {}, 'firstFactor methods mfaClaim signedIn'],
  [
    'hello@relecloud.com',
    'phone-outlook',
    'internet',
    {},
    'firstFactor methods mfaClaim signedIn deviceSignIn deviceSignInAge primaryRefreshToken',
  ],
]

describe('a sign-in of which it is recorded what it depends on', () => {
  test.each(rows)('%s with %s from the %s network and %j', (user, client, network, given, expected) => {
    const { read } = watchedIn(tenant, { user, client, purpose: 'read-mail', network }, given)
    expect(read.join(' ')).toBe(expected)
  })
})

describe('the claim of a second factor under a sign-in frequency', () => {
  const frequency = { signInFrequency: { isEnabled: true, type: 'hours', value: 1 } }
  const hourly = tenantOf({ policies: [policy({ builtInControls: ['mfa'] }, {}, { sessionControls: frequency })] })
  const request = { user: 'ada@contoso.com', client: 'outlook-web', purpose: 'read-mail', network: 'here' } as const
  const hour = 3_600_000

  test.each([
    ['that is recent', hour / 2, 'already-satisfied'],
    ['that is too old', 2 * hour, 'asked'],
  ])('%s', (_, lastMfa, expected) => {
    const { verdicts, read } = watchedIn(hourly, request, { mfaClaim: 'entra-id', lastMfa })
    expect(verdicts.at(-1)).toMatchObject({ kind: 'signs-in', secondFactor: expected })
    expect(read).not.toContain('mfaClaim')
  })

  test('depends on its age where nobody says that', () => {
    expect(watchedIn(hourly, request, { mfaClaim: 'entra-id' }).read).toContain('lastMfa')
  })
})

describe('a leg that takes tickets of the domain', () => {
  const joined = tenantOf({
    asOf: '2026-06-01',
    user: { onPremisesSyncEnabled: true, mailbox: 'none' },
    network: { insideCorporateNetwork: true },
    workloads: { 'azure-files': { directoryServiceOptions: 'AD' } },
    tenant: {
      devices: [{ name: 'pc', platform: 'windows', domainJoined: true, registered: false }],
      clients: [{ name: 'explorer', client: 'windows-file-explorer', device: 'pc' }],
    },
  })
  const request = { user: 'ada@contoso.com', client: 'explorer', purpose: 'open-file-share', network: 'here' } as const

  test.each([
    ['the password', { deviceSignIn: 'password' }],
    ['a local account', { deviceSignIn: 'localAccount' }],
    ['Windows Hello, of which it is open what it yields', { deviceSignIn: 'windowsHelloForBusiness' }],
  ] as const)('on a device that is unlocked with %s', (_, given) => {
    const { verdicts } = watchedIn(joined, request, given)
    expect(verdicts.length).toBeGreaterThan(0)
  })

  test('depends on how the device was unlocked', () => {
    const ends = (['password', 'localAccount'] as const).map((deviceSignIn) =>
      playIn(joined, request, { deviceSignIn }),
    )
    expect(ends[0]).not.toEqual(ends[1])
    expect(watchedIn(joined, request, {}).read).toEqual(['deviceSignIn', 'firstFactor', 'mfaClaim'])
  })
})
