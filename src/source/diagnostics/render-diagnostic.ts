import { sources } from '../../vocabulary/citations.ts'
import { neutralize } from '../text/neutralize.ts'
import { type Paint, plainPaint } from '../text/paint.ts'
import { endPositionOf, positionOf, type SourceRange } from '../text/source-text.ts'
import { codeFrame } from './code-frame.ts'
import { type Diagnostic, helpOf, messageOf, severityOf } from './diagnostic.ts'
import { diagnosticCatalog } from './diagnostic-catalog.ts'
import { relatedNotes } from './related-notes.ts'

/** A diagnostic as plain data. */
export interface DiagnosticJson {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly help: string
  readonly rule?: string
}

function placeText(range: SourceRange): string {
  const { line, column } = positionOf(range)
  return `${neutralize(range.source.name)}:${line}:${column}`
}

function frameLines(diagnostic: Diagnostic, paint: Paint): readonly string[] {
  const frame = codeFrame(diagnostic.at)
  if (frame === undefined) return []
  const number = String(frame.line)
  const mark = severityOf(diagnostic.code) === 'error' ? paint.error : paint.warning
  const carets = frame.marks.trimStart()
  const indent = frame.marks.slice(0, frame.marks.length - carets.length)
  return [
    `  ${paint.gutter(`${number} |`)} ${frame.text}`.trimEnd(),
    `  ${paint.gutter(`${' '.repeat(number.length)} |`)} ${indent}${mark(carets)}`,
  ]
}

function citationLine(diagnostic: Diagnostic): readonly string[] {
  const { citation } = diagnosticCatalog[diagnostic.code]
  if (citation === undefined) return []
  const { title, url, read } = sources[citation]
  return [`  see: ${title}, ${url} (read ${read})`]
}

/** The diagnostic with its source line, for people; without a trailing line break. */
export function renderDiagnostic(diagnostic: Diagnostic, paint: Paint = plainPaint): string {
  const severity = severityOf(diagnostic.code)
  const label = (severity === 'error' ? paint.error : paint.warning)(`${severity}[${diagnostic.code}]`)
  return [
    `${paint.place(placeText(diagnostic.at))} ${label}: ${messageOf(diagnostic)}`,
    ...frameLines(diagnostic, paint),
    ...(diagnostic.related ?? []).map(({ at, note }) => `  note: ${relatedNotes[note]} ${placeText(at)}`),
    `  ${paint.help('help:')} ${helpOf(diagnostic)}`,
    ...citationLine(diagnostic),
  ].join('\n')
}

/** All diagnostics in the given order, separated by blank lines, with a trailing line break. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], paint: Paint = plainPaint): string {
  return diagnostics.length === 0 ? '' : `${diagnostics.map((one) => renderDiagnostic(one, paint)).join('\n\n')}\n`
}

/** One line, for editors and scripts. */
export function compactDiagnostic(diagnostic: Diagnostic): string {
  return `${placeText(diagnostic.at)}: ${severityOf(diagnostic.code)} ${diagnostic.code}: ${messageOf(diagnostic)}`
}

/** The diagnostic as plain data. */
export function diagnosticJson(diagnostic: Diagnostic): DiagnosticJson {
  const { line, column } = positionOf(diagnostic.at)
  const end = endPositionOf(diagnostic.at)
  const { rule } = diagnosticCatalog[diagnostic.code]
  return {
    code: diagnostic.code,
    severity: severityOf(diagnostic.code),
    file: diagnostic.at.source.name,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    message: messageOf(diagnostic),
    help: helpOf(diagnostic),
    ...(rule === undefined ? {} : { rule }),
  }
}
