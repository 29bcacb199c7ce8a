import { expect, test } from 'vitest'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { missing } from '../../vocabulary/facts.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { LegContext } from '../leg-context.ts'
import { type Plan, tenantOf } from '../sign-in.fixture.ts'
import { openSession } from '../simulate-session.ts'
import { type Watch, watched } from '../watched-signals.ts'
import { mfaSatisfied } from './mfa-satisfied.ts'

const day = 24 * 3600 * 1000
const remembering = { multifactorAuthentication: { appPasswords: 'allowed', trustedIps: [], rememberDays: 30 } }
/** Trusts every tenant but one, of which nobody says whether it is the user's. */
const perhapsTrusting = {
  crossTenantAccess: {
    default: { inboundTrust: { isMfaAccepted: true } },
    partners: [{ tenantId: '11111111-1111-4111-8111-111111111111', inboundTrust: { isMfaAccepted: false } }],
  },
}
const trusting = (isMfaAccepted: boolean) => ({ crossTenantAccess: { default: { inboundTrust: { isMfaAccepted } } } })

interface Case {
  readonly signals?: Signals
  readonly user?: Partial<User>
  readonly tenant?: object
  readonly client?: string
}

function contextOf({ signals = {}, user = {}, tenant: more = remembering, client = 'outlook-web' }: Case): LegContext {
  const plan: Plan = { tenant: { ...more } }
  const tenant: Tenant = tenantOf(plan)
  const request = { client, purpose: 'read-mail', network: 'here', user: 'ada@contoso.com', at: tenant.asOf } as const
  const leg = openSession(tenant, { ...request, signals }).at(-1)
  if (leg === undefined) throw new Error('no leg')
  return { ...leg.context, user: { ...leg.context.user, ...user } }
}

const outsider = { accountHome: 'entra-tenant', kind: 'guest' } as const
const disputed = { inDispute: ['homeIdentity'] }
const otherwise = { kind: 'guest', guestType: 'b2bCollaborationGuest' } as const

test.each<[string, Case, string]>([
  ['nothing is brought along', {}, 'no'],
  ['the browser remembers it', { signals: { lastMfa: day } }, 'remembered'],
  ['the browser remembers it, as the file says', { user: { lastMfa: Date.UTC(2020, 2, 14) } }, 'remembered'],
  ['the browser remembers it no longer', { signals: { lastMfa: 30 * day } }, 'no'],
  ['a window is private', { signals: { lastMfa: day, privateBrowsing: 'yes' } }, 'no'],
  ['nobody remembers anything', { signals: { lastMfa: day }, tenant: {} }, 'no'],
  ['a program is not signed in', { signals: { lastMfa: day }, client: 'outlook-2016' }, 'no'],
  ['a program is signed in', { signals: { lastMfa: day, signedIn: 'yes' }, client: 'outlook-2016' }, 'remembered'],
  ['a guest never sees the option', { signals: { lastMfa: day }, user: { kind: 'guest' } }, 'no'],
  ['it is open whether the user is a guest', { signals: { lastMfa: day }, user: { otherwise } }, missing],
  ['a claim is brought along', { signals: { mfaClaim: 'entra-id' } }, 'entra-claim'],
  ['a claim of the provider is', { signals: { mfaClaim: 'federated-idp' } }, 'idp-claim'],
  ['the control is met', { signals: { satisfied: ['mfa'] } }, 'claim'],
  ['the control is met by methods', { signals: { satisfied: ['mfa'], methods: ['fido2'] } }, 'entra-claim'],
  [
    'the control is met by methods of the provider',
    { signals: { satisfied: ['mfa'], methods: ['password', 'FederatedMultiFactor'] } },
    'idp-claim',
  ],
  ['another control is met', { signals: { satisfied: ['compliantDevice'] } }, 'no'],
  ['there is no claim', { signals: { mfaClaim: 'none' } }, 'no'],
  [
    'an outsider brings one that counts',
    { signals: { mfaClaim: 'home-tenant' }, user: outsider, tenant: trusting(true) },
    'claim',
  ],
  [
    'an outsider brings one that does not',
    { signals: { mfaClaim: 'home-tenant' }, user: outsider, tenant: trusting(false) },
    'no',
  ],
  [
    'someone who is perhaps an outsider brings one',
    { signals: { mfaClaim: 'home-tenant' }, user: { ...outsider, ...disputed }, tenant: trusting(true) },
    missing,
  ],
  [
    'someone without a tenant brings one',
    {
      signals: { mfaClaim: 'home-tenant' },
      user: { ...outsider, accountHome: 'one-time-passcode' },
      tenant: trusting(true),
    },
    'no',
  ],
  [
    'someone who is perhaps without a tenant brings one',
    {
      signals: { mfaClaim: 'home-tenant' },
      user: { ...outsider, ...disputed, accountHome: 'one-time-passcode' },
      tenant: trusting(true),
    },
    missing,
  ],
  [
    'an outsider of a tenant that nobody names brings one',
    { signals: { mfaClaim: 'home-tenant' }, user: outsider, tenant: perhapsTrusting },
    missing,
  ],
  [
    'the same used a method at home that counts if the home is trusted',
    { signals: { methods: ['fido2'] }, user: outsider, tenant: perhapsTrusting },
    missing,
  ],
  [
    'the same used a method that counts in any case',
    { signals: { methods: ['softwareOath'] }, user: outsider, tenant: perhapsTrusting },
    'no',
  ],
  ['someone at home here used a method', { signals: { methods: ['fido2'] }, tenant: perhapsTrusting }, 'no'],
  [
    'someone without a tenant used a method',
    {
      signals: { methods: ['fido2'] },
      user: { ...outsider, accountHome: 'one-time-passcode' },
      tenant: perhapsTrusting,
    },
    'no',
  ],
  [
    'an outsider used a method at home that does not count',
    { signals: { methods: ['fido2'] }, user: outsider, tenant: trusting(false) },
    'no',
  ],
])('a second factor passed before: %s', (_, one, expected) => {
  expect(mfaSatisfied(contextOf(one))).toBe(expected)
})

const open: readonly (readonly [keyof Signals, readonly Partial<Signals>[]])[] = [
  ['mfaClaim', [{ mfaClaim: 'entra-id' }]],
  ['lastMfa', [{ lastMfa: day }]],
  ['satisfied', [{ satisfied: ['mfa'] }]],
  ['privateBrowsing', [{ privateBrowsing: 'yes' }]],
  ['signedIn', [{ signedIn: 'yes' }]],
  ['methods', [{ methods: ['password', 'federatedMultiFactor'] }]],
]

/** What a sign-in is found to depend on. */
function readOf({ signals = {}, ...one }: Case): readonly string[] {
  const context = contextOf(one)
  const watch: Watch = { open: new Map(open), read: [], known: new Map() }
  mfaSatisfied({ ...context, request: { ...context.request, signals: watched(signals, watch) } })
  return watch.read
}

// What is read before another signal that makes a difference counts as well.
test.each<[string, Case, readonly string[]]>([
  ['in a browser', {}, ['mfaClaim', 'lastMfa', 'satisfied']],
  ['in a browser that remembers', { signals: { lastMfa: day } }, ['mfaClaim', 'satisfied', 'privateBrowsing']],
  ['in a program', { client: 'outlook-2016' }, ['mfaClaim', 'lastMfa', 'satisfied']],
  [
    'in a program that is asked again',
    { client: 'outlook-2016', signals: { lastMfa: day } },
    ['mfaClaim', 'satisfied', 'signedIn'],
  ],
  [
    'with the control met',
    { signals: { satisfied: ['mfa'] } },
    ['mfaClaim', 'lastMfa', 'privateBrowsing', 'signedIn', 'methods'],
  ],
  ['with a claim', { signals: { mfaClaim: 'entra-id' } }, []],
])('it depends on these signals %s', (_, one, expected) => {
  expect(readOf(one)).toEqual(expected)
})
