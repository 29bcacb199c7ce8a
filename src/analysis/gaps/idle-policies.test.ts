import { expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { randomEstate, randomSignals } from '../population/random-estate.fixture.ts'
import { tenantOf } from '../random-plan.fixture.ts'
import { sweepGaps } from './gaps.ts'
import { signInsOf } from './sign-ins-of-all.fixture.ts'
import { sweptPolicies, withPolicy } from './swept-policies.ts'

/** How a sign-in ends, whichever policies make it so. */
function endOf(tenant: Tenant, request: ClientRequest): string {
  return JSON.stringify(
    simulateSession(tenant, request).map((trace) => {
      const {
        policies: _names,
        ifReportOnlyEnforced: _trial,
        ...decision
      } = trace.conditionalAccess ?? { policies: [] }
      const verdict = verdictOf(trace)
      return [verdict.kind === 'blocked' ? { ...verdict, policies: [] } : verdict, decision]
    }),
  )
}

/** The policies whose removal changes no sign-in of anybody: each is played without each of them. */
function* withoutEffect(tenant: Tenant, signals: ClientRequest['signals']): Iterable<string> {
  const requests = [...signInsOf(tenant, signals)]
  const ends = requests.map((request) => endOf(tenant, request))
  for (const { name } of sweptPolicies(tenant)) {
    const without = withPolicy(tenant, name, (policy) => ({ ...policy, state: 'disabled' }))
    if (requests.every((request, at) => endOf(without, request) === ends[at])) yield name
  }
}

/** Policies of which some sign-in leaves open whether they apply: they count as of use. */
function openPolicies(tenant: Tenant, signals: ClientRequest['signals']): ReadonlySet<string> {
  const outcomes = [...signInsOf(tenant, signals)].flatMap((request) =>
    simulateSession(tenant, request).flatMap(({ policyOutcomes }) => policyOutcomes ?? []),
  )
  return new Set(outcomes.flatMap(({ effect, policy }) => (effect === 'signal-dependent' ? [policy] : [])))
}

// Of each of these a policy was called redundant that is not, or the reverse, or none has any.
test.each([1, 3, 4, 18, 25, 39, 52, 69, 101])('policies without effect are found (estate %i)', (seed) => {
  const tenant = tenantOf(randomEstate(seed, 14, 4 + 2 * (seed % 6)))
  const signals = { signInRiskLevel: 'none', userRiskLevel: 'none', ...randomSignals(seed) } as const
  const open = openPolicies(tenant, signals)
  const expected = [...withoutEffect(tenant, signals)].filter((name) => !open.has(name)).sort()
  for (const as of ['classes', 'sets'] as const) {
    const found = sweepGaps(tenant, { as, filter: { signals } })
    if (!found.ok) throw new Error('the sweep fails')
    const told = found.value.gaps.findings
      .filter(({ kind }) => kind === 'policy-shadowed' || kind === 'policy-decides-nothing')
      .map(({ about }) => about)
    expect([as, ...told.sort()]).toEqual([as, ...expected])
  }
})
