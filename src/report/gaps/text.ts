import type { Finding, GapSeverity, Gaps } from '../../analysis/gaps/result.ts'
import type { ReportPaint } from '../tables/report-paint.ts'
import { singleLine } from '../tables/single-line.ts'
import { gapSentence, gapTitles, gapWhere, reasonWords, replayCommand } from './wording.ts'

/** Findings as a text says them: alike except for the users they are one. */
interface Told {
  readonly finding: Finding
  readonly where: readonly string[]
}

const placeOf = ({ origin }: Finding): string => singleLine(`${origin.file}:${origin.line}:${origin.column}`)

function told(findings: readonly Finding[]): readonly Told[] {
  const groups = new Map<string, { finding: Finding; where: string[] }>()
  for (const finding of findings) {
    const key = [finding.severity, finding.kind, gapSentence(finding), JSON.stringify(finding.because)].join('\u0000')
    const group = groups.get(key) ?? { finding, where: [] }
    groups.set(key, group)
    group.where.push(`${placeOf(finding)}  ${singleLine(gapWhere(finding))}`)
  }
  return [...groups.values()]
}

const painted = (severity: GapSeverity, paint: ReportPaint) =>
  severity === 'error' ? paint.bad : severity === 'warning' ? paint.open : paint.faint

const mostPlaces = 12

function block({ finding, where }: Told, paint: ReportPaint): readonly string[] {
  const { severity, kind } = finding
  const reasons = finding.because.map((because) => {
    const { id, says, page } = reasonWords(because)
    return `  because: ${id === undefined ? '' : `${paint.rule(id)} `}${singleLine(says)}${page === undefined ? '' : `\n    ${paint.faint(page)}`}`
  })
  const more = where.length > mostPlaces ? [`  ... and ${where.length - mostPlaces} more`] : []
  return [
    `${painted(severity, paint)(severity)}[${kind}]: ${paint.strong(gapTitles[kind])}: ${singleLine(gapSentence(finding))}`,
    ...where.slice(0, mostPlaces).map((line) => `  ${line}`),
    ...more,
    ...reasons,
    `  replay: ${singleLine(replayCommand(finding, finding.origin.file))}`,
  ]
}

/** The findings for a terminal, the gravest first. */
export function renderGapsText({ findings }: Gaps, paint: ReportPaint): string {
  return told(findings)
    .map((one) => `${block(one, paint).join('\n')}\n`)
    .join('\n')
}
