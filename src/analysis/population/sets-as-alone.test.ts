import { expect, test } from 'vitest'
import { placesOf } from '../../classes/user-sets.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import { playLeg, simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { choices, tenantOf } from '../random-plan.fixture.ts'
import { randomEstate, randomSignals } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

const withoutNames = (trace: Trace) => {
  const verdict = verdictOf(trace)
  return verdict.kind === 'blocked' ? { ...verdict, policies: verdict.policies.length > 0 } : verdict
}

const shown = (traces: readonly Trace[], detail: 'verdict' | 'policies'): string =>
  JSON.stringify(
    traces.map((trace) => [
      withoutNames(trace),
      trace.audit,
      trace.facts,
      detail === 'policies' && [
        verdictOf(trace),
        trace.conditionalAccess,
        trace.policyOutcomes?.map(({ effect, missing }) => [effect, missing]),
      ],
    ]),
  )

/** Sign-ins of a user for whom the set of the user says something else. */
function otherwise(
  tenant: Tenant,
  engine: SetEngine,
  kind: SetEngine['sets']['kinds'][number],
  planned: ClientRequest,
) {
  const alone = new Map<string, readonly Trace[]>()
  const tracesOf = (request: ClientRequest) => {
    const known = alone.get(request.user)
    const made = known ?? simulateSession(tenant, request)
    alone.set(request.user, made)
    return made
  }
  return (['verdict', 'policies'] as const).flatMap((detail) => {
    const parts = engine.play(kind, planned, detail)
    const counted = parts.reduce((sum, { users }) => sum + [...placesOf(users)].length, 0)
    const wrong = parts.flatMap(({ users, legs, request }) => {
      const said = shown(legs.map(playLeg), detail)
      return [...placesOf(users)]
        .map((place) => engine.sets.nameAt(place))
        .filter((user) => shown(tracesOf({ ...request, user }), detail) !== said)
    })
    return counted === 0 || counted === kind.size ? wrong : [...wrong, `${counted} of ${kind.size} users`]
  })
}

// Many small estates: what splits users is found by the variety of policies, not by the number of users.
test.each(Array.from({ length: 40 }, (_, at) => at + 200))('users fare in sets as alone (estate %i)', (seed) => {
  const tenant = tenantOf(randomEstate(seed, 7, 1 + (seed % 6)))
  const loaded = userSetsOf(tenant)
  if (!loaded.ok) throw new Error('the users cannot be read')
  const engine = setEngine(loaded.value)
  const choose = choices(seed)
  const wrong = engine.sets.kinds.flatMap((kind) => {
    const requests = [
      ...planRequests(engine.sets.tenant, { user: kind.representative, signals: randomSignals(seed) }),
    ].filter(() => choose(6) === 0)
    return requests.slice(0, 2).flatMap((planned) => otherwise(tenant, engine, kind, planned))
  })
  expect(wrong).toEqual([])
})
