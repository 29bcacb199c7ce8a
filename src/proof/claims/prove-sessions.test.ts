import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeSignIn, ready } from '../../analysis/claims/judge-sign-in.ts'
import { parseProvable } from '../../analysis/claims/parse-provable.ts'
import { plannedFor } from '../../analysis/claims/plan-claim.ts'
import { signInOf } from '../../analysis/claims/sign-in.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

const user = (name: string, more: string): string =>
  `  - { userPrincipalName: ${name}@contoso.com, displayName: ${name}, perUserMfaState: disabled, roles: [], groups: [], mailbox: exchange-online, archive: none, registrar: none, ${more} }`

const tenantText = (mfa: string, policies: string): string => `
name: Contoso
asOf: 2021-03-01
createdDateTime: 2015-01-01
licences: [p1, p2]
domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]
multifactorAuthentication: { appPasswords: ${mfa}, availableMethods: [microsoftAuthenticatorPush] }
securityDefaults: false
workloads: { exchange-online: { modernAuthentication: true, SmtpClientAuthenticationDisabled: false } }
networks: [{ name: office, insideCorporateNetwork: true, ranges: [203.0.113.0/24] }, { name: internet, insideCorporateNetwork: false }]
clients: [outlook-2010, browser]
users:
${user('Ada', 'methods: [microsoftAuthenticatorPush], appPasswords: [Laptop]').replace('disabled', 'enforced')}
${user('Bob', 'methods: [], appPasswords: []')}
conditionalAccess:
  policies:
${policies}
`

const risky = `    - displayName: Block risk
      state: enabled
      conditions: { users: { includeUsers: [All] }, applications: { includeApplications: [All] }, clientAppTypes: [all], signInRiskLevels: [high] }
      grantControls: { operator: OR, builtInControls: [block] }`
const none = '    []'

function tenantOf(mfa: 'allowed' | 'blocked', policies = none): Tenant {
  const loaded = loadTenantText(tenantText(mfa, policies), 'proved.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.map(({ code, args }) => [code, args])))
  return loaded.value
}

function read(tenant: Tenant, text: string) {
  const parsed = parseProvable({ tenant }, text)
  if (!parsed.ok || parsed.value.kind !== 'sign-ins') throw new Error(text)
  return { text, provable: parsed.value }
}

function proved(tenant: Tenant, text: string): Proof {
  const proof = prove(tenant, read(tenant, text))
  if (proof === undefined) throw new Error(`not a claim that can be proved: ${text}`)
  return proof
}

const scenarioOf = (name: string): Tenant => {
  const loaded = loadTenantText(readFileSync(`scenarios/${name}.yaml`, 'utf8'), `${name}.yaml`)
  if (!loaded.ok) throw new Error(name)
  return loaded.value
}

describe('two signals that make a difference only together', () => {
  test.each([
    [
      'conditional-access-controls',
      'no sign-in by strong@proseware.com with browser to check free/busy from office succeeds',
      { browserExtension: 'yes', deviceSignIn: 'windowsHelloForBusiness' },
    ],
  ] as const)('in %s refute: %s', (name, claim, together) => {
    const tenant = scenarioOf(name)
    const { answer, session } = proved(tenant, claim)
    expect([answer, session?.signals]).toEqual(['refuted', together])
    if (session === undefined) return
    const { signals, verdict: _, leg: _leg, ...request } = session
    for (const key of Object.keys(together) as (keyof typeof together)[]) {
      const { [key]: _left, ...alone } = signals
      // Exact optional keys of a request; the claim names all that it needs.
      const one = { ...request, at: tenant.asOf, signals: alone } as Parameters<typeof simulateSession>[1]
      expect(sessionVerdict(simulateSession(tenant, one)).kind, key).not.toBe('signs-in')
    }
  })
})

describe('a claim about whole sessions', () => {
  test.each([
    ['no sign-in from outside uses an app password', 'allowed', none, 'refuted'],
    ['no sign-in by Bob with Outlook 2010 uses an app password', 'allowed', none, 'proved'],
    ['no sign-in by Bob with the browser from outside to read mail uses an app password', 'allowed', none, 'proved'],
    ['some sign-in by Ada with the browser is prompted 0 times', 'allowed', none, 'proved'],
    ['every sign-in by Bob with the browser uses interactive', 'allowed', risky, 'refuted'],
    ['some sign-in by Bob with Outlook 2010 uses interactive', 'allowed', none, 'refuted'],
  ] as const)('%s (%s): %#', (text, mfa, policies, answer) => {
    expect(proved(tenantOf(mfa, policies), text).answer).toBe(answer)
  })

  test('is refuted by a sign-in that brings no more than it needs, and the simulator agrees', () => {
    const tenant = tenantOf('allowed')
    const text = 'every sign-in by Bob with the browser uses interactive'
    const { session } = proved(tenant, text)
    expect(Object.keys(session?.signals ?? {})).toEqual(['firstFactor'])
    const request = { ...session, at: tenant.asOf } as Parameters<typeof simulateSession>[1]
    const judged = judgeSignIn(
      signInOf(tenant, request, simulateSession(tenant, request)),
      ready(read(tenant, text).provable.claim),
    )
    expect(judged).toMatchObject({ spoken: 'yes', as: 'no' })
  })

  test('tries every value of a signal that a policy reads and nobody gives', () => {
    const text = 'every sign-in by Bob with the browser is prompted 1 times'
    const risk = 'no sign-in by Bob with the browser ends with error AADSTS53003'
    expect(proved(tenantOf('allowed'), text).answer).toBe('refuted')
    expect(proved(tenantOf('allowed', risky), risk)).toMatchObject({
      answer: 'refuted',
      session: { signals: { signInRiskLevel: 'high' } },
    })
  })

  test('is open where it depends on what is not understood, which no signal supplies', () => {
    const unclear = risky.replace('[block]', '[verifiedID]').replace(', signInRiskLevels: [high]', '')
    const { answer, missing } = proved(
      tenantOf('allowed', unclear),
      'some sign-in by Bob with the browser from outside to read mail is verified by Microsoft Entra ID',
    )
    expect(answer).toBe('open')
    expect(missing).not.toEqual([])
  })

  test('is about nobody where it covers no sign-in', () => {
    expect(proved(tenantOf('allowed'), 'no sign-in by administrators uses an app password').answer).toBe('about-nobody')
  })

  test('counts and comparisons of dates are not proved', () => {
    const tenant = tenantOf('allowed')
    expect(prove(tenant, read(tenant, 'at most 2 sign-ins use an app password'))).toBeUndefined()
  })
})

/** Values of signals that the rules read of these sign-ins. */
const brought: readonly (readonly Partial<Signals>[])[] = [
  [{}, { firstFactor: 'right' }, { firstFactor: 'wrong' }],
  [{ signedIn: 'no' }, { signedIn: 'yes' }],
  [{ signInRiskLevel: 'none' }, { signInRiskLevel: 'high' }],
  [{ mfaClaim: 'entra-id' }, { mfaClaim: 'none' }],
  [{}, { lastMfa: 90 * 86_400_000 }],
]
const everySignals = brought.reduce<readonly Signals[]>(
  (made, values) => made.flatMap((one) => values.map((value) => ({ ...one, ...value }))),
  [{}],
)

test.each([
  'no sign-in from outside uses an app password',
  'no sign-in by Bob with Outlook 2010 uses an app password',
  'every sign-in by Ada with the browser from outside to read mail is prompted 1 times',
  'no sign-in by Ada with the browser from outside to read mail bypasses the second factor',
  'every sign-in by Bob with Outlook 2010 is verified by Microsoft Entra ID',
])('%s: no sign-in of an enumeration contradicts the proof', (text) => {
  for (const tenant of [tenantOf('allowed'), tenantOf('blocked', risky)]) {
    const { answer } = proved(tenant, text)
    const { claim } = read(tenant, text).provable
    const asked = ready(claim)
    const breaks = claim.quantifier.kind === 'every' ? 'no' : 'yes'
    let broken = 0
    for (const request of plannedFor(tenant, claim.where, { at: tenant.asOf, signals: {} }))
      for (const signals of everySignals) {
        const one = { ...request, signals }
        const { spoken, as } = judgeSignIn(signInOf(tenant, one, simulateSession(tenant, one)), asked)
        if (spoken === 'yes' && as === breaks) broken += 1
      }
    expect(answer === 'refuted' || broken === 0, `${answer}, ${broken} sign-ins against it`).toBe(true)
  }
})
