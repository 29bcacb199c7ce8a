import type { Trace } from '../trace/step.ts'
import { markdownTable, markdownText } from './markdown-escape.ts'
import { type MergedRow, type ResultLine, type UserRows, userRows } from './session-rows.ts'

const headings = ['Client', 'To', 'From', 'Credential', 'Checked by', 'Second factor', 'Rule']

/** The credential table in Markdown: one table a user. `level` is that of the headings. */
export function renderMarkdownTable(sessions: Iterable<readonly Trace[]>, level = 2): string {
  return `${markdownTableLines(userRows(sessions), level).join('\n')}\n`
}

/** The lines of the tables; a rule links to its entry in `rulesPage` where there is one. */
export function markdownTableLines(users: readonly UserRows[], level: number, rulesPage?: string): readonly string[] {
  const networks = new Set(users.flatMap(({ rows }) => rows.flatMap((row) => row.networks)))
  return users.flatMap(({ user, userName, rows }, index) => [
    ...(index === 0 ? [] : ['']),
    `${'#'.repeat(level)} ${markdownText(userName)}${userName === user ? '' : ` (${markdownText(user)})`}`,
    '',
    ...markdownTable(
      headings,
      rows.map((row) => cells(row, networks.size, rulesPage)),
    ),
  ])
}

function cells(row: MergedRow, networks: number, rulesPage: string | undefined): readonly string[] {
  const everywhere = networks > 1 && row.networks.length === networks
  const column = (of: (line: ResultLine) => string): string => row.results.map(of).join('<br>')
  return [
    markdownText(row.clientName),
    markdownText(row.purposes.join(', ')),
    everywhere ? 'anywhere' : markdownText(row.networks.join(', ')),
    column(({ result }) => markdownText(result)),
    column(({ verifier }) => markdownText(verifier)),
    row.kind === 'signs-in' || row.kind === 'several-credentials'
      ? column(({ secondFactor }) => markdownText(secondFactor))
      : markdownText(row.why),
    column(({ rule }) => (rule === '' ? '' : ruleLink(rule, rulesPage))),
  ]
}

/** A rule id, linked to its entry where the catalogue of rules is another page. */
export function ruleLink(rule: string, rulesPage: string | undefined): string {
  return rulesPage === undefined ? rule : `[${rule}](${rulesPage}#${rule.toLowerCase()})`
}
