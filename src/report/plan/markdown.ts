import type { PlanFinding, PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { againstStartLine } from './against-start.ts'
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

const mostChanges = 8

function findingMarkdown({ kind, at, by, because, changes, ...people }: PlanFinding): readonly string[] {
  const when = by === 'time' ? `, ${formatInstant(at)}` : ''
  const causes = because.map(causeWithPlace)
  return [
    `- **${kind}**: ${markdownText(`${findingPeople(people)}: ${kindWords[kind]}${when}`)}; because of ${markdownText(causes.join('; '))}`,
    ...changeLines(changes, mostChanges).map((line) => `  - ${markdownText(line)}`),
  ]
}

function stageMarkdown(result: PlanResult, index: number): readonly string[] {
  const stage = result.stages[index]
  if (stage === undefined) return []
  const findings = result.findings.filter((one) => one.stage === index)
  const undo = result.undo.find((one) => one.stage === index)
  const gates = result.gates.filter((one) => one.stage === index)
  const against = againstStartLine(result, index)
  return [
    '',
    `## ${index === 0 ? 'Start' : `${index}. ${markdownText(stage.name)}`}`,
    '',
    markdownText(`${stageTime(stage)}${stage.owner === undefined ? '' : `, ${stage.owner}`}`),
    '',
    ...gates.map(
      ({ moment, claim, answer, witness }) =>
        `- gate ${moment}: ${answerWords[answer]}: ${markdownText(`${claim}${witness === undefined ? '' : `: ${witness}`}`)}`,
    ),
    ...(findings.length === 0 ? ['- no sign-in changes'] : findings.flatMap(findingMarkdown)),
    ...(against === undefined ? [] : [`- ${markdownText(against)}`]),
    ...(undo === undefined ? [] : [`- ${markdownText(undoWords(undo))}`]),
  ]
}

/** A plan that was played, for a pull request. */
export function renderPlanMarkdown(result: PlanResult): string {
  const { plan, tenant, from, until, stages, points, users } = result
  const failed = result.claims.filter(({ answer }) => answer !== 'holds').length
  const lines = [
    `# ${markdownText(plan)}`,
    '',
    markdownText(
      `${tenant}, ${formatInstant(from)} to ${formatInstant(until)}: ${counted(stages.length - 1, 'stage')}, ${counted(points.length, 'state')}, ${counted(users, 'user')}. ${failed === 0 ? 'Every claim holds.' : `${counted(failed, 'claim')} of ${result.claims.length} ${failed === 1 ? 'does' : 'do'} not hold.`}`,
    ),
    '',
    ...markdownTable(
      ['claim', 'answer', 'first at'],
      result.claims.map((one) =>
        [claimWords[one.claim], answerWords[one.answer], claimPlace(result, one)].map(markdownText),
      ),
    ),
    ...stages.flatMap(({ index }) => stageMarkdown(result, index)),
  ]
  return `${lines.join('\n')}\n`
}
