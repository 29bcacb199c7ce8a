import type { Claim } from '../../analysis/claims/claim.ts'
import { evaluateClaim } from '../../analysis/claims/evaluate-claim.ts'
import type { ClaimResult } from '../../analysis/claims/judge-claim.ts'
import { parseClaim } from '../../analysis/claims/parse-claim.ts'
import { signInOf } from '../../analysis/claims/sign-in.ts'
import { populationOf } from '../../analysis/population/population.ts'
import { beyondTheFile } from '../../proof/claims/beyond-the-file.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { GateOutcome } from '../result.ts'
import type { Stage } from '../states/staged-plan.ts'
import { gateFeature, isFeatureGate, mistakesAt, withoutSteps } from './feature-gates.ts'
import { problemsOfClaim, reachedOf } from './gate-problems.ts'
import { type Player, type Point, pointAt, windowOf } from './states.ts'

interface People {
  readonly tenant: Tenant
  readonly sizeOf: (user: string) => number
}

/** The people of the tenant as a claim distinguishes them; one stands for all equal ones in a file beside the tenant. */
function peopleFor({ state }: Point, { where }: Claim, player: Player): People | undefined {
  const { tenant } = state.plan
  if (tenant.population === undefined) return { tenant, sizeOf: () => 1 }
  const named = (key: string): readonly string[] => where.flatMap((one) => (one.key === key ? one.values : []))
  const memberships = { groups: named('group'), roles: named('role'), anyRole: named('people').length > 0 }
  const read = populationOf(tenant, player.reader, { people: named('user'), memberships })
  if (!read.ok) return undefined
  const sizes = new Map(read.value.classes.map(({ representative, size }) => [representative, size]))
  return { tenant: read.value.tenant, sizeOf: (user) => sizes.get(user) ?? 1 }
}

function judged(point: Point, claim: Claim, player: Player): ClaimResult | undefined {
  const people = peopleFor(point, claim, player)
  if (people === undefined) return undefined
  return evaluateClaim(claim, {
    tenant: people.tenant,
    surroundings: { at: point.at, signals: {} },
    play: (request) => {
      const traces = simulateSession(people.tenant, request)
      return traces.length === 0 ? undefined : signInOf(people.tenant, request, traces, people.sizeOf(request.user))
    },
  })
}

function witnessOf({ witnesses }: ClaimResult): string | undefined {
  const request = witnesses[0]?.signIn.request
  return request && `${request.user}, ${request.client}, ${request.purpose}, from ${request.network}`
}

/** Runs a feature in the tenant of a point; its mistakes are reported. */
function judgeFeature(
  player: Player,
  stage: Stage,
  moment: 'before' | 'after',
  index: number,
  point: Point,
): readonly GateOutcome[] {
  const { plan, reader, features, problems } = player
  const feature = gateFeature(plan, stage, moment, index, reader)
  if (!feature.ok) {
    problems.push(...feature.diagnostics)
    return []
  }
  if (features === undefined) {
    const at = plan.document.rangeOf([...stage.path, 'gates', moment, index])
    problems.push({ code: 'PLAN-7', args: withoutSteps, at })
    return []
  }
  const { mistakes, scenarios } = features.judge(feature.value, reachedOf(point.state, point.at, plan))
  problems.push(...mistakesAt(feature.value, mistakes))
  const failing = scenarios.find((one) => one.answer === 'refuted') ?? scenarios.find((one) => one.answer === 'open')
  const claim = stage.gates[moment]?.[index] ?? ''
  const common = { stage: stage.index, moment, at: point.at, claim }
  if (failing === undefined) return [{ ...common, answer: scenarios.length === 0 ? 'about-nobody' : 'holds' }]
  const { name, line, answer, failure = '' } = failing
  return [{ ...common, answer, witness: `"${name}" (${feature.value.name}:${line}): ${failure}` }]
}

function judgeGate(
  player: Player,
  stage: Stage,
  moment: 'before' | 'after',
  index: number,
  point: Point,
): readonly GateOutcome[] {
  const claim = stage.gates[moment]?.[index] ?? ''
  if (isFeatureGate(claim)) return judgeFeature(player, stage, moment, index, point)
  const { tenant } = point.state.side.population
  const problems = problemsOfClaim(player.plan, stage, moment, index, tenant)
  const parsed = parseClaim({ tenant }, claim)
  if (!parsed.ok) {
    player.problems.push(...problems)
    return []
  }
  const result = judged(point, parsed.value, player)
  const common = { stage: stage.index, moment, at: point.at, claim }
  const byPolicies =
    result?.answer === 'about-nobody' ? beyondTheFile(tenant, point.at, claim, parsed.value) : undefined
  if (byPolicies !== undefined) return [{ ...common, ...byPolicies }]
  const witness = result && witnessOf(result)
  return [{ ...common, answer: result?.answer ?? 'open', ...(witness === undefined ? {} : { witness }) }]
}

/** Judges the claims that must hold before a stage begins, and once it is reached. */
export function gatesOf(player: Player, stage: Stage): readonly GateOutcome[] {
  const { earliest } = windowOf(player.plan, stage.index)
  const before = player.plan.stages[stage.index - 1]
  const { gates } = stage
  const at = (one: Stage | undefined): Point | undefined => one && pointAt(player, one, earliest)
  const all = (moment: 'before' | 'after', of: Stage | undefined): readonly GateOutcome[] => {
    const claims = gates[moment] ?? []
    const point = claims.length === 0 ? undefined : at(of)
    return point === undefined ? [] : claims.flatMap((_, index) => judgeGate(player, stage, moment, index, point))
  }
  return [...all('before', before), ...all('after', stage)]
}
