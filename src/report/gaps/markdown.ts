import type { Finding, Gaps } from '../../analysis/gaps/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { markdownCode, markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { capital } from '../wording/phrasing.ts'
import type { AcceptedFinding } from './json.ts'
import { gapOrder, gapSentence, gapTitles, gapWhere, reasonWords } from './wording.ts'

function because(finding: Finding): string {
  return finding.because
    .map((one) => {
      const { id, says } = reasonWords(one)
      return id ?? markdownText(says)
    })
    .join('<br>')
}

function row(finding: Finding): readonly string[] {
  const { severity, origin } = finding
  return [
    severity,
    markdownText(gapSentence(finding).replaceAll('`', '')),
    markdownText(gapWhere(finding)),
    because(finding),
    markdownCode(`${origin.file}:${origin.line}`),
  ]
}

/** The findings as a page: one table for each kind. */
export function renderGapsMarkdown(made: Gaps, accepted: readonly AcceptedFinding[] = []): string {
  const { tenant, at, horizon, findings, signIns, users } = made
  const headings = ['Severity', 'Finding', 'Witness', 'Because', 'Line']
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
    `${signIns} sign-ins of ${users} users, judged at ${formatInstant(at)}, known dates up to ${formatInstant(horizon)}: ${findings.length} findings.`,
    ...sections,
    ...(taken.length === 0
      ? []
      : ['', '## Accepted', '', ...markdownTable(['Kind', 'Witness', 'Reason', 'Until'], taken)]),
    '',
  ].join('\n')
}
