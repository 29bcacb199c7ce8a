import { describe, expect, test } from 'vitest'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Signals } from '../../vocabulary/requests.ts'
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

const play = (user: string, client: string, network: string, signals: Signals) =>
  simulateSession(tenant, { user, client, purpose: 'read-mail', network, at: tenant.asOf, signals }).map(verdictOf)

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
    const watch: Watch = { open: new Map(open.filter(([key]) => given[key] === undefined)), read: [], known: new Map() }
    const verdicts = simulateSession(tenant, {
      user,
      client,
      purpose: 'read-mail',
      network,
      at: tenant.asOf,
      signals: watched(given, watch),
    }).map(verdictOf)
    expect(verdicts).toEqual(play(user, client, network, given))
    expect(watch.read.join(' ')).toBe(expected)
    for (const [key, values] of open)
      if (given[key] === undefined && !watch.read.includes(key))
        for (const value of values) expect(play(user, client, network, { ...given, ...value })).toEqual(verdicts)
  })
})
