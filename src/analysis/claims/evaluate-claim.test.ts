import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import { foundingPlan, tenantOf } from '../random-plan.fixture.ts'
import { evaluateClaim } from './evaluate-claim.ts'
import { parseClaim } from './parse-claim.ts'
import { signInOf } from './sign-in.ts'

const policies = tenantOf(readFileSync('scenarios/conditional-access.yaml', 'utf8'))
const founding = tenantOf(foundingPlan)

function judged(tenant: Tenant, text: string, signals: Signals = {}) {
  const parsed = parseClaim({ tenant }, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return evaluateClaim(parsed.value, {
    tenant,
    surroundings: { at: tenant.asOf, signals },
    play: (request) => {
      const traces = simulateSession(tenant, request)
      return traces.length === 0 ? undefined : signInOf(tenant, request, traces)
    },
  })
}

type Case = readonly [claim: string, answer: 'holds' | 'refuted' | 'open' | 'about-nobody']

const ofFounding: readonly Case[] = [
  ['no sign-in uses the certificate', 'holds'],
  ['no sign-in uses the app password', 'refuted'],
  ['some sign-in uses the app password', 'holds'],
  ['some sign-in uses the certificate', 'refuted'],
  ['no sign-in uses one of the certificate, the app password', 'refuted'],
  ['at most two people use the app password', 'holds'],
  ['at most one person uses the app password', 'refuted'],
  ['at least two people use the app password', 'holds'],
  ['at least three people use the app password', 'refuted'],
  ['every sign-in with the app password is verified by Microsoft Entra ID', 'holds'],
  ['every sign-in with the app password is verified by Active Directory', 'refuted'],
  ['every sign-in with the certificate is verified by Microsoft Entra ID', 'about-nobody'],
  ['every sign-in by guests is blocked', 'about-nobody'],
  ['no sign-in by guests is blocked', 'about-nobody'],
  ['guests are never blocked', 'about-nobody'],
  ['no sign-in from the internet succeeds without a second factor', 'refuted'],
  ['nobody loses access on 2019-10-01', 'holds'],
  ['at most one person loses access between 2019-10-01 and 2023-06-01', 'refuted'],
  ['every sign-in to register for MFA from outside is undetermined', 'refuted'],
]

const ofPolicies: readonly Case[] = [
  ['no sign-in by the clerk with legacy clients to Exchange Online succeeds', 'holds'],
  ['legacy clients get in nowhere', 'refuted'],
  ['no sign-in with legacy clients by members of the group Executives succeeds', 'holds'],
  ['no sign-in with legacy clients by members of Legacy exceptions succeeds', 'refuted'],
  ['every sign-in by members of Executives with browsers requires multifactor authentication', 'holds'],
  ['every sign-in by the clerk with browsers requires multifactor authentication', 'refuted'],
  ['every sign-in by the clerk with browsers requires a compliant device', 'refuted'],
  ['administrators are never blocked', 'about-nobody'],
  ['only members of Legacy exceptions use the app password', 'holds'],
  ['only members of Executives use the app password', 'refuted'],
  ['only members of Legacy exceptions use the certificate', 'about-nobody'],
  ['some sign-in is subject to the policy "MFA for executives"', 'holds'],
  ['no sign-in by the clerk is subject to the policy "MFA for executives"', 'holds'],
]

describe('a claim about the worked example', () => {
  test.each(ofFounding)('%s: %s', (text, answer) => {
    expect(judged(founding, text).answer).toBe(answer)
  })
})

describe('a claim about policies', () => {
  test.each(ofPolicies)('%s: %s', (text, answer) => {
    const result = judged(policies, text)
    expect([result.answer, result.witnesses.length > 0]).toEqual([answer, answer === 'refuted' || answer === 'open'])
  })
})

const silent = tenantOf(`
name: Silent
asOf: 2026-01-01
createdDateTime: 2020-01-01
domains:
  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
securityDefaults: false
workloads:
  exchange-online: { OAuth2ClientProfileEnabled: true }
networks:
  - { name: internet, country: US }
clients:
  - outlook-2019
users:
  - { userPrincipalName: ada@contoso.com, displayName: Ada, registered: true, mailbox: exchange-online, perUserMfaState: disabled }
conditionalAccess:
  policies:
    - displayName: Managed devices
      state: enabled
      conditions:
        clientAppTypes: [all]
        applications: { includeApplications: [All] }
        users: { includeUsers: [All] }
      grantControls: { operator: OR, builtInControls: [compliantDevice, domainJoinedDevice] }
`)

describe('what a file does not state', () => {
  const cases: readonly Case[] = [
    ['every sign-in succeeds', 'open'],
    ['every sign-in is not blocked', 'open'],
    ['no sign-in is blocked', 'open'],
    ['no sign-in succeeds', 'open'],
    ['no sign-in uses the certificate', 'holds'],
    ['no sign-in uses the interactive sign-in', 'open'],
    ['some sign-in succeeds', 'open'],
    ['at most no people get in', 'open'],
    ['no sign-in is undetermined', 'refuted'],
    ['some sign-in is undetermined', 'holds'],
    ['every sign-in by administrators is blocked', 'open'],
    ['no sign-in by administrators requires a compliant device', 'open'],
    ['every sign-in on compliant devices succeeds', 'holds'],
    ['every sign-in on hybrid joined devices succeeds', 'holds'],
    ['every sign-in on managed devices succeeds', 'holds'],
    ['no sign-in on compliant devices succeeds', 'refuted'],
    ['every sign-in on unmanaged devices is kept out', 'holds'],
    ['some sign-in on unmanaged devices succeeds', 'refuted'],
    ['nobody loses access on 2026-02-01', 'open'],
  ]
  test.each(cases)('never counts as holding: %s: %s', (text, answer) => {
    expect(judged(silent, text).answer).toBe(answer)
  })
})

test('a device that sends mail without a sign-in is no legacy client', () => {
  const devices = ['direct-send-device', 'relay-connector', 'relay-connector-certificate']
  const sending = tenantOf(
    JSON.stringify({
      name: 'Contoso',
      asOf: '2026-01-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      users: [{ userPrincipalName: 'printer@contoso.com' }],
      clients: devices,
      workloads: { 'exchange-online': {} },
    }),
  )
  expect(judged(sending, 'some sign-in succeeds').answer).not.toBe('about-nobody')
  expect(judged(sending, 'legacy clients get in nowhere').answer).toBe('about-nobody')
})
