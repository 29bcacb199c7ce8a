import type { Calibration, CountedWord, DisagreementKind, Witness } from '../../replay/calibrate/calibrate.ts'
import type { Count, NamedTally, Tally } from '../../replay/calibrate/tally.ts'
import type { BrokenFile, CountedPeople, LeftOut } from '../../replay/engine/shape-source.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { renderAligned } from '../tables/aligned-table.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { indentedLine } from './change-words.ts'
import { peopleWords, type ReplayedPlan, replayedPlanLines, replayedPlanMarkdown } from './replayed-plan-report.ts'

/** The amount of log data that was read. */
export interface ReadLogs {
  readonly files: number
  /** The table of an engine, if there are no files. */
  readonly table?: string
  readonly signIns: number
  readonly people: number
  /** Set if shapes may share people: the number is then between `people` and this. */
  readonly mostPeople?: number
  readonly shapes: number
  readonly first?: number
  readonly last?: number
  readonly broken: readonly BrokenFile[]
  /** Records of servers that are no requests of people, by reason. */
  readonly leftOut?: readonly LeftOut[]
  /** Records that are copies of other ones, as where files overlap. */
  readonly copies?: number
  /** People whom servers name as an account of a Windows domain, and who may be counted by another name as well. */
  readonly accountNames?: number
}

/** A disagreement with the number of people that it affects. */
export interface CountedDisagreement extends DisagreementKind, CountedPeople {}

/** How well a tenant explains a log, for every format. */
export interface ReplayReport {
  readonly tenant: string
  readonly file: string
  readonly logs: ReadLogs
  readonly calibration: Omit<Calibration, 'disagreements'> & { readonly disagreements: readonly CountedDisagreement[] }
  /** The share of comparable sign-ins that the tenant explains. */
  readonly explained: number
  readonly plan?: ReplayedPlan
}

const lineOf = (text: string): string => `${text}\n`

/** A share as a percentage that is never rounded up to 100. */
export function percent(part: number): string {
  return `${(Math.floor(part * 10_000) / 100).toFixed(2).replace(/\.?0+$/, '')} %`
}

const both = ({ shapes, signIns }: Count): string => (shapes === 0 ? '-' : `${signIns} (${shapes})`)

function tallyTable(heading: string, all: readonly NamedTally[]): string {
  if (all.length === 0) return ''
  const rows = all.map(({ name, agrees, disagrees, undetermined, notComparable }) => [
    name,
    both(agrees),
    both(disagrees),
    both(undetermined),
    both(notComparable),
  ])
  const headings = [heading, 'agree', 'disagree', 'undetermined', 'not comparable']
  return `\n${renderAligned({ headings, rows })}`
}

const about = ({
  about: what,
  policy,
  application,
}: CountedDisagreement & { readonly application?: string }): string =>
  what === 'policy' ? `policy "${policy}"` : (application ?? what.replace('-', ' '))

function witnessLine({ id, at, client, application }: Witness): string {
  const named = id === '' ? 'a sign-in' : `sign-in ${id}`
  return `such as ${named}, ${formatInstant(at)}: ${application} with ${client}`
}

/** A disagreement in words: what it is about, then how often, an example, and what would explain it. */
export function disagreementWords(one: CountedDisagreement): readonly string[] {
  const { recorded, predicted, reason, signIns, people, most, shapes, witness, explanations } = one
  const why = reason === undefined || reason === 'notSet' || reason === '' ? '' : ` (condition ${reason})`
  return [
    `${about(one)}: the log says ${recorded}, the model says ${predicted}${why}`,
    `${counted(signIns, 'sign-in')} of ${peopleWords(people, most)} in ${counted(shapes.length, 'shape')}`,
    witnessLine(witness),
    ...(explanations.length === 0
      ? ['no single change to the tenant file that was tried explains it']
      : explanations.map((words) => `explained if ${words}`)),
  ]
}

function disagreementLines(one: CountedDisagreement, paint: ReportPaint): readonly string[] {
  const [title = '', ...lines] = disagreementWords(one)
  return ['', paint.bad(indentedLine(title)), ...lines.map((line) => indentedLine(`  ${line}`))]
}

function wordTable(heading: string, words: readonly CountedWord[]): string {
  if (words.length === 0) return ''
  const rows = words.map(({ name, signIns, shapes }) => [name, `${signIns}`, `${shapes}`])
  return `\n${renderAligned({ headings: [heading, 'sign-ins', 'shapes'], rows })}`
}

/** The place of the first one as editors and terminals open it, and the lines of those that were located. */
function brokenWords({ file, count, lines }: BrokenFile): string {
  const [first, ...others] = lines
  const where = first === undefined ? file : `${file}:${first}`
  const also = others.length === 0 ? '' : `, also in line ${others.join(', ')}`
  const more = first === undefined || count <= lines.length ? '' : `, and ${count - lines.length} more`
  return `${where}: ${counted(count, 'record')} could not be read${also}${more}`
}

/** The amount of log data that was read, in lines. */
export function readLines({
  files,
  table,
  signIns,
  people,
  mostPeople,
  shapes,
  first,
  last,
  broken,
  leftOut = [],
  copies = 0,
  accountNames = 0,
}: ReadLogs): readonly string[] {
  const span = first === undefined || last === undefined ? '' : `, ${formatInstant(first)} to ${formatInstant(last)}`
  const where = table === undefined ? counted(files, 'file') : `the table ${table}`
  return [
    indentedLine(
      `${counted(signIns, 'sign-in')} of ${peopleWords(people, mostPeople)} in ${where}${span}: ${counted(shapes, 'shape')}`,
    ),
    ...broken.map((one) => indentedLine(brokenWords(one))),
    ...leftOut.map(({ reason, count }) => `left out: ${reason} (${count})`),
    ...(copies === 0 ? [] : [`left out: ${copies === 1 ? 'copy of a sign-in' : 'copies of sign-ins'} (${copies})`]),
    ...(accountNames === 0
      ? []
      : [`named as DOMAIN\\user, perhaps counted by another name as well: ${peopleWords(accountNames, undefined)}`]),
  ]
}

/** Whether the log has a sign-in to compare: of none there is no share. */
const isComparable = ({ agrees, disagrees, undetermined }: Tally): boolean =>
  agrees.signIns + disagrees.signIns + undetermined.signIns > 0

/** How much of a log a tenant explains, as a sentence. */
export const explainedWords = (total: Tally, explained: number): string =>
  isComparable(total)
    ? `${percent(explained)} of the comparable sign-ins are explained`
    : 'no sign-in of the log can be compared with the tenant file'

/** How well a tenant explains a log, for a terminal. */
export function renderReplayText(report: ReplayReport, paint: ReportPaint = plainReport): string {
  const { calibration, explained } = report
  const { total, byPolicy, byApplication, byClient, disagreements, missing, unmapped, servers } = calibration
  return [
    lineOf(indentedLine(`${report.tenant} (${report.file})`)),
    ...readLines(report.logs).map(lineOf),
    '\n',
    lineOf(paint.strong(explainedWords(total, explained))),
    tallyTable('sign-ins (shapes)', [total]),
    tallyTable('policy', byPolicy),
    tallyTable('application', byApplication),
    tallyTable('client', byClient),
    ...disagreements.flatMap((one) => disagreementLines(one, paint)).map(lineOf),
    wordTable('missing fact', missing),
    wordTable('word of no table', unmapped),
    wordTable('log of a server, not compared', servers),
    ...(report.plan === undefined ? [] : replayedPlanLines(report.plan, paint)).map(lineOf),
  ].join('')
}

const tallyRows = (part: string, all: readonly NamedTally[]): readonly (readonly string[])[] =>
  all.map(({ name, agrees, disagrees, undetermined, notComparable }) =>
    [part, name, both(agrees), both(disagrees), both(undetermined), both(notComparable)].map(markdownText),
  )

function disagreementRow(one: CountedDisagreement): readonly string[] {
  const { recorded, predicted, signIns, people, witness, explanations } = one
  return [about(one), recorded, predicted, `${signIns}`, `${people}`, witness.id, explanations.join('; ')].map(
    markdownText,
  )
}

function wordsMarkdown(what: string, words: readonly CountedWord[]): readonly string[] {
  if (words.length === 0) return []
  const rows = words.map(({ name, signIns, shapes }) => [name, `${signIns}`, `${shapes}`].map(markdownText))
  return ['', ...markdownTable([what, 'sign-ins', 'shapes'], rows)]
}

const disagreementHeadings = ['about', 'the log', 'the model', 'sign-ins', 'people', 'such as', 'explained if']

/** The same as Markdown. */
export function renderReplayMarkdown(report: ReplayReport): string {
  const { calibration, explained, plan } = report
  const { total, byPolicy, byApplication, byClient, disagreements, missing, unmapped, servers } = calibration
  const rows = [
    ...tallyRows('all', [total]),
    ...tallyRows('policy', byPolicy),
    ...tallyRows('application', byApplication),
    ...tallyRows('client', byClient),
  ]
  const lines = [
    '# Replay of sign-in logs',
    '',
    ...readLines(report.logs).map((line) => `${markdownText(line)}  `),
    '',
    isComparable(total)
      ? `**${percent(explained)}** of the comparable sign-ins are explained by ${markdownText(report.tenant)}.`
      : `No sign-in of the log can be compared with ${markdownText(report.tenant)}.`,
    '',
    ...markdownTable(['part', 'name', 'agree', 'disagree', 'undetermined', 'not comparable'], rows),
    '',
    ...(disagreements.length === 0
      ? ['The log and the model do not disagree.']
      : markdownTable(disagreementHeadings, disagreements.map(disagreementRow))),
    ...wordsMarkdown('missing fact', missing),
    ...wordsMarkdown('word of no table', unmapped),
    ...wordsMarkdown('log of a server, not compared', servers),
    ...(plan === undefined ? [] : ['', ...replayedPlanMarkdown(plan)]),
  ]
  return lines.map(lineOf).join('')
}
