import { partsBetween } from '../../analysis/compare/differences.ts'
import { timeDifferences } from '../../analysis/compare/time-differences.ts'
import type { Difference } from '../../analysis/population/results.ts'
import { once } from '../../memory/once.ts'
import { hasErrors, inOrder, type Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { PlanResult, StageSummary } from '../result.ts'
import type { Stage, StagedPlan } from '../states/staged-plan.ts'
import { againstStart } from './against-start.ts'
import { type BreakGlassAt, breakGlassAt, claimsOf } from './claims.ts'
import { dayOneOf } from './day-one.ts'
import { gatesOf } from './gates.ts'
import { personaMatrixOf } from './persona-matrix.ts'
import { type FoundAt, signInPairsOf } from './sign-in-pairs.ts'
import { type Player, type PlayOptions, type Point, playerOf, stateAt } from './states.ts'
import { cohortOf, findingsOf, transitionsOf } from './transitions.ts'
import { undoOf } from './undo.ts'

function changesIn(player: Player, stage: Stage): readonly Difference[] {
  const before = player.plan.stages[stage.index - 1]
  if (before === undefined) return []
  const [one, other] = [before, stage].map((each) => stateAt(player, each, player.plan.from))
  if (one === undefined || other === undefined) return []
  return partsBetween({ ...one.plan, document: before.document }, { ...other.plan, document: stage.document })
    .filter(({ time }) => time === undefined)
    .map(({ difference }) => difference)
}

function summaryOf(player: Player, stage: Stage): StageSummary {
  const { index, name, date, when, owner, cohorts, watch } = stage
  return {
    index,
    name,
    ...(date === undefined ? {} : { date }),
    ...(when === undefined ? {} : { when }),
    ...(owner === undefined ? {} : { owner }),
    cohorts,
    watch,
    changes: changesIn(player, stage),
  }
}

interface Gathered {
  readonly found: readonly FoundAt[]
  readonly seen: readonly BreakGlassAt[]
}

/** Goes through the plan from point to point. */
function gathered(player: Player): Gathered {
  const cohorts = cohortOf(player.plan)
  const found: FoundAt[] = []
  const seen = new Map<Point, BreakGlassAt>()
  const see = (point: Point): void => {
    if (!seen.has(point))
      seen.set(point, { stage: point.stage.index, at: point.at, outcomes: breakGlassAt(player, point) })
  }
  for (const transition of transitionsOf(player)) {
    see(transition.before)
    see(transition.after)
    const findings = findingsOf(player, transition, cohorts)
    const sets = player.sets?.of(transition.after).played.engine.sets
    found.push(...findings.map((finding) => ({ finding, transition, ...(sets && { sets }) })))
  }
  return { found, seen: [...seen.values()] }
}

/** The display name of each client of any state. */
const clientNamesOf = ({ states }: Player): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...states.values()].flatMap(({ plan }) =>
      [...plan.tenant.clients.values()].map(({ name, displayName }) => [name, displayName] as const),
    ),
  )

const summaryOfException = ({ name, owner, reason, stage, expires }: StagedPlan['exceptions'][number]) => ({
  name,
  owner,
  reason,
  stage,
  expires,
})

const namesOf = ({ name, document, start, from, until, exceptions }: StagedPlan) => ({
  plan: name,
  file: document.source.name,
  start,
  from,
  until,
  exceptions: exceptions.map(summaryOfException),
})

const pointsOf = ({ points, sets }: Player) =>
  [...points.values()].map((point) => ({
    stage: point.stage.index,
    at: point.at,
    exceptions: point.exceptions.map(({ name }) => name),
    signIns: sets === undefined ? point.matrix.cells.length : sets.of(point).played.signIns(),
  }))

/** Plays every state of a plan: every stage, every date of the vendor in it, every cohort, and every way back. */
export function playPlan(plan: StagedPlan, options: PlayOptions): Loaded<PlanResult> {
  const player = playerOf(plan, options)
  const { found, seen } = gathered(player)
  const findings = found.map(({ finding }) => finding)
  const later = plan.stages.slice(1)
  const cohorts = cohortOf(plan)
  const undo = later.map((stage) => undoOf(player, stage, cohorts))
  const gates = later.flatMap((stage) => gatesOf(player, stage))
  const stages = plan.stages.map((stage) => summaryOf(player, stage))
  const dayOne = dayOneOf(player)
  const detailed = options.details === true || (options.details === 'of-few' && player.sets === undefined)
  const sinceStart = once(() => againstStart(player, stages, findings))
  const diagnostics = inOrder(player.problems)
  const [first] = plan.stages
  const start = first && stateAt(player, first, plan.from)
  if (hasErrors(diagnostics) || start === undefined) return { ok: false, diagnostics }
  const value: PlanResult = {
    ...namesOf(plan),
    tenant: start.plan.tenant.name,
    users: start.people?.sets.users ?? start.side.population.users,
    cohorts: plan.cohorts.map(({ name, members }) => ({ cohort: name, users: members.length })),
    stages,
    points: pointsOf(player),
    findings,
    get againstStart() {
      return sinceStart()
    },
    undo,
    gates,
    claims: claimsOf(plan, findings, undo, seen),
    ...(dayOne && { dayOne }),
    ...(detailed && {
      details: { matrix: personaMatrixOf(player, plan, findings), pairs: signInPairsOf(player, plan, found) },
    }),
    clientNames: clientNamesOf(player),
    dates: timeDifferences(start.plan.tenant, plan.from, plan.until).map(({ difference }) => difference),
  }
  return { ok: true, value, warnings: diagnostics }
}
