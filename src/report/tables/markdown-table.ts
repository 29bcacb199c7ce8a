import type { Trace } from '../../trace/step.ts'
import { compactUserRows } from './compact-rows.ts'
import { markdownTable, markdownText } from './markdown-escape.ts'
import type { MergedRow, ResultLine, UserRows } from './session-rows.ts'

const headings = ['Client', 'To', 'From', 'Credential', 'Checked by', 'Second factor', 'Rule']

/** The credential table in Markdown: one table a user. `level` is that of the headings. */
export function renderMarkdownTable(sessions: Iterable<readonly Trace[]>, level = 2): string {
  return [...markdownTableBlocks(sessions, level)].join('')
}

/** The same tables a line at a time; the sessions of one user follow each other. */
export function* markdownTableBlocks(sessions: Iterable<readonly Trace[]>, level = 2): Generator<string> {
  for (const line of markdownTableLines(compactUserRows(sessions), level)) yield `${line}\n`
}

/** Links in the tables of a report. */
export interface TableLinks {
  /** The page with the catalog of rules. */
  readonly rulesPage?: string
  /** The last column has the links of each row, in Markdown. */
  readonly sequences?: true
}

/** The lines of the tables, one a user; `level` is that of the headings. */
export function* markdownTableLines(
  users: readonly UserRows[],
  level: number,
  links: TableLinks = {},
): Generator<string> {
  const networks = new Set<string>()
  for (const { rows } of users) for (const row of rows) for (const network of row.networks) networks.add(network)
  const titles = links.sequences === undefined ? headings : [...headings, 'Sequence']
  for (const [index, { user, userName, rows }] of users.entries()) {
    if (index > 0) yield ''
    yield `${'#'.repeat(level)} ${markdownText(userName)}${userName === user ? '' : ` (${markdownText(user)})`}`
    yield ''
    yield* markdownTable(
      titles,
      rows.map((row) => cells(row, networks.size, links)),
    )
  }
}

function cells(row: MergedRow, networks: number, { rulesPage, sequences }: TableLinks): readonly string[] {
  const everywhere = networks > 1 && row.networks.length === networks
  const column = (of: (line: ResultLine) => string): string => row.results.map(of).join('<br>')
  const works = row.kind === 'signs-in' || row.kind === 'several-credentials'
  const shown = [
    markdownText(row.clientName),
    markdownText(row.purposes.join(', ')),
    everywhere ? 'anywhere' : markdownText(row.networks.join(', ')),
    column(({ result }) => markdownText(result)),
    column(({ verifier }) => markdownText(verifier)),
    works ? column(({ secondFactor }) => markdownText(secondFactor)) : markdownText(row.why),
    column(({ rule, method }) =>
      (method === undefined ? [rule] : [rule, method])
        .filter((id) => id !== '')
        .map((id) => ruleLink(id, rulesPage))
        .join(', '),
    ),
  ]
  return sequences === undefined ? shown : [...shown, row.links ?? '']
}

/** A rule id, linked to its entry where the catalog of rules is another page. */
export function ruleLink(rule: string, rulesPage: string | undefined): string {
  return rulesPage === undefined ? rule : `[${rule}](${rulesPage}#${rule.toLowerCase()})`
}
