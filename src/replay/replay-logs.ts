import { type Diagnostic, helpOf, messageOf } from '../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../source/files/source-reader.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Calibration } from './calibrate/calibrate.ts'
import { explainedPart } from './calibrate/tally.ts'
import { type OpenEngine, openEngine } from './engine/duckdb.ts'
import { describeParquet } from './engine/duckdb-parquet.ts'
import { engineMissing, problemInLogs } from './engine/engine-problem.ts'
import type { BrokenFile, CountedPeople, ShapeSource } from './engine/shape-source.ts'
import type { LogsProblem } from './logs/log-problem.ts'
import { logsToRead } from './logs-to-read.ts'
import { type ClassifiedPeople, classifyPeople } from './people-of.ts'
import type { EffectGroup } from './plan/group-changes.ts'
import { calibrateShapes, judgeShapes, outsideAddressFor, reduceLogs, stageToday } from './replay.ts'

/** What to ask of logs, besides how well the tenant explains them. */
export interface ReplayQuestion {
  /** The tenant as it is planned. */
  readonly plan?: Tenant
  /** Judge the plan, or the tenant itself, at this instant, in milliseconds. */
  readonly at?: number
}

/** What the sign-ins of logs say of a tenant, and a plan of them. */
export interface ReplayedLogs {
  readonly signIns: number
  readonly people: number
  readonly broken: readonly BrokenFile[]
  readonly calibration: Calibration
  /** The share of the comparable sign-ins that the tenant explains, from 0 to 1. */
  readonly explained: number
  readonly plan?: ReplayedPlan
}

/** What a plan changes for those who signed in. */
export interface ReplayedPlan {
  readonly judged: number
  readonly notJudged: number
  /** Judged sign-ins that may be blocked, though it is not said of them. */
  readonly perhapsBlocked: number
  readonly effects: readonly EffectGroup[]
}

/** The answer, or why the logs could not be read. */
export type ReplayAnswer = { readonly ok: true; readonly value: ReplayedLogs } | ({ readonly ok: false } & LogsProblem)

const refusal = (problem: LogsProblem): ReplayAnswer => ({ ok: false, ...problem })

function ofDiagnostics([first]: readonly Diagnostic[]): ReplayAnswer {
  return refusal(
    first === undefined ? { message: 'the logs cannot be read' } : { message: messageOf(first), help: helpOf(first) },
  )
}

const planOf = ({ judged, notJudged, perhapsBlocked, effects }: ReplayedPlan): ReplayedPlan => ({
  judged,
  notJudged,
  perhapsBlocked,
  effects,
})

async function answered(
  source: ShapeSource,
  today: ClassifiedPeople,
  plan: ClassifiedPeople | undefined,
  at: number | undefined,
): Promise<ReplayedLogs> {
  const sides = plan === undefined ? [today] : [today, plan]
  const outside = outsideAddressFor(sides.map(({ population }) => population.tenant))
  const staged = stageToday(today, source, outside)
  const calibration = calibrateShapes(staged)
  const [everyone]: readonly CountedPeople[] = await source.countPeople([source.shapes.map(({ index }) => index)])
  const judged =
    plan === undefined
      ? undefined
      : await judgeShapes(staged, { people: plan, ...(at === undefined ? {} : { at }) }, source, outside)
  return {
    signIns: source.shapes.reduce((sum, { signIns }) => sum + signIns, 0),
    people: everyone?.people ?? 0,
    broken: source.broken,
    calibration,
    explained: explainedPart(calibration.total),
    ...(judged === undefined ? {} : { plan: planOf(judged) }),
  }
}

async function inEngine(
  engine: OpenEngine,
  paths: readonly string[],
  [today, plan]: readonly [ClassifiedPeople, ClassifiedPeople | undefined],
  { at, reader }: { readonly at: number | undefined; readonly reader: SourceReader },
): Promise<ReplayAnswer> {
  const read = await logsToRead(paths, reader, (files) => describeParquet(engine, files))
  if (!read.ok) return read.unreadable === undefined ? refusal(read.problem) : ofDiagnostics(read.unreadable)
  const { files } = read
  try {
    const source = await reduceLogs(engine, files, plan === undefined ? [today] : [today, plan], reader)
    return { ok: true, value: await answered(source, today, plan, at) }
  } catch (thrown) {
    const found = problemInLogs(thrown, files)
    if (found === undefined) throw thrown
    return refusal(found)
  }
}

/**
 * Plays the sign-ins of logs: how many of them the tenant explains, and with a plan or a date, for whom what changes.
 * `paths` are files, folders or patterns; the logs are read in place by the package `@duckdb/node-api`, and nothing is
 * sent anywhere. Never throws for what a log contains.
 */
export async function replayLogs(
  tenant: Tenant,
  paths: readonly string[],
  reader: SourceReader,
  { plan, at }: ReplayQuestion = {},
): Promise<ReplayAnswer> {
  if (reader.inPlace === undefined) return refusal({ message: 'logs are read from a disk' })
  const today = classifyPeople(tenant, reader)
  if (!today.ok) return ofDiagnostics(today.diagnostics)
  const planned = plan ?? (at === undefined ? undefined : tenant)
  const later = planned === undefined ? undefined : classifyPeople(planned, reader)
  if (later?.ok === false) return ofDiagnostics(later.diagnostics)
  const engine = await openEngine(undefined)
  if (engine === undefined) return refusal(engineMissing)
  try {
    return await inEngine(engine, paths, [today.value, later?.value], { at, reader })
  } finally {
    engine.close()
  }
}
