import type { FindingKind, PlanResult } from '../../plan/result.ts'
import { capital } from '../wording/phrasing.ts'
import { type Block, list, paragraph } from './blocks.ts'
import { answerWords, changeLines, findingPeople, kindWords, undoWords } from './words.ts'

const grave: ReadonlySet<FindingKind> = new Set([
  'stranded',
  'opened',
  'weakened',
  'perhaps-stranded',
  'perhaps-opened',
])

/** Why a stage should not begin as it is planned: who is stranded, what is opened, which gate fails. */
export function stopsOf({ findings, gates }: PlanResult, stage: number): readonly string[] {
  return [
    ...findings
      .filter((one) => one.stage === stage && grave.has(one.kind))
      .map((one) => `${findingPeople(one)}: ${kindWords[one.kind]}`),
    ...gates
      .filter((one) => one.stage === stage && one.answer !== 'holds')
      .map(({ moment, claim, answer }) => `gate ${moment} the stage: ${claim}: ${answerWords[answer]}`),
  ]
}

/** How a stage is undone, and for whom that has a cost. */
export function wayBackBlocks({ undo }: PlanResult, stage: number): readonly Block[] {
  const outcome = undo.find((one) => one.stage === stage)
  if (outcome === undefined) return []
  const { changes, mustAct } = outcome
  return [
    paragraph(`${capital(undoWords(outcome))}.`),
    ...(changes.length === 0 ? [] : [paragraph('Undoing it would strand:'), list(changeLines(changes, 8), '')]),
    ...(mustAct.length === 0
      ? []
      : [paragraph('After it is undone, compared with before the stage:'), list(changeLines(mustAct, 8), '')]),
  ]
}
