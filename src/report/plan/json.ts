import type { PersonaDetails } from '../../plan/persona-result.ts'
import type {
  AgainstStart,
  ClaimOutcome,
  PlanFinding,
  PlanResult,
  StageSummary,
  UndoOutcome,
} from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Json, JsonObject } from '../json/json-value.ts'
import { changeJson, differenceJson } from '../text/diff-report.ts'
import { dayOneJson } from './day-one.ts'
import { outcomeWords } from './outcome-words.ts'
import { claimWords } from './words.ts'

/** A field with nothing to say is left out. */
const present = (fields: Readonly<Record<string, Json | undefined>>): JsonObject =>
  // What is left has a value.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject

const day = (at: number | undefined): string | undefined => (at === undefined ? undefined : formatInstant(at))

const stageJson = ({ index, name, date, when, owner, cohorts, watch, changes }: StageSummary): JsonObject =>
  present({
    stage: index,
    name,
    date: day(date),
    when,
    owner,
    cohorts: [...cohorts],
    watch: [...watch],
    changes: changes.map(differenceJson),
  })

const claimJson = ({ claim, answer, stage, at, witness }: ClaimOutcome): JsonObject =>
  present({ claim, says: claimWords[claim], answer, stage, at: day(at), witness })

const findingJson = ({ kind, stage, at, by, users, cohorts, because, changes }: PlanFinding): JsonObject => ({
  kind,
  stage,
  at: formatInstant(at),
  by,
  users,
  cohorts: cohorts.map((one) => ({ ...one })),
  because: because.map(differenceJson),
  changes: changes.map(changeJson),
})

/** Every sign-in is in the findings of the stage that brought it. */
const againstStartJson = ({ kind, stage, at, users, cohorts, changes }: AgainstStart): JsonObject => ({
  kind,
  stage,
  at: formatInstant(at),
  users,
  cohorts: cohorts.map((one) => ({ ...one })),
  signIns: changes.length,
  example: changeJson(changes[0]),
})

const undoJson = ({ at, changes, mustAct, ...rest }: UndoOutcome): JsonObject =>
  present({ ...rest, at: day(at), changes: changes.map(changeJson), mustAct: mustAct.map(changeJson) })

/** What each cohort presents at each point: `cells` has one entry for each of `points`. */
const matrixJson = ({ matrix: { points, rows } }: PersonaDetails): JsonObject => ({
  points: points.map(({ stage, at }) => ({ stage, at: formatInstant(at) })),
  rows: rows.map(({ persona, client, purpose, network, cells }) =>
    present({
      cohort: persona,
      client,
      purpose,
      network,
      cells: cells.map((outcomes) =>
        outcomes.map(({ users, reading, policiesOfFirst }) => ({
          users,
          verdict: reading?.verdict.kind ?? 'none',
          outcome: outcomeWords(reading, policiesOfFirst),
        })),
      ),
    }),
  ),
})

/** The contract of `plan --format json`. */
export function planJson(result: PlanResult): JsonObject {
  const { plan, file, start, tenant, from, until, users, cohorts, exceptions, points, dates } = result
  return {
    formatVersion: 1,
    plan,
    file,
    start,
    tenant,
    from: formatInstant(from),
    until: formatInstant(until),
    users,
    cohorts: cohorts.map((one) => ({ ...one })),
    claims: result.claims.map(claimJson),
    stages: result.stages.map(stageJson),
    exceptions: exceptions.map((one) => ({ ...one, expires: formatInstant(one.expires) })),
    gates: result.gates.map(({ stage, moment, at, claim, answer, witness }) =>
      present({ stage, moment, at: formatInstant(at), claim, answer, witness }),
    ),
    findings: result.findings.map(findingJson),
    againstStart: result.againstStart.map(againstStartJson),
    undo: result.undo.map(undoJson),
    points: points.map((one) => ({ ...one, at: formatInstant(one.at), exceptions: [...one.exceptions] })),
    ...(result.dayOne === undefined ? {} : { dayOne: dayOneJson(result.dayOne) }),
    ...(result.details === undefined ? {} : { matrix: matrixJson(result.details) }),
    dates: dates.map(differenceJson),
  }
}
