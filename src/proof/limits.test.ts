import { expect, test } from 'vitest'
import { parseProvable } from '../analysis/claims/parse-provable.ts'
import { prove } from './claims/prove.ts'
import { comparePolicies } from './compare-policies.ts'
import { impactOfAll } from './impact.ts'
import { randomTenant } from './random-policies.fixture.ts'
import { sideOf } from './side.ts'

// A search that ends at its limit has found nothing out: what it was to show is open, and the answer names the limit.

const limits = [0, 3]
const seeds = [1, 2, 3]
const named = (mostSteps: number) => [
  { dimension: 'people', reason: expect.stringContaining(`limit of ${mostSteps} steps`) },
]

test('a comparison that ends at its limit claims nothing that it did not find', () => {
  let ended = 0
  for (const seed of seeds) {
    const [one, other] = [{ tenant: randomTenant(seed, 3) }, { tenant: randomTenant(seed + (seed % 2) * 500, 3) }]
    const exact = comparePolicies(one, other)
    for (const mostSteps of limits) {
      const { result, open, changes } = comparePolicies(one, other, { mostSteps })
      if (open.length === 0) expect([seed, mostSteps, result]).toEqual([seed, mostSteps, exact.result])
      else {
        expect(open).toEqual(named(mostSteps))
        expect(['looser', 'incomparable', 'open']).toContain(result)
        ended += 1
      }
      const relations = new Set(exact.changes.map(({ relation }) => relation))
      expect(changes.filter(({ relation }) => !relations.has(relation))).toEqual([])
    }
  }
  expect(ended).toBeGreaterThan(1)
})

test('a policy counts as never needed only if every search was completed', () => {
  let ended = 0
  for (const seed of seeds) {
    const side = sideOf(randomTenant(seed, 6))
    const exact = new Map(impactOfAll(side).policies.map(({ policy, needed }) => [policy, needed]))
    for (const mostSteps of limits) {
      const impact = impactOfAll(side, { mostSteps })
      const unlike = impact.policies.filter(({ policy, needed }) => needed !== exact.get(policy))
      for (const { needed, open } of unlike) expect([needed, open[0]]).toEqual(['open', ...named(mostSteps)])
      if (unlike.length > 0) expect(impact.open).toEqual(named(mostSteps))
      ended += unlike.length
    }
  }
  expect(ended).toBeGreaterThan(1)
})

const claims = ['no sign-in succeeds without a second factor', 'policy "Policy 0" is never needed']

test('a claim is proved or refuted with a limit only if it is without one', () => {
  let ended = 0
  for (const seed of seeds)
    for (const text of claims) {
      const tenant = randomTenant(seed, 6)
      const parsed = parseProvable({ tenant }, text)
      if (!parsed.ok) throw new Error(text)
      const claim = { text, provable: parsed.value }
      const exact = prove(tenant, claim)?.answer
      for (const mostSteps of limits) {
        const proof = prove(tenant, claim, tenant.asOf, { mostSteps })
        if (proof?.answer === exact) continue
        expect([proof?.answer, proof?.open.slice(0, 1)]).toEqual(['open', named(mostSteps)])
        ended += 1
      }
    }
  expect(ended).toBeGreaterThan(1)
})
