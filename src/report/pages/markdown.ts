import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { WorkloadName } from '../../vocabulary/actors.ts'
import { type Citation, sources, tierWords } from '../../vocabulary/citations.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { LegName, Purpose } from '../../vocabulary/requests.ts'
import { isNoted } from '../drawing/diagram-notes.ts'
import { type LegSequence, sequenceCollector } from '../drawing/leg-sequences.ts'
import { renderMermaid } from '../drawing/mermaid.ts'
import { compactUserRows } from '../tables/compact-rows.ts'
import { markdownCode, markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { markdownTableLines, ruleLink } from '../tables/markdown-table.ts'
import type { MergedRow } from '../tables/session-rows.ts'
import { type ExplainedStep, explainLeg, type KnownRule, type RuleOf } from '../text/explanation.ts'
import { combinedInWords, policyGridRows } from '../text/policy-grid.ts'
import { assumedWords, factWords } from '../wording/facts.ts'
import { type Audience, credentialWords } from '../wording/nouns.ts'
import { nameOf, verdictLabel, verdictSentence } from '../wording/outcomes.ts'
import { listed } from '../wording/phrasing.ts'
import { shortLegs, shortPurposes } from '../wording/short.ts'
import { compareIds } from './compare-ids.ts'
import type { PageTests } from './page-data.ts'
import { testsSummary } from './tests-summary.ts'

/** What a report is about, in plain values. */
export interface ReportInput {
  readonly name: string
  /** As the file or the caller wrote it. */
  readonly asOf: string
  /** The file the architecture was read from. */
  readonly file: string
  /** The architecture in a few lines. */
  readonly summary: readonly { readonly term: string; readonly text: string }[]
  /** Gone through once; the sessions of one user follow each other. */
  readonly sessions: Iterable<readonly Trace[]>
  readonly ruleOf: RuleOf
  /** Where the catalog of rules is, relative to this report. */
  readonly rulesPage?: string
  readonly audience?: Audience
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
    `# ${markdownText(input.name)}`,
    '',
    `Evaluated as of ${markdownText(input.asOf)}; source ${markdownCode(input.file)}.`,
    '',
    ...input.summary.map(({ term, text }) => `- **${markdownText(term)}**: ${markdownText(text)}`),
    '',
    ...(input.tests === undefined ? [] : testsLines(input.tests)),
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

function sequenceLines(input: ReportInput, { number, trace, uses, shared }: LegSequence): readonly string[] {
  const { ruleOf, audience = 'architect' } = input
  const told = explainLeg(trace, ruleOf, audience)
  const deciding = told.steps.find((step) => step.deciding)?.step
  const notable = told.steps.filter(({ step }) => step.kind === 'decision' && isNoted(step, trace, audience, deciding))
  return [
    '',
    `### Sequence ${number}`,
    '',
    `**${markdownText(`${verdictLabel(verdictOf(trace))}.`)}** ${markdownText(verdictSentence(trace, audience))}`,
    '',
    `Used by: ${whoGoes(uses, trace.request.relyingParty)}.`,
    '',
    '```mermaid',
    renderMermaid([trace], { audience, compact: true, ...(shared ? { names: { user: 'User' } } : {}) }).trimEnd(),
    '```',
    '',
    ...notable.map((step) => decisionLine(step, input)),
    ...whyNotLines(
      told.refusals.map(({ credential, rule, error }) => ({ credential, rule, error })),
      input,
    ),
    ...(told.error === undefined ? [] : [`- ${markdownText(`${told.error.id}: ${told.error.meaning}`)}`]),
    ...gridLines(trace),
  ]
}

/** The result of every policy, if there are any. */
function gridLines(trace: Trace): readonly string[] {
  const outcomes = trace.steps.flatMap((step) => (step.kind === 'policy' ? [step.outcome] : []))
  if (trace.conditionalAccess === undefined || outcomes.length === 0) return []
  const [headings = [], ...rows] = policyGridRows(outcomes)
  return [
    '',
    ...markdownTable(
      headings.map(markdownText),
      rows.map((row) => row.map(markdownText)),
    ),
    '',
    `${markdownText(combinedInWords(trace.conditionalAccess))}`,
  ]
}

/** The leg that a purpose is named after. */
const purposeLegs: Readonly<Partial<Record<Purpose, LegName>>> = {
  'open-address-book': 'address-book',
  'check-free-busy': 'free-busy',
  'open-archive': 'archive',
  'send-mail': 'submission',
  'send-instant-messages': 'registrar',
  'join-meeting': 'meeting',
  'open-documents': 'documents',
  administer: 'administration',
  'get-token': 'token',
}

/** Clients with what they were used for; people and networks are in the tables. */
function whoGoes(legs: readonly Trace[], drawn: WorkloadName): string {
  const uses = new Map<string, Set<string>>()
  for (const trace of legs) {
    const { request } = trace
    const client = nameOf([trace], 'client')
    const some = uses.get(client) ?? new Set()
    const { leg, purpose, relyingParty } = request
    const use =
      leg === purposeLegs[purpose] || leg === 'mailbox'
        ? shortPurposes[purpose]
        : `${shortLegs[leg]} for ${shortPurposes[purpose]}`
    uses.set(client, some.add(relyingParty === drawn ? use : `${use}, at ${nameOf([trace], relyingParty)}`))
  }
  return [...uses].map(([client, some]) => markdownText(`${client} (${[...some].join(', ')})`)).join('; ')
}

function decisionLine({ sentence, reason, deciding }: ExplainedStep, { rulesPage }: ReportInput): string {
  const rule = reason === undefined ? '' : ` ${ruleLink(reason.rule, rulesPage)}, ${reason.basis}.`
  const because = reason?.because.map(({ fact, value, origin, decidedBy }) => {
    const said = origin === undefined ? decidedBy : `line ${origin.line}`
    return markdownText(`${factWords[fact]} = ${value}${said === undefined ? '' : ` (${said})`}`)
  })
  const why = because === undefined || because.length === 0 ? '' : ` Because ${because.join('; ')}.`
  const told = markdownText(sentence.replace(/ \([A-Z]+-\d+\)\.$/, '.'))
  return `- ${deciding ? `**${told}**` : told}${rule}${why}`
}

interface Refused {
  readonly credential: keyof typeof credentialWords
  readonly rule: RuleId
  readonly error: string | undefined
}

function whyNotLines(refused: readonly Refused[], { rulesPage }: ReportInput): readonly string[] {
  if (refused.length === 0) return []
  const parts = refused.map(
    ({ credential, rule, error }) =>
      `${credentialWords[credential].name} (${ruleLink(rule, rulesPage)}${error === undefined ? '' : `, ${markdownText(error)}`})`,
  )
  return [`- Why not another credential: ${parts.join('; ')}.`]
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

function collectRules({ steps }: Trace, ruleOf: RuleOf, used: Map<RuleId, KnownRule>): void {
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
