import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import type { Rule } from '../../rules/rule.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, Purpose, UserName } from '../../vocabulary/requests.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { ruleLink } from '../tables/markdown-table.ts'
import { decidingTrace } from '../wording/outcomes.ts'
import { shortCredentials, shortPurposes } from '../wording/short.ts'
import { compareIds } from './compare-ids.ts'
import { sourceLink } from './markdown.ts'

/** One sign-in, played at every date of the report. */
export interface EraRow {
  readonly user: UserName
  readonly client: ClientName
  readonly purpose: Purpose
  /** The traces by date, in the order of the report's dates. */
  readonly played: readonly (readonly Trace[])[]
}

/** What the report of one architecture at several dates is made of. */
export interface ErasInput {
  readonly name: string
  readonly file: string
  /** ISO dates, in order. */
  readonly dates: readonly string[]
  readonly rows: readonly EraRow[]
  readonly ruleOf: (id: string) => Rule | undefined
}

/** The same sign-ins at several dates, side by side, with the rules that decided and the vendor's changes between. */
export function renderEras({ name, file, dates, rows, ruleOf }: ErasInput): string {
  const rules = new Set<RuleId>()
  const table = rows.map(({ user, client, purpose, played }) => [
    markdownText(user),
    markdownText(client),
    markdownText(shortPurposes[purpose]),
    ...played.map((traces) => cell(traces, rules)),
  ])
  return [
    `# ${markdownText(name)}, date by date`,
    '',
    `The sign-ins of \`${file}\` evaluated at ${dates.length} dates. The file is the same for each; only its dated events and the vendor's changes differ.`,
    '',
    ...markdownTable(['user', 'client', 'to', ...dates], table),
    '',
    '## Rules that decided',
    '',
    ...[...rules].sort(compareIds).flatMap((id) => ruleLines(id, ruleOf(id))),
    '',
    '## What the vendor changed',
    '',
    ...changes(dates),
    '',
  ].join('\n')
}

function cell(traces: readonly Trace[], rules: Set<RuleId>): string {
  const verdict = sessionVerdict(traces)
  const deciding = decidingTrace(traces)
  const last = verdictOf(deciding)
  const rule = 'rule' in last ? last.rule : undefined
  if (rule !== undefined) rules.add(rule)
  const told = rule === undefined ? '' : ` ${ruleLink(rule, 'rules.md')}`
  switch (verdict.kind) {
    case 'signs-in':
      return `${verdict.credentials.map((credential) => shortCredentials[credential]).join(', ')}${told}`
    case 'conflict':
    case 'several-credentials':
      return `${[...new Set(verdict.credentials.map(({ credential }) => shortCredentials[credential]))].join(' + ')}${told}`
    case 'undetermined':
      return `undetermined: ${markdownText(verdict.missing.join(', '))}`
    default:
      return `✕ ${verdict.kind === 'blocked' ? 'blocked' : 'cannot sign in'}${told}`
  }
}

function ruleLines(id: RuleId, rule: Rule | undefined): readonly string[] {
  if (rule === undefined) return []
  return [`- **${id}** ${markdownText(rule.statement)} ${sourceLink(rule.citation)}`]
}

/** The vendor's dated changes between the first and the last date, each with its page. */
function changes(dates: readonly string[]): readonly string[] {
  const [first = ''] = dates
  const last = dates.at(-1) ?? ''
  const statements = new Map<string, string>()
  for (const { from, statement, citation } of vendorTimeline) {
    if (from <= first || from > last) continue
    statements.set(`${from} ${statement}`, `- ${from}: ${markdownText(statement)} ${sourceLink(citation)}`)
  }
  return [...statements.keys()].sort().map((key) => statements.get(key) ?? '')
}
