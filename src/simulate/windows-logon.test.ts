import { describe, expect, test } from 'vitest'
import type { Trace } from '../trace/step.ts'
import { promptCount, sessionVerdict } from '../trace/verdict.ts'
import { messages } from '../trace/views.ts'
import { tenantOfText } from './plays.fixture.ts'
import { simulateSession } from './simulate-session.ts'

// https://learn.microsoft.com/windows-server/identity/ad-fs/operations/configure-ad-fs-browser-wia
const tenant = tenantOfText(
  JSON.stringify({
    name: 'Windows logon',
    asOf: '2020-06-01',
    createdDateTime: '2018-01-01',
    securityDefaults: false,
    domains: [
      { name: 'contoso.com', authenticationType: 'federated', identityProvider: 'adfs' },
      { name: 'fabrikam.com', authenticationType: 'federated', identityProvider: 'other' },
      { name: 'woodgrove.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
    ],
    identityProviders: [
      { name: 'adfs', product: 'ad-fs', performsMfa: false, reachableFromInternet: true },
      { name: 'other', product: 'another', performsMfa: false, reachableFromInternet: true },
    ],
    workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true } },
    networks: [
      { name: 'office', insideCorporateNetwork: true },
      { name: 'internet', insideCorporateNetwork: false },
    ],
    devices: [
      { name: 'joined', platform: 'windows', domainJoined: true },
      { name: 'private', platform: 'windows', domainJoined: false },
    ],
    clients: [
      { name: 'joined outlook', client: 'outlook-2016', device: 'joined' },
      { name: 'private outlook', client: 'outlook-2016', device: 'private' },
      'outlook-2016',
      'outlook-mobile-ios',
      'browser',
    ],
    users: ['anna@contoso.com', 'bea@fabrikam.com', 'carl@woodgrove.com'].map((userPrincipalName) => ({
      userPrincipalName,
      perUserMfaState: 'disabled',
      mailbox: 'exchange-online',
    })),
  }),
  'tenant.json',
)

const play = (user: string, client: string, network: string, signals = {}): readonly Trace[] =>
  simulateSession(tenant, { user, client, purpose: 'read-mail', network, at: tenant.asOf, signals })

const mailbox = (traces: readonly Trace[]): Trace => {
  const found = traces.find(({ request }) => request.leg === 'mailbox')
  if (found === undefined) throw new Error('no leg of the mailbox')
  return found
}

const typedPassword = (trace: Trace): boolean =>
  messages(trace).some(
    ({ from, message }) =>
      message.kind === 'credential-presented' && (from === 'user' || message.credential === 'account-password'),
  )

const assumed = (trace: Trace): boolean =>
  trace.steps.some((step) => step.kind === 'assumption' && step.default === 'default-windows-authentication-inside')

describe('reading mail', () => {
  test.each([
    ['anna@contoso.com', 'joined outlook', 'office', 'silent'],
    ['anna@contoso.com', 'outlook-2016', 'office', 'silent by default'],
    ['anna@contoso.com', 'browser', 'office', 'silent by default'],
    ['anna@contoso.com', 'private outlook', 'office', 'typed'],
    ['anna@contoso.com', 'outlook-mobile-ios', 'office', 'typed'],
    ['anna@contoso.com', 'joined outlook', 'internet', 'typed'],
    ['anna@contoso.com', 'outlook-2016', 'internet', 'typed'],
    ['bea@fabrikam.com', 'joined outlook', 'office', 'typed'],
    ['carl@woodgrove.com', 'joined outlook', 'office', 'typed'],
  ] as const)('of %s with %s from the %s network is %s', (user, client, network, expected) => {
    const traces = play(user, client, network)
    const leg = mailbox(traces)
    expect(sessionVerdict(traces)).toEqual({ kind: 'signs-in', credentials: ['interactive'] })
    expect(typedPassword(leg)).toBe(expected === 'typed')
    expect(promptCount(traces)).toBe(expected === 'typed' ? 1 : 0)
    expect(assumed(leg)).toBe(expected === 'silent by default')
    expect(messages(leg).some(({ message }) => message.kind === 'ticket-issued')).toBe(expected !== 'typed')
  })

  test('with a password that is wrong means that one was typed', () => {
    const leg = mailbox(play('anna@contoso.com', 'joined outlook', 'office', { firstFactor: 'wrong' }))
    expect(typedPassword(leg)).toBe(true)
  })
})
