import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { whatIf } from '../analysis/what-if/what-if.ts'
import { parseSource } from '../source/document/located-document.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { comparePolicies } from './compare-policies.ts'
import { impactOfAll } from './impact.ts'
import { randomTenant } from './random-policies.fixture.ts'
import type { ReplayRequest } from './replay-request.ts'
import { sideOf } from './side.ts'

const loaded = loadTenantText(readFileSync('scenarios/conditional-access.yaml', 'utf8'), 'impact.yaml')
if (!loaded.ok) throw new Error('the scenario has errors')
const scenario = loaded.value

const without = (tenant: Tenant, name: string): Tenant => {
  const { conditionalAccess } = tenant
  const policies = conditionalAccess.policies.filter((policy) => policy.name !== name)
  return { ...tenant, conditionalAccess: { ...conditionalAccess, policies } }
}

test('each policy of the scenario that is not switched off has an impact', () => {
  const { policies } = impactOfAll(sideOf(scenario))
  expect(policies.map(({ policy, needed }) => [policy, needed])).toEqual([
    ['Block legacy authentication', 'needed'],
    ['MFA for executives', 'needed'],
    ['Compliant device or MFA outside', 'needed'],
    ['Block unknown countries (trial)', 'needed'],
  ])
})

/** What the vendor's evaluation decides of the request of a region, and whether a policy applies to it. */
function replayed(tenant: Tenant, request: ReplayRequest, policy: string): string {
  const document = parseSource({ name: 'request.json', text: JSON.stringify(request) })
  if (!document.ok) throw new Error('the request is no document')
  const answer = whatIf(tenant, document.value)
  if (!answer.ok) throw new Error(JSON.stringify(answer.diagnostics))
  const { decision, required } = answer.value.combined
  const applies = answer.value.value.find(({ displayName }) => displayName === policy)?.policyApplies
  return JSON.stringify([decision, required, applies])
}

const programs = `
name: Programs
asOf: 2026-11-22
securityDefaults: false
domains: [{ name: contoso.com, authenticationType: managed }]
conditionalAccess:
  policies:
    - displayName: Block programs
      state: enabled
      conditions:
        users: { includeUsers: [None] }
        clientApplications: { includeServicePrincipals: [ServicePrincipalsInMyTenant] }
        applications: { includeApplications: [All] }
      grantControls: { operator: OR, builtInControls: [block] }
users: []
`

test('what a policy opens is shown by what-if, for people and for programs that the file does not declare', () => {
  const ofPrograms = loadTenantText(programs, 'programs.yaml')
  const onTrial = loadTenantText(
    programs
      .replace('state: enabled', 'state: enabledForReportingButNotEnforced')
      .replace('conditions:', 'conditions:\n        servicePrincipalRiskLevels: [high]'),
    'trial.yaml',
  )
  if (!onTrial.ok) throw new Error(JSON.stringify(onTrial.diagnostics))
  if (!ofPrograms.ok) throw new Error(JSON.stringify(ofPrograms.diagnostics))
  const tenants = [scenario, onTrial.value, ofPrograms.value, ...[1, 2, 3, 4].map((seed) => randomTenant(seed, 4))]
  const regions = tenants.flatMap((tenant) =>
    impactOfAll(sideOf(tenant)).policies.flatMap(({ policy, state, opens }) =>
      opens.map(
        ({ request, now, without: rest }) => [tenant, request, policy, state === 'enabled' ? now : rest] as const,
      ),
    ),
  )
  expect(regions.length).toBeGreaterThan(8)
  for (const [tenant, request, policy, { decision, required }] of regions)
    expect(replayed(tenant, request, policy), policy).toBe(JSON.stringify([decision, required, true]))
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
