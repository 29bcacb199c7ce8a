import type { Change } from '../../analysis/population/results.ts'
import type { DayOne } from '../../plan/day-one-result.ts'
import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { PlanFinding, PlanResult } from '../../plan/result.ts'
import { type Block, list, paragraph } from '../text/blocks.ts'
import { purposeName } from '../text/change-words.ts'
import { capital } from '../wording/phrasing.ts'
import { personWords } from './day-one.ts'
import { answerWords, changeLines, findingPeople, kindWords, undoWords } from './words.ts'

const grave: ReadonlySet<FindingKind> = new Set([
  'stranded',
  'opened',
  'weakened',
  'perhaps-stranded',
  'perhaps-opened',
])

/** Why a stage should not begin as it is planned: who is stranded, what is opened, which gate fails, who cannot move. */
export function stopsOf(result: PlanResult, stage: number): readonly string[] {
  const { findings, gates, dayOne } = result
  return [
    ...findings
      .filter((one) => one.stage === stage && grave.has(one.kind))
      .map((one) => `${findingPeople(one)}: ${kindWords[one.kind]}: ${exampleOf(result, one)}`),
    ...gates
      .filter((one) => one.stage === stage && one.answer !== 'holds')
      .map(({ moment, claim, answer }) => `gate ${moment} the stage: ${claim}: ${answerWords[answer]}`),
    ...(dayOne?.stage === stage ? failingPeople(dayOne) : []),
  ]
}

/** Whom day one leaves without access, or perhaps. */
function failingPeople({ people }: DayOne): readonly string[] {
  const failing = people.filter(({ answer }) => answer === 'stranded' || answer === 'open')
  const [first] = failing
  if (first === undefined) return []
  const more = failing.length === 1 ? '' : `, and ${failing.length - 1} more below`
  return [`day one of the merge: ${personWords(first)}${more}`]
}

/** Whom a finding is of, and with what. */
function exampleOf({ clientNames }: PlanResult, { changes: [first, ...others] }: PlanFinding): string {
  const { client, network, purpose, users } = first
  const more = others.length === 0 ? '' : ', and more below'
  return `${users.representative}, ${clientNames[client] ?? client}, ${purposeName(purpose)}, from ${network}${more}`
}

/** The sign-ins of some changes, each client by the name that it shows. */
export function namedChangeLines({ clientNames }: PlanResult, changes: readonly Change[]): readonly string[] {
  return changeLines(
    changes.map((change) => ({ ...change, client: clientNames[change.client] ?? change.client })),
    8,
  )
}

/** How a stage is undone, and for whom that has a cost. */
export function undoBlocks(result: PlanResult, stage: number): readonly Block[] {
  const outcome = result.undo.find((one) => one.stage === stage)
  if (outcome === undefined) return []
  const { changes, mustAct } = outcome
  return [
    paragraph(`${capital(undoWords(outcome))}.`),
    ...(changes.length === 0
      ? []
      : [paragraph('Undoing it would strand:'), list(namedChangeLines(result, changes), '')]),
    ...(mustAct.length === 0
      ? []
      : [
          paragraph('After it is undone, compared with before the stage:'),
          list(namedChangeLines(result, mustAct), ''),
        ]),
  ]
}
