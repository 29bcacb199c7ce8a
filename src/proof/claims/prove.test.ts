import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseProvable } from '../../analysis/claims/parse-provable.ts'
import { whatIf } from '../../analysis/what-if/what-if.ts'
import { decidePolicies } from '../../simulate/conditional-access/evaluate.ts'
import { samplePolicy } from '../../simulate/conditional-access/sample-policies.fixture.ts'
import { parseSource } from '../../source/document/located-document.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { signInsAt } from '../box-parts.ts'
import { type Grid, gridOf } from '../grid.ts'
import { spaceOfPeople } from '../layers.ts'
import { choices, randomTenant } from '../random-policies.fixture.ts'
import { type Side, sideOf } from '../side.ts'
import type { Proof } from './proof.ts'
import { prove } from './prove.ts'

function proved(tenant: Tenant, text: string): Proof {
  const parsed = parseProvable({ tenant }, text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const proof = prove(tenant, { text, provable: parsed.value })
  if (proof === undefined) throw new Error(`more than policies decide: ${text}`)
  return proof
}

function loaded(text: string): Tenant {
  const tenant = loadTenantText(text, 'proved.yaml')
  if (!tenant.ok) throw new Error(JSON.stringify(tenant.diagnostics))
  return tenant.value
}

const scenario = loaded(readFileSync('scenarios/conditional-access.yaml', 'utf8'))

describe('a claim about every possible sign-in', () => {
  test.each([
    ['no sign-in succeeds without a second factor', 'refuted'],
    ['legacy clients get in nowhere', 'refuted'],
    ['no sign-in with legacy clients by people other than members of Legacy exceptions succeeds', 'proved'],
    ['every sign-in by members of Executives with browsers requires multifactor authentication', 'proved'],
    ['no sign-in by members of Executives with modern clients succeeds without a second factor', 'proved'],
    ['every sign-in by the clerk with browsers requires multifactor authentication', 'refuted'],
    ['nobody is locked out of registering', 'proved'],
    ['administrators are never blocked', 'about-nobody'],
    ['members of Legacy exceptions are never blocked', 'proved'],
    ['some sign-in is subject to the policy "MFA for executives"', 'proved'],
    ['no sign-in by the clerk is subject to the policy "MFA for executives"', 'proved'],
    ['only members of Executives are subject to the policy "MFA for executives"', 'proved'],
    ['every sign-in by guests meets a phishing-resistant strength', 'refuted'],
    ['policy "MFA for executives" is never needed', 'refuted'],
    ['policy "Block legacy authentication" is never needed', 'refuted'],
    ['policy "Block unknown countries (trial)" is never needed', 'about-nobody'],
  ])('%s: %s', (text, answer) => expect(proved(scenario, text).answer).toBe(answer))
})

test('a device that nobody manages has no ownership, so policies on both kinds of owners do not reach it', () => {
  const blocked = (rule: string) => ({
    displayName: rule,
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      applications: { includeApplications: ['All'] },
      users: { includeUsers: ['All'] },
      devices: { deviceFilter: { mode: 'include', rule } },
    },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  })
  const rules = ['device.deviceOwnership -eq "Company"', 'device.deviceOwnership -eq "Personal"']
  const unknown = '-not (device.isCompliant -eq True -or device.isCompliant -eq False)'
  const tenant = loaded(
    JSON.stringify({
      name: 'Owners',
      asOf: '2026-01-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      users: [{ userPrincipalName: 'ada@contoso.com', roles: [], groups: [] }],
      conditionalAccess: { policies: [...rules, unknown].map(blocked) },
    }),
  )
  const { answer, witness } = proved(tenant, 'every sign-in is blocked')
  expect([answer, witness?.words.device]).toEqual(['refuted', expect.stringContaining('without ownership')])
})

/** What the vendor's evaluation says to the request of a witness. */
function replayed(tenant: Tenant, { witness }: Proof) {
  if (witness === undefined) throw new Error('no witness')
  const document = parseSource({ name: 'request.json', text: JSON.stringify(witness.request) })
  if (!document.ok) throw new Error('the request is no document')
  const answer = whatIf(tenant, document.value)
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  return answer.value.combined
}

const seeds = Array.from({ length: 12 }, (_, index) => index)

/** Every sign-in of a grid to an application, or as many as a test has time for. */
function* signInsOf(grid: Grid, seed: number, many: number) {
  const choose = choices(seed)
  for (let round = 0; round < many; round += 1) {
    const [signIn] = signInsAt(
      grid,
      grid.factors.map(({ places }) => choose(places.length)),
    )
    if (signIn !== undefined && 'applications' in signIn.target) yield signIn
  }
}

const ofDevice = ['compliantDevice', 'domainJoinedDevice']

/** How a sign-in ends for the person at this device, by what the ordinary evaluator says of it. */
function ended(side: Side, signIn: Parameters<typeof decidePolicies>[1]) {
  const { decision, required } = decidePolicies(side.compiled, signIn).combined
  if (decision === 'undetermined') return 'open'
  if (decision === 'block' || decision === 'cannot-satisfy') return 'blocked'
  const left = required.map((clause) => clause.filter((word) => !ofDevice.includes(word)))
  if (left.some((clause) => clause.length === 0)) return 'blocked'
  const factors = ['mfa', 'authenticationStrength:00000000-0000-0000-0000-000000000004']
  return left.some((clause) => clause.every((word) => factors.includes(word))) ? 'factor' : 'free'
}

const claims = [
  ['no sign-in succeeds without a second factor', (end: string) => end === 'free'],
  ['no sign-in succeeds', (end: string) => end === 'free' || end === 'factor'],
  ['no sign-in is blocked', (end: string) => end === 'blocked'],
  ['every sign-in succeeds with a second factor', (end: string) => end === 'free' || end === 'blocked'],
] as const

describe('claims agree with sign-ins that are evaluated one by one', () => {
  test.each(seeds)('in random tenant %i', (seed) => {
    const tenant = randomTenant(seed, 1 + (seed % 6))
    const side = sideOf(tenant)
    const grid = gridOf([side], spaceOfPeople([side]))
    const ends = [...signInsOf(grid, seed, 300)].map((signIn) => ended(side, signIn))
    for (const [text, breaks] of claims) {
      const proof = proved(tenant, text)
      if (ends.some(breaks)) expect(proof.answer, text).toBe('refuted')
      if (proof.answer === 'proved')
        expect(
          ends.filter((end) => end === 'open' || breaks(end)),
          text,
        ).toEqual([])
      if (proof.answer !== 'refuted' || proof.witness === undefined) continue
      const { decision, required } = replayed(tenant, proof)
      expect([decision, required], text).toEqual([proof.witness.decided.decision, proof.witness.decided.required])
    }
  })
})

test('a counterexample has the usual values where they do not matter', () => {
  const policy = (name: string, conditions: Readonly<Record<string, unknown>>, control: string) =>
    samplePolicy(name, conditions, { operator: 'OR', builtInControls: [control] })
  const hybrid = { devices: { deviceFilter: { mode: 'include', rule: 'device.trustType -eq "ServerAD"' } } }
  const policies = [
    policy('risky', { signInRiskLevels: ['low', 'none'], platforms: { includePlatforms: ['iOS'] } }, 'mfa'),
    policy('hybrid', hybrid, 'mfa'),
    policy('legacy', { clientAppTypes: ['other', 'exchangeActiveSync'] }, 'block'),
  ]
  const tenant = loaded(
    JSON.stringify({
      name: 'Contoso',
      asOf: '2026-01-01',
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      users: [{ userPrincipalName: 'ada@contoso.com', roles: [], groups: [] }],
      conditionalAccess: { policies },
    }),
  )
  const words = (claim: string) => proved(tenant, claim).witness?.words
  expect(words('no sign-in succeeds without MFA')).toMatchObject({
    client: 'browsers',
    platform: 'Windows',
    device: 'devices that the directory does not know',
    signInRisk: 'none',
  })
  expect(words('no sign-in requires MFA')?.client).toBe('browsers')
})
