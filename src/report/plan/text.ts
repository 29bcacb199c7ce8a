import type { GateOutcome, PlanFinding, PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { indentedLine } from '../text/change-words.ts'
import { againstStartLine } from './against-start.ts'
import { dayOneHead, dayOneLines } from './day-one.ts'
import {
  answerWords,
  causeWithPlace,
  changeLines,
  claimPlace,
  claimWords,
  findingPeople,
  kindWords,
  stageTime,
  undoWords,
} from './words.ts'

const mostChanges = 6

function claimLines(result: PlanResult, paint: ReportPaint): readonly string[] {
  const width = Math.max(...Object.values(answerWords).map((word) => word.length))
  return result.claims.map((one) => {
    const place = claimPlace(result, one)
    const color = one.answer === 'holds' ? paint.good : one.answer === 'refuted' ? paint.bad : paint.open
    const answer = color(answerWords[one.answer].padEnd(width))
    return `  ${answer}  ${indentedLine(`${claimWords[one.claim]}${place === '' ? '' : `: ${place}`}`)}`
  })
}

function findingLines(
  { kind, at, by, because, changes, ...people }: PlanFinding,
  paint: ReportPaint,
): readonly string[] {
  const color =
    kind === 'stranded' || kind === 'opened' ? paint.bad : kind === 'asked-otherwise' ? paint.faint : paint.open
  const when = by === 'time' ? `, ${formatInstant(at)}` : ''
  return [
    `  ${color(kind)}  ${indentedLine(`${findingPeople(people)}: ${kindWords[kind]}${when}`)}`,
    ...because.map((one) => indentedLine(`    because of ${causeWithPlace(one)}`)),
    ...changeLines(changes, mostChanges).map((line) => indentedLine(`      ${line}`)),
  ]
}

function gateLine({ moment, claim, answer, witness }: GateOutcome): string {
  return indentedLine(
    `  gate ${moment}: ${answerWords[answer]}: ${claim}${witness === undefined ? '' : `: ${witness}`}`,
  )
}

function stageLines(result: PlanResult, index: number, paint: ReportPaint): readonly string[] {
  const stage = result.stages[index]
  const findings = result.findings.filter((one) => one.stage === index)
  const undo = result.undo.find((one) => one.stage === index)
  if (stage === undefined) return []
  const against = againstStartLine(result, index)
  const name = index === 0 ? 'Start' : `Stage ${index}, ${stage.name}`
  const owner = stage.owner === undefined ? '' : `, ${stage.owner}`
  return [
    '',
    paint.strong(indentedLine(`${name} (${stageTime(stage)}${owner})`)),
    ...result.gates.filter((one) => one.stage === index).map(gateLine),
    ...(findings.length === 0 ? ['  no sign-in changes'] : findings.flatMap((one) => findingLines(one, paint))),
    ...(against === undefined ? [] : [indentedLine(`  ${against}`)]),
    ...(undo === undefined
      ? []
      : [
          indentedLine(`  ${undoWords(undo)}`),
          ...changeLines(undo.changes, 3).map((line) => indentedLine(`      ${line}`)),
        ]),
  ]
}

/** A plan that was played, stage by stage, for a terminal. */
export function renderPlanText(result: PlanResult, paint: ReportPaint = plainReport): string {
  const { plan, tenant, start, from, until, stages, points, users, cohorts, dayOne } = result
  const groups = cohorts.length === 0 ? '' : ` in ${counted(cohorts.length, 'cohort')}`
  const lines = [
    paint.strong(indentedLine(plan)),
    indentedLine(`  from ${tenant} (${start}), ${formatInstant(from)} to ${formatInstant(until)}`),
    `  ${counted(stages.length - 1, 'stage')}, ${counted(points.length, 'state')}, ${counted(users, 'user')}${groups}`,
    '',
    ...claimLines(result, paint),
    ...stages.flatMap(({ index }) => stageLines(result, index, paint)),
    ...(dayOne === undefined
      ? []
      : [
          '',
          paint.strong(indentedLine(dayOneHead(result, dayOne))),
          ...dayOneLines(dayOne).map((line) => indentedLine(`  ${line}`)),
        ]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
