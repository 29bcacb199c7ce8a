import { describe, expect, test } from 'vitest'
import { placesOf } from '../../classes/user-sets.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { setEngine } from '../../simulate/play-sets.ts'
import { playLeg, simulateSession } from '../../simulate/simulate-session.ts'
import type { Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { choices, tenantOf } from '../random-plan.fixture.ts'
import { randomEstate, randomSignals } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

const withoutNames = (trace: Trace) => {
  const verdict = verdictOf(trace)
  return verdict.kind === 'blocked' ? { ...verdict, policies: verdict.policies.length > 0 } : verdict
}

/** What a set says about each of its users. */
const decided = (traces: readonly Trace[]) => ({
  verdict: sessionVerdict(traces),
  prompts: promptCount(traces),
  legs: traces.map((trace) => [withoutNames(trace), trace.audit, trace.facts]),
})

const withPolicies = (traces: readonly Trace[]) =>
  traces.map((trace) => [
    verdictOf(trace),
    trace.conditionalAccess,
    trace.policyOutcomes?.map(({ effect, missing }) => [effect, missing]),
  ])

describe('users played as sets', () => {
  const seeds = [0, 1, 2, 3, 7, 17, 35, 45, 61, 94]
  test.each(seeds)('fare as each of them does alone (estate %i)', (seed) => {
    const tenant = tenantOf(randomEstate(seed, 40, 3 + (seed % 12)))
    const loaded = userSetsOf(tenant)
    if (!loaded.ok) throw new Error('the users cannot be read')
    const engine = setEngine(loaded.value)
    const choose = choices(seed)
    let counted = 0
    for (const kind of engine.sets.kinds)
      for (const planned of planRequests(engine.sets.tenant, {
        user: kind.representative,
        signals: randomSignals(seed),
      })) {
        if (choose(3) > 0) continue
        for (const detail of ['verdict', 'policies'] as const) {
          const parts = engine.play(kind, planned, detail)
          let users = 0
          for (const { users: part, legs, request } of parts) {
            const traces = legs.map(playLeg)
            expect(traces).toEqual(simulateSession(tenant, request))
            for (const place of placesOf(part)) {
              users += 1
              const user = engine.sets.nameAt(place)
              const alone = simulateSession(tenant, { ...request, user })
              const seen = `${user} as ${request.user}: ${JSON.stringify(request)}`
              expect(decided(traces), seen).toEqual(decided(alone))
              if (detail === 'policies') expect(withPolicies(traces), seen).toEqual(withPolicies(alone))
            }
          }
          counted += users
          expect(users === 0 || users === kind.size).toBe(true)
        }
      }
    expect(counted).toBeGreaterThan(0)
  })
})
