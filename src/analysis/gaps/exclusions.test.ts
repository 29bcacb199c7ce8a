import { expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Policy, UserSide } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { randomEstate, randomSignals } from '../population/random-estate.fixture.ts'
import { tenantOf } from '../random-plan.fixture.ts'
import { sweepGaps } from './gaps.ts'
import { signInsOf } from './sign-ins-of-all.fixture.ts'
import { sweptPolicies, withPolicy } from './swept-policies.ts'

const nobody: UserSide = {
  all: false,
  guests: false,
  users: new Set(),
  groups: new Set(),
  roles: new Set(),
  unclear: [],
}
const forEveryone = (policy: Policy): Policy => ({ ...policy, conditions: { ...policy.conditions, exclude: nobody } })

/** The policies that ask for something and apply to a leg, or may. */
function asking(tenant: Tenant, { policyOutcomes = [] }: Trace): readonly string[] {
  const granting = tenant.conditionalAccess.policies.filter(
    ({ grant, state }) => grant !== undefined && state === 'enabled',
  )
  return policyOutcomes
    .filter(({ effect }) => effect === 'applies' || effect === 'signal-dependent')
    .flatMap(({ policy }) => (granting.some(({ name }) => name === policy) ? [policy] : []))
}

const applies = ({ policyOutcomes = [] }: Trace, name: string): boolean =>
  policyOutcomes.some(({ policy, effect }) => policy === name && effect === 'applies')

const demandsFactor = ({ grant }: Policy): boolean =>
  grant?.controls.includes('mfa') === true || grant?.strength !== undefined

/** What an exclusion leaves open on a leg that signs in, given the same leg without the exclusion. */
function* leftOpen(tenant: Tenant, policy: Policy, now: Trace, bound: Trace | undefined): Iterable<string> {
  const verdict = verdictOf(now)
  if (verdict.kind !== 'signs-in' || bound === undefined || !applies(bound, policy.name)) return
  const others = asking(tenant, now)
  if (others.includes(policy.name)) return
  if (others.length === 0) yield 'exclusion-uncovered'
  const { secondFactor = '' } = bound.facts
  const isAsked = ['required', 'registration-required'].includes(secondFactor)
  if (verdict.secondFactor === 'not-required' && demandsFactor(policy) && isAsked) yield 'second-factor-bypassed'
}

/** Every finding about exclusions as `kind policy user client`: each sign-in is played with and without each exclusion. */
function expectedIn(tenant: Tenant, signals: ClientRequest['signals']): readonly string[] {
  const requests = [...signInsOf(tenant, signals)]
  const played = requests.map((request) => simulateSession(tenant, request))
  const found = new Set<string>()
  for (const policy of sweptPolicies(tenant)) {
    if (policy.grant === undefined) continue
    const without = withPolicy(tenant, policy.name, forEveryone)
    for (const [at, request] of requests.entries()) {
      const bound = simulateSession(without, request)
      for (const [leg, trace] of (played[at] ?? []).entries())
        for (const kind of leftOpen(tenant, policy, trace, bound[leg]))
          found.add([kind, policy.name, request.user, request.client].join(' | '))
    }
  }
  return [...found].sort()
}

function toldIn(tenant: Tenant, signals: ClientRequest['signals'], as: 'classes' | 'sets'): readonly string[] {
  const run = sweepGaps(tenant, { as, filter: { signals } })
  if (!run.ok) throw new Error('the sweep fails')
  const found = new Set<string>()
  for (const { kind, cases } of run.value.gaps.findings)
    for (const { way, about, people, clients } of cases)
      if (kind === 'exclusion-uncovered' || way === 'excluded-account')
        for (const group of people)
          for (const user of run.value.namesOf(group))
            for (const client of clients) found.add([kind, about, user, client].join(' | '))
  return [...found].sort()
}

// In each of these an exclusion lets somebody in without any policy, and somebody past a second factor.
test.each([2, 4, 28])('what exclusions leave open is found for everyone it concerns (estate %i)', (seed) => {
  const tenant = tenantOf(randomEstate(seed, 14, 2 + 2 * (seed % 5)))
  const signals = { signInRiskLevel: 'none', userRiskLevel: 'none', ...randomSignals(seed) } as const
  const expected = expectedIn(tenant, signals)
  expect(expected.filter((one) => one.startsWith('exclusion-uncovered'))).not.toEqual([])
  expect(expected.filter((one) => one.startsWith('second-factor-bypassed'))).not.toEqual([])
  for (const as of ['classes', 'sets'] as const)
    expect({ as, told: toldIn(tenant, signals, as) }).toEqual({ as, told: expected })
})
