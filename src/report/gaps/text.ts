import type { Finding, GapSeverity, Gaps } from '../../analysis/gaps/result.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { ReportPaint } from '../tables/report-paint.ts'
import { singleLine } from '../tables/single-line.ts'
import { purposeWords } from '../wording/nouns.ts'
import { listed } from '../wording/phrasing.ts'
import { gapSentence, gapTitles, reasonWords, replayCommand, summaryLine, whoWords } from './wording.ts'

const painted = (severity: GapSeverity, paint: ReportPaint) =>
  severity === 'error' ? paint.bad : severity === 'warning' ? paint.open : paint.faint

const mostPlaces = 12

/** Replaces lines beyond the maximum with a count. */
function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - mostPlaces
  return more > 0 ? [...lines.slice(0, mostPlaces), `... and ${more} more`] : lines
}

/** The causing locations: the first one in full, others in the same file by line. */
function placesOf({ origin, origins }: Finding): readonly string[] {
  const lines = origins.map(({ file, line, column }, index) =>
    index > 0 && file === origin.file ? `line ${line}` : `${file}:${line}:${column}`,
  )
  return [shortened(lines).join(', ')]
}

/** Who is affected with which client: one line if all users are affected with all clients, otherwise one per part. */
const whoLines = ({ parts }: Finding): readonly string[] =>
  shortened(parts.map(({ people, clients }) => `${whoWords(people)}: with ${clients.join(', ')}`))

function block(finding: Finding, paint: ReportPaint): readonly string[] {
  const { severity, kind, purposes, networks, witness } = finding
  const reasons = finding.because.map((because) => {
    const { id, says, page } = reasonWords(because)
    return `  because: ${id === undefined ? '' : `${paint.rule(id)} `}${singleLine(says)}${page === undefined ? '' : `\n    ${paint.faint(page)}`}`
  })
  const tried = witness.presents === undefined ? '' : `, presenting ${witness.presents}`
  const to = purposes.map((purpose) => purposeWords[purpose]).join(', ')
  return [
    `${painted(severity, paint)(severity)}[${kind}]: ${paint.strong(gapTitles[kind])}: ${singleLine(gapSentence(finding))}`,
    ...placesOf(finding).map((line) => `  at: ${singleLine(line)}`),
    ...whoLines(finding).map((line) => `  who: ${singleLine(line)}`),
    `  to: ${singleLine(`${to}, from ${networks.join(', ')}${tried}`)}`,
    ...reasons,
    `  replay: ${singleLine(replayCommand(finding, finding.origin.file))}`,
  ]
}

/** The findings for a terminal: one line per kind, then each finding, most severe first. */
export function renderGapsText({ summary, findings }: Gaps, paint: ReportPaint): string {
  const blocks = findings.map((finding) => `${block(finding, paint).join('\n')}\n`)
  if (blocks.length === 0) return ''
  const head = summary.map((one) => `${paint.strong(singleLine(summaryLine(one)))}\n`).join('')
  return [head, ...blocks].join('\n')
}

const worstFirst = ['error', 'warning', 'note'] as const satisfies readonly GapSeverity[]

/** Up to this number a summary lists every finding; above it, one per kind. */
const mostListed = 8

/** The findings in numbers: the most severe kinds first, with description, users and cause. */
export function renderGapsSummary({ file, summary, findings }: Gaps, paint: ReportPaint): string {
  if (findings.length === 0) return ''
  const each = findings.length > mostListed ? 1 : mostListed
  const blocks = summary.map((one) => {
    const ofKind = findings.filter(({ kind }) => kind === one.kind)
    const [worst] = ofKind
    const severity = worst === undefined ? '' : painted(worst.severity, paint)(worst.severity)
    const more = ofKind.length - each
    return [
      `${severity} ${paint.strong(singleLine(summaryLine(one)))}`,
      ...ofKind.slice(0, each).flatMap((finding) => shortBlock(finding, file, paint)),
      ...(more > 0 ? [`  ... and ${more} more`] : []),
    ]
  })
  const counts = worstFirst.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [counted(count, severity)]
  })
  const head = `${counted(findings.length, 'finding')}: ${counts.join(', ')}`
  return [[head], ...blocks].map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function shortBlock(finding: Finding, file: string, paint: ReportPaint): readonly string[] {
  const { people, clients, origin } = finding
  const place = origin.file === file ? `line ${origin.line}` : `${origin.file}:${origin.line}`
  const tools =
    clients.length === 0 ? '' : `, with ${clients.length > 3 ? counted(clients.length, 'client') : listed(clients)}`
  return [
    `  ${singleLine(gapSentence(finding))}`,
    paint.faint(`    ${singleLine(`${whoWords(people, 2)}${tools} (${place})`)}`),
  ]
}
