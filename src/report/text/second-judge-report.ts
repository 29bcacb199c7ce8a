import type { AnswerDisagreement, PolicyStatus, SecondJudgement } from '../../analysis/what-if/second-judge.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { ConditionResult } from '../../vocabulary/policies.ts'
import { formatVersion } from '../json/json.ts'
import type { JsonObject } from '../json/json-value.ts'
import { type Grid, renderAligned } from '../tables/aligned-table.ts'
import { csvText } from '../tables/csv.ts'
import { singleLine } from '../tables/single-line.ts'
import { type Block, blocksHtml, blocksMarkdown, heading, list } from './blocks.ts'
import { conditionWords } from './policy-grid.ts'

/** A judgement, and of what. */
export interface SecondJudgeReport {
  readonly tenant: string
  readonly file: string
  readonly folder: string
  readonly judgement: SecondJudgement
}

const saidWords = ({ applies, reasons }: PolicyStatus): string =>
  applies ? 'applies' : `does not apply${reasons.length === 0 ? '' : ` (${reasons.join(', ')})`}`

const findings: Readonly<Record<ConditionResult, string>> = {
  hit: 'met',
  miss: 'not met',
  may: 'open',
  'not-configured': 'not configured',
}

const decidingWords = ({ condition, finding }: AnswerDisagreement): string =>
  condition === undefined ? '' : `${conditionWords[condition]}: ${findings[finding ?? 'not-configured']}`

/** One row for everything that is not agreement. */
function rowsOf({ disagreements, undetermined, oneSided, notAnswered }: SecondJudgement): Grid {
  return {
    headings: ['result', 'request', 'policy', 'authplan', 'tenant', 'condition in authplan'],
    rows: [
      ...disagreements.map((one) => [
        'disagrees',
        one.file,
        one.policy,
        saidWords(one.authplan),
        saidWords(one.tenant),
        decidingWords(one),
      ]),
      ...undetermined.map(({ file, policy, missing }) => ['undetermined', file, policy, missing.join(', '), '', '']),
      ...oneSided.map(({ policy, side, answers }) => [
        side === 'tenant' ? 'only in the answers' : 'only in the file',
        counted(answers, 'request'),
        policy,
        '',
        '',
        '',
      ]),
      ...notAnswered.map((file) => ['not answered', file, '', '', '', '']),
    ],
  }
}

function summaryOf({ requests, notAnswered, compared, agree, ...all }: SecondJudgement): readonly string[] {
  return [
    `${counted(requests, 'request')}, ${requests - notAnswered.length} answered`,
    `${counted(compared, 'policy answer')} compared: ${agree} agree, ${all.disagreements.length} disagree, ${all.undetermined.length} undetermined`,
    ...all.unknownWords.map(({ word, count }) => `unknown reason ${singleLine(word)}: ${counted(count, 'time')}`),
  ]
}

/** The comparison as text. */
export function renderSecondJudgeText({ tenant, file, judgement }: SecondJudgeReport): string {
  const grid = rowsOf(judgement)
  const head = [`${singleLine(tenant)} (${singleLine(file)})`, ...summaryOf(judgement)].map((line) => `${line}\n`)
  return `${head.join('')}${grid.rows.length === 0 ? '' : `\n${renderAligned(grid)}`}`
}

const title = 'Answers of the tenant'

function blocksOf({ tenant, file, judgement }: SecondJudgeReport): readonly Block[] {
  const { headings, rows } = rowsOf(judgement)
  return [
    heading(1, `${title}: ${tenant}`),
    list([`tenant file ${file}`, ...summaryOf(judgement)], ''),
    ...(rows.length === 0 ? [] : [{ kind: 'table', headings, rows } as const]),
  ]
}

/** The comparison as Markdown. */
export const renderSecondJudgeMarkdown = (report: SecondJudgeReport): string => blocksMarkdown(blocksOf(report))

/** The comparison as an HTML page without scripts. */
export const renderSecondJudgeHtml = (report: SecondJudgeReport): string => blocksHtml(title, blocksOf(report))

/** Everything that is not agreement, as CSV. */
export function secondJudgeCsv({ judgement }: SecondJudgeReport): string {
  const { headings, rows } = rowsOf(judgement)
  return csvText([headings, ...rows])
}

/** The comparison in the JSON contract. */
export function secondJudgeJson({ tenant, file, folder, judgement }: SecondJudgeReport): JsonObject {
  // A judgement is plain data throughout.
  return JSON.parse(JSON.stringify({ formatVersion, tenant, file, folder, ...judgement })) as JsonObject
}
