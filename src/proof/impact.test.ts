import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { comparePolicies } from './compare-policies.ts'
import { impactOfAll } from './impact.ts'
import { randomTenant } from './random-policies.fixture.ts'
import { sideOf } from './side.ts'

const loaded = loadTenantText(readFileSync('scenarios/conditional-access.yaml', 'utf8'), 'impact.yaml')
if (!loaded.ok) throw new Error('the scenario has errors')
const scenario = loaded.value

const without = (tenant: Tenant, name: string): Tenant => {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.filter((policy) => policy.name !== name)
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

test('each policy of the scenario that is not switched off has an impact, and each region an example', () => {
  const { policies } = impactOfAll(sideOf(scenario))
  expect(policies.map(({ policy, needed }) => [policy, needed])).toEqual([
    ['Block legacy authentication', 'needed'],
    ['MFA for executives', 'needed'],
    ['Compliant device or MFA outside', 'needed'],
    ['Block unknown countries (trial)', 'needed'],
  ])
  for (const { opens } of policies) for (const { request } of opens) expect(request.signInIdentity).toBeDefined()
})

const seeds = Array.from({ length: 8 }, (_, index) => index)

describe('a policy is never needed if and only if the policies without it are equivalent', () => {
  test.each(seeds)('in random tenant %i', (seed) => {
    const tenant = randomTenant(seed, 2 + (seed % 3))
    for (const { policy, state, needed } of impactOfAll(sideOf(tenant)).policies) {
      if (state !== 'enabled') continue
      const { result } = comparePolicies({ tenant }, { tenant: without(tenant, policy) })
      const expected = {
        never: ['equivalent'],
        needed: ['looser', 'incomparable', 'open'],
        open: ['open', 'equivalent'],
      }[needed]
      expect(expected, `${policy} is ${needed}`).toContain(result)
    }
  })
})
