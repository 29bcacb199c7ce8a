import type { Trace } from '../../trace/step.ts'
import { type Citation, sources, tierWords } from '../../vocabulary/citations.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import { sequenceCollector } from '../drawing/leg-sequences.ts'
import { compactUserRows } from '../tables/compact-rows.ts'
import { markdownCode, markdownText } from '../tables/markdown-escape.ts'
import { markdownTableLines, ruleLink } from '../tables/markdown-table.ts'
import type { MergedRow } from '../tables/session-rows.ts'
import { explainLeg, type KnownRule, type RuleOf } from '../text/explanation.ts'
import { assumedWords } from '../wording/facts.ts'
import { credentialWords } from '../wording/nouns.ts'
import { listed } from '../wording/phrasing.ts'
import { compareIds } from './compare-ids.ts'
import { type SequenceInput, sequenceLines } from './markdown-sequence.ts'
import type { PageTests } from './page-data.ts'
import { testsSummary } from './tests-summary.ts'

/** What a report is about, in plain values. */
export interface ReportInput extends SequenceInput {
  readonly name: string
  /** As the file or the caller wrote it. */
  readonly asOf: string
  /** The file the architecture was read from. */
  readonly file: string
  /** The architecture in a few lines. */
  readonly summary: readonly { readonly term: string; readonly text: string }[]
  /** Gone through once; the sessions of one user follow each other. */
  readonly sessions: Iterable<readonly Trace[]>
  /** A document that stands before the verdicts in place of the summary. */
  readonly opening?: string
  /** What a recorded run of acceptance tests says about the file. */
  readonly tests?: PageTests
}

/** The report of one architecture in Markdown: the verdicts, then every distinct sequence with its reasons. */
export function renderMarkdown(input: ReportInput): string {
  const sequences = sequenceCollector()
  const assumed = new Map<string, string>()
  const used = new Map<RuleId, KnownRule>()
  const collect = (traces: readonly Trace[]): void => {
    sequences.take(traces)
    for (const trace of traces) {
      collectAssumptions(trace, input.ruleOf, assumed)
      collectRules(trace, input.ruleOf, used)
    }
  }
  const links = (row: MergedRow): string => {
    const numbers = new Set(row.requests.flatMap(sequences.numbersOf))
    return [...numbers].map((number) => `[${number}](#sequence-${number})`).join(', ')
  }
  const users = compactUserRows(observed(input.sessions, collect), links)
  const { rulesPage } = input
  const lines = [
    ...(input.opening === undefined ? openingLines(input) : [input.opening]),
    '## Which credential, for whom, with which client',
    '',
    ...markdownTableLines(users, 3, { ...(rulesPage === undefined ? {} : { rulesPage }), sequences: true }),
    '',
    '## How the sign-ins go',
    '',
    `Each sequence is drawn once. ${legend()} The framed note is the deciding step.`,
    ...sequences.all().flatMap((sequence) => sequenceLines(input, sequence)),
    ...assumptionLines(assumed),
    ...ruleLines(used, input),
  ]
  return `${lines.join('\n')}\n`
}

function openingLines({ name, asOf, file, summary, tests }: ReportInput): readonly string[] {
  return [
    `# ${markdownText(name)}`,
    '',
    `Evaluated as of ${markdownText(asOf)}; source ${markdownCode(file)}.`,
    '',
    ...summary.map(({ term, text }) => `- **${markdownText(term)}**: ${markdownText(text)}`),
    '',
    ...(tests === undefined ? [] : testsLines(tests)),
  ]
}

function testsLines(tests: PageTests): readonly string[] {
  const failed = tests.features.flatMap(({ uri, scenarios }) =>
    scenarios
      .filter(({ status }) => status !== 'passed')
      .map(({ name, line }) => `- ${markdownText(name)} (${markdownCode(`${uri}:${line}`)}) does not hold`),
  )
  return ['## Acceptance tests', '', testsSummary(tests).join(' '), '', ...failed, ...(failed.length > 0 ? [''] : [])]
}

function legend(): string {
  return `${listed(credentials.slice(0, 5).map((credential) => `${credentialWords[credential].symbol} ${credentialWords[credential].name}`))}.`
}

/** Sessions as they are gone through, each seen on its way. */
function* observed(
  sessions: Iterable<readonly Trace[]>,
  see: (traces: readonly Trace[]) => void,
): Generator<readonly Trace[]> {
  for (const traces of sessions) {
    see(traces)
    yield traces
  }
}

function collectAssumptions(trace: Trace, ruleOf: RuleOf, found: Map<string, string>): void {
  if (!trace.steps.some((step) => step.kind === 'assumption' && !found.has(step.default))) return
  for (const { id, fact, value, statement, citation } of explainLeg(trace, ruleOf).assumptions)
    if (!found.has(id))
      found.set(
        id,
        `- ${markdownCode(id)}: ${markdownText(`${assumedWords(fact)} = ${value}`)}. ${statement === undefined || citation === undefined ? '' : `${markdownText(statement)} ${sourceLink(citation)}`}`.trimEnd(),
      )
}

function assumptionLines(found: ReadonlyMap<string, string>): readonly string[] {
  if (found.size === 0) return []
  return ['', '## Assumed, because the file does not set it', '', ...[...found.values()].sort()]
}

function collectRules({ steps, methods }: Trace, ruleOf: RuleOf, used: Map<RuleId, KnownRule>): void {
  const admits = methods?.admits === undefined ? undefined : ruleOf(methods.admits)
  if (admits !== undefined) used.set(admits.id, admits)
  for (const step of steps) {
    const rule = step.kind === 'decision' && !used.has(step.rule) ? ruleOf(step.rule) : undefined
    if (rule !== undefined) used.set(rule.id, rule)
  }
}

/** Every rule that decided something here, by id. */
function ruleLines(used: ReadonlyMap<RuleId, KnownRule>, { rulesPage }: ReportInput): readonly string[] {
  const rules = [...used.values()].sort((one, other) => compareIds(one.id, other.id))
  return [
    '',
    '## Rules used',
    '',
    ...rules.map(
      ({ id, basis, statement, citation }) =>
        `- ${ruleLink(id, rulesPage)}, ${basis}: ${markdownText(statement)} ${sourceLink(citation)}`,
    ),
  ]
}

/** A source as a link with its section and the day it was read. */
export function sourceLink({ source, section }: Citation): string {
  const { title, url, read } = sources[source]
  const where = section === undefined ? '' : `, “${markdownText(section)}”`
  return `([${markdownText(title)}](<${url}>)${where}, read ${read}${tierWords(source)})`
}
