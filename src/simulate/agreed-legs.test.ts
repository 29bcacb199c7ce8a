import { describe, expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { agreedPaths, type UserSession } from './agreed-legs.ts'
import type { LegPath } from './leg-path.ts'
import { mailboxProfileOf } from './mailbox-profile.ts'
import { clientNamed } from './plan-requests.ts'
import { tenantOfText } from './plays.fixture.ts'

const tenant = tenantOfText(
  `
name: disputed
asOf: 2024-06-01
domains: [{ name: contoso.com, authenticationType: managed }]
networks: [{ name: one }]
workloads: { exchange-online: {} }
clients: [outlook-2016]
users: [{ userPrincipalName: u@contoso.com }]
`,
  'disputed.yaml',
)
const user = tenant.users.get('u@contoso.com')
const client = clientNamed(tenant, 'outlook-2016')
const network = tenant.networks.get('one')
if (user === undefined || client === undefined || network === undefined)
  throw new Error('the tenant is not as expected')

const asked: ClientRequest = {
  ...{ user: 'u@contoso.com', client: 'outlook-2016', purpose: 'read-mail', network: 'one' },
  ...{ at: tenant.asOf, signals: {} },
}

/** A session of the user, of whom exports state as many values as there are readings. */
function sessionWith(readings: readonly object[] | undefined, more: object = {}): UserSession {
  const own = { ...user, ...(readings && { readings }), ...more } as UserSession['user']
  const session = { tenant, profile: mailboxProfileOf(own), client, network, request: asked }
  return { user: own, session: session as UserSession['session'] }
}

const authentication = { used: { flow: 'modern' }, tried: [] }
const path = {
  negotiated: { authentication, rule: 'FLOW-1' },
  outcomes: {},
  presumed: ['presumed'],
} as unknown as LegPath

const message = { kind: 'message', from: 'client', to: 'entra-id', text: 'asks' }
const prompt = { kind: 'prompt', for: 'password' }
const outcome = { kind: 'outcome', verdict: { kind: 'signs-in', credential: 'interactive', rule: 'CRED-3' } }
const leg = {
  request: { leg: 'mailbox', relyingParty: 'exchange-online', protocol: 'mapi-http', optional: false },
  ...{ issuer: 'entra-id', authentication, steps: [message, prompt, outcome] },
}

/** What becomes of the path of a leg that goes otherwise under a value on which exports disagree. */
function pathWhere(other: readonly object[], one: UserSession = sessionWith([{ user: { displayName: 'other' } }])) {
  const play = (played: UserSession): readonly Trace[] =>
    (played.user === one.user ? [leg] : other) as unknown as readonly Trace[]
  return agreedPaths(one, asked, [path], play)[0]
}

const isOpen = (found: LegPath | undefined): boolean => found?.withoutFlow?.kind === 'undetermined'

test('a leg that goes the same under every value is as it is', () => {
  expect(pathWhere([leg])).toBe(path)
})

const asking = (change: object) => ({ ...leg, request: { ...leg.request, ...change } })
const steps = (...all: readonly object[]) => ({ ...leg, steps: all })

describe('a leg is open under another value', () => {
  test.each<[string, object]>([
    ['of another name', asking({ leg: 'archive' })],
    ['to another service', asking({ relyingParty: 'exchange-server' })],
    ['in another protocol', asking({ protocol: 'ews' })],
    ['that can be left out', asking({ optional: true })],
    ['with tokens of another issuer', { ...leg, issuer: 'ad-fs' }],
    ['with another flow', { ...leg, authentication: { ...authentication, used: { flow: 'basic' } } }],
    ['without authentication', { ...leg, authentication: undefined }],
    ['with another message', steps({ ...message, to: 'ad-fs' }, prompt, outcome)],
    ['with another prompt', steps(message, { ...prompt, for: 'second factor' }, outcome)],
    ['without a prompt', steps(message, outcome)],
    ['that ends otherwise', steps(message, prompt, { ...outcome, verdict: { kind: 'blocked', rule: 'CRED-3' } })],
  ])('%s', (_, other) => {
    expect(isOpen(pathWhere([other]))).toBe(true)
  })

  test('where there are more legs, or fewer', () => {
    expect(isOpen(pathWhere([leg, leg]))).toBe(true)
    expect(isOpen(pathWhere([]))).toBe(true)
  })

  test('where one value of several leads elsewhere', () => {
    const values = [{ user: { displayName: 'second' } }, { user: { displayName: 'third' } }]
    const one = sessionWith(values)
    const play = ({ user: { displayName } }: UserSession): readonly Trace[] =>
      (displayName === 'third' ? [leg, leg] : [leg]) as unknown as readonly Trace[]
    expect(isOpen(agreedPaths(one, asked, [path], play)[0])).toBe(true)
  })
})

test('which rule says so, and steps that nobody sees, make no difference', () => {
  const decision = { kind: 'decision', rule: 'CRED-3' }
  const byAnother = { ...outcome, verdict: { ...outcome.verdict, rule: 'CRED-5' } }
  expect(pathWhere([steps(decision, message, prompt, byAnother)])).toBe(path)
})

test('where there are too many values to look at, each leg is open, by all that is in dispute', () => {
  const one = sessionWith([], { playedInDispute: ['mailbox'], domain: { inDispute: ['managedSignIn'] } })
  const found = pathWhere([leg], one)
  expect(found?.withoutFlow).toEqual({ kind: 'undetermined', missing: ['mailbox', 'managedSignIn'] })
  expect(found?.presumed).toEqual([])
})

describe('of values of the tenant', () => {
  const stated = (readings: readonly object[]): UserSession => {
    const { session, user: own } = sessionWith(undefined)
    const disputed = { ...tenant, readings, statedInDispute: ['licences'] } as unknown as typeof tenant
    return { user: own, session: { ...session, tenant: disputed } }
  }
  const play = (own: UserSession, other: readonly object[]) => (played: UserSession) =>
    (played === own ? [leg] : other) as unknown as readonly Trace[]

  test('those that make no difference leave a leg as it is', () => {
    const one = stated([{ licenses: [] }])
    expect(agreedPaths(one, asked, [path], play(one, [leg]))[0]).toBe(path)
  })

  test('those that make one leave it open, by what is in dispute', () => {
    const one = stated([{ licenses: [] }])
    const [found] = agreedPaths(one, asked, [path], play(one, [asking({ protocol: 'ews' })]))
    expect(found?.withoutFlow).toEqual({ kind: 'undetermined', missing: ['licences'] })
  })

  test('too many of them leave it open', () => {
    const one = stated([])
    expect(isOpen(agreedPaths(one, asked, [path], play(one, [leg]))[0])).toBe(true)
  })
})

test('where nothing is in dispute, nothing else is played', () => {
  expect(pathWhere([], sessionWith(undefined))).toBe(path)
})
