import { expect, test } from 'vitest'
import { membersOf } from '../../classes/bitmap.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { type SetEngine, setEngine } from '../../simulate/play-sets.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { choices, pick, tenantOf } from '../random-plan.fixture.ts'
import { randomEstate, randomSignals } from './random-estate.fixture.ts'
import { userSetsOf } from './user-sets-of.ts'

/** Conditions that together hold for every value of a signal, or for some, so that open policies can agree or not. */
const conditions = [
  { signInRiskLevels: ['none', 'low'] },
  { signInRiskLevels: ['medium', 'high'] },
  { signInRiskLevels: ['none', 'low', 'medium', 'high'] },
  { signInRiskLevels: ['high'] },
  { userRiskLevels: ['none', 'low', 'medium', 'high'] },
  { platforms: { includePlatforms: ['iOS', 'android'] } },
  { platforms: { includePlatforms: ['all'], excludePlatforms: ['iOS', 'android'] } },
  {},
]

const grants = [
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'OR', builtInControls: ['block'] },
  { operator: 'OR', builtInControls: ['notYetInvented', 'mfa'] },
]

interface Estate {
  readonly conditionalAccess: { readonly policies: readonly { readonly conditions: object }[] }
}

/** The estate with policies that wait for signals, and say the same whatever their values are, or not. */
function withOpenPolicies(seed: number, text: string): string {
  const choose = choices(seed)
  const estate: Estate = JSON.parse(text)
  const policies = estate.conditionalAccess.policies.map(({ conditions: own, ...policy }) => {
    const {
      signInRiskLevels: _sign,
      userRiskLevels: _user,
      platforms: _platforms,
      ...kept
    } = own as Record<string, unknown>
    const { sessionControls: _session, ...rest } = policy as Record<string, unknown>
    const granted = { applications: { includeApplications: ['All'] }, clientAppTypes: ['all'] }
    return {
      ...rest,
      state: 'enabled',
      conditions: { ...kept, ...granted, ...pick(choose, conditions) },
      grantControls: pick(choose, grants),
    }
  })
  return JSON.stringify({ ...estate, conditionalAccess: { ...estate.conditionalAccess, policies } })
}

/** Everything that a sign-in says but the names of policies and the shape of the session. */
const told = (traces: readonly Trace[]): string =>
  JSON.stringify(
    traces.map(({ facts, conditionalAccess, ...trace }) => {
      const verdict = verdictOf({ facts, ...trace } as Trace)
      const { policies = [], ifReportOnlyEnforced: _trial, session: _session, ...decision } = conditionalAccess ?? {}
      const shown = verdict.kind === 'blocked' ? { ...verdict, policies: verdict.policies.length > 0 } : verdict
      return [shown, facts, decision, policies.length === 0]
    }),
  )

/** Users of a kind of whom a set says something else than their own sign-in does. */
function* otherwise(tenant: Tenant, { sets, play }: SetEngine, request: ClientRequest): Iterable<string> {
  for (const kind of sets.kinds) {
    if (kind.representative !== request.user) continue
    for (const detail of ['verdict', 'ending', 'demands', 'unnamed-reading'] as const)
      for (const { users, traces } of play(kind, request, detail)) {
        const said = told(traces())
        for (const member of membersOf(users.members)) {
          const user = sets.nameAt(kind.firstWord * 32 + member)
          if (told(simulateSession(tenant, { ...request, user })) !== said)
            yield `${detail}: ${user} ${request.client} ${request.purpose} ${request.network}`
        }
      }
  }
}

test.each([...Array.from({ length: 12 }, (_, index) => index), 179])(
  'open policies count in sets as alone (estate %i)',
  (seed) => {
    const estate = randomEstate(1000 + seed, 40, 6 + (seed % 14))
    const tenant = tenantOf(seed % 3 === 0 ? estate : withOpenPolicies(seed, estate))
    const loaded = userSetsOf(tenant)
    if (!loaded.ok) throw new Error('the users cannot be read')
    const engine = setEngine(loaded.value)
    const signals = seed % 2 === 0 ? {} : randomSignals(seed)
    const requests = engine.sets.kinds.flatMap(({ representative: user }) => [
      ...planRequests(engine.sets.tenant, { user, signals }),
    ])
    const wrong = requests
      .filter((_, at) => (at + seed) % 5 === 0)
      .flatMap((request) => [...otherwise(tenant, engine, request)])
    expect(wrong).toEqual([])
  },
)
