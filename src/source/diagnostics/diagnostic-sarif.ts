import { sources } from '../../vocabulary/citations.ts'
import { endPositionOf, positionOf, type SourceRange } from '../text/source-text.ts'
import { type Diagnostic, messageOf, severityOf } from './diagnostic.ts'
import { type DiagnosticCode, diagnosticCatalog, diagnosticCodes } from './diagnostic-catalog.ts'
import { relatedNotes } from './related-notes.ts'
import { diagnosticJson } from './render-diagnostic.ts'

/** The name of a source as a URI; relative if the name is. */
export function uriOf(name: string): string {
  const encoded = name.split('/').map(encodeSegment).join('/')
  if (/^[A-Za-z]:\//.test(name)) return `file:///${encoded}`
  return name.startsWith('/') ? `file://${encoded}` : encoded
}

function encodeSegment(segment: string): string {
  return /^[A-Za-z]:$/.test(segment) ? segment : encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '�'))
}

function locationOf(range: SourceRange) {
  const start = positionOf(range)
  const end = endPositionOf(range)
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
  return { physicalLocation: { artifactLocation: { uri: uriOf(range.source.name) }, region } }
}

function ruleOf(code: DiagnosticCode) {
  const { title, citation, severity } = diagnosticCatalog[code]
  return {
    id: code,
    shortDescription: { text: title },
    ...(citation === undefined ? {} : { helpUri: sources[citation].url }),
    defaultConfiguration: { level: severity },
  }
}

function resultOf(diagnostic: Diagnostic, used: readonly DiagnosticCode[]) {
  const related = diagnostic.related ?? []
  return {
    ruleId: diagnostic.code,
    ruleIndex: used.indexOf(diagnostic.code),
    level: severityOf(diagnostic.code),
    message: { text: `${messageOf(diagnostic)}. Help: ${diagnosticJson(diagnostic).help}.` },
    locations: [locationOf(diagnostic.at)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ at, note }, id) => ({
            id,
            message: { text: relatedNotes[note] },
            ...locationOf(at),
          })),
        }),
  }
}

/** A SARIF 2.1.0 log with one run; its rules are the codes that occur, in catalog order. */
export function sarifOf(diagnostics: readonly Diagnostic[], toolVersion: string) {
  const used = diagnosticCodes.filter((code) => diagnostics.some((diagnostic) => diagnostic.code === code))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'authplan', version: toolVersion, rules: used.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, used)),
      },
    ],
  }
}
