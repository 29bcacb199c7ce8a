import type { Finding, GapSummary, Gaps } from '../../analysis/gaps/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { markdownCode, markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { purposeWords } from '../wording/nouns.ts'
import { capital } from '../wording/phrasing.ts'
import type { AcceptedFinding } from './json.ts'
import { gapOrder, gapSentence, gapTitles, gapWhere, reasonWords, severityCounts, whoWords } from './wording.ts'

function because(finding: Finding): string {
  return finding.because
    .map((one) => {
      const { id, says } = reasonWords(one)
      return id ?? markdownText(says)
    })
    .join('<br>')
}

const lines = (texts: readonly string[]): string => texts.map(markdownText).join('<br>')

function row(finding: Finding): readonly string[] {
  const { severity, origins, parts, purposes, networks } = finding
  const to = purposes.map((purpose) => purposeWords[purpose]).join(', ')
  return [
    severity,
    markdownText(gapSentence(finding).replaceAll('`', '')),
    lines(parts.map(({ people }) => whoWords(people))),
    lines(parts.map(({ clients }) => clients.join(', '))),
    markdownText(`${to}, from ${networks.join(', ')}`),
    because(finding),
    origins.map(({ file, line }) => markdownCode(`${file}:${line}`)).join('<br>'),
  ]
}

function summaryRow(summary: GapSummary): readonly string[] {
  const { kind, users, clients } = summary
  return [capital(gapTitles[kind]), severityCounts(summary), String(users), String(clients)]
}

/** The findings as a page: one table per kind. */
export function renderGapsMarkdown(made: Gaps, accepted: readonly AcceptedFinding[] = []): string {
  const { tenant, at, horizon, summary, findings, signIns, users } = made
  const headings = ['Severity', 'Finding', 'Who', 'Clients', 'To', 'Because', 'Line']
  const sections = gapOrder.flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind)
    return own.length === 0
      ? []
      : ['', `## ${capital(gapTitles[kind])} (\`${kind}\`)`, '', ...markdownTable(headings, own.map(row))]
  })
  const taken = accepted.map(({ finding, reason, expires }) => [
    finding.kind,
    markdownText(gapWhere(finding)),
    markdownText(reason),
    formatInstant(expires),
  ])
  return [
    `# Gaps: ${markdownText(tenant)}`,
    '',
    `${signIns} sign-ins of ${users} users, evaluated at ${formatInstant(at)}, known dates up to ${formatInstant(horizon)}: ${counted(findings.length, 'finding')}.`,
    ...(summary.length === 0
      ? []
      : ['', ...markdownTable(['Kind', 'Findings', 'Users', 'Clients'], summary.map(summaryRow))]),
    ...sections,
    ...(taken.length === 0
      ? []
      : ['', '## Accepted', '', ...markdownTable(['Kind', 'Witness', 'Reason', 'Until'], taken)]),
    '',
  ].join('\n')
}
