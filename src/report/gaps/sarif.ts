import type { Because, Finding, Gaps } from '../../analysis/gaps/result.ts'
import { ruleById } from '../../rules/index.ts'
import { uriOf } from '../../source/diagnostics/diagnostic-sarif.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { JsonObject } from '../json/json-value.ts'
import { capital } from '../wording/phrasing.ts'
import type { AcceptedFinding } from './json.ts'
import { gapOrder, gapSentence, gapTitles, gapWhere, reasonWords } from './wording.ts'

/** The end of what starts at a location, if known. */
export type EndOf = (origin: Origin) => { readonly line: number; readonly column: number } | undefined

function locationOf(origin: Origin, endOf: EndOf): JsonObject {
  const { file, line, column } = origin
  const end = endOf(origin)
  const region = {
    startLine: line,
    startColumn: column,
    ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
  }
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }
}

const pageOf = (because: Because | undefined): string | undefined => {
  if (because === undefined || 'event' in because) return undefined
  const citation = 'rule' in because ? ruleById(because.rule)?.citation : because.citation
  return citation && sources[citation.source].url
}

function ruleOf(kind: Finding['kind'], findings: readonly Finding[]): JsonObject {
  const first = findings.find((finding) => finding.kind === kind)
  const page = first?.because.map(pageOf).find((url) => url !== undefined)
  return {
    id: kind,
    shortDescription: { text: capital(gapTitles[kind]) },
    ...(page === undefined ? {} : { helpUri: page }),
  }
}

function messageOf(finding: Finding): string {
  const reasons = finding.because.map((because) => {
    const { id, says } = reasonWords(because)
    return id === undefined ? says : `${id}: ${says}`
  })
  const because = reasons.length === 0 ? '' : ` Because: ${reasons.join(' ')}`
  return `${capital(gapSentence(finding))}. Who and where: ${gapWhere(finding)}.${because}`
}

function resultOf(finding: Finding, used: readonly string[], endOf: EndOf, accepted?: AcceptedFinding): JsonObject {
  const others = finding.origins.slice(1)
  return {
    ruleId: finding.kind,
    ruleIndex: used.indexOf(finding.kind),
    level: finding.severity,
    message: { text: messageOf(finding) },
    locations: [locationOf(finding.origin, endOf)],
    ...(others.length === 0 ? {} : { relatedLocations: others.map((origin) => locationOf(origin, endOf)) }),
    ...(accepted === undefined ? {} : { suppressions: [{ kind: 'external', justification: accepted.reason }] }),
  }
}

/** A SARIF 2.1.0 log: each finding at the line that causes it, accepted ones as suppressed. */
export function gapsSarif(
  { findings }: Gaps,
  accepted: readonly AcceptedFinding[],
  toolVersion: string,
  endOf: EndOf = () => undefined,
): JsonObject {
  const all = [...findings, ...accepted.map(({ finding }) => finding)]
  const used = gapOrder.filter((kind) => all.some((finding) => finding.kind === kind))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'authplan', version: toolVersion, rules: used.map((kind) => ruleOf(kind, all)) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, used, endOf)),
          ...accepted.map((one) => resultOf(one.finding, used, endOf, one)),
        ],
      },
    ],
  }
}
