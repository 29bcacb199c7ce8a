import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { WorkloadName } from '../../vocabulary/actors.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { LegName, Purpose } from '../../vocabulary/requests.ts'
import { isNoted } from '../drawing/diagram-notes.ts'
import type { LegSequence } from '../drawing/leg-sequences.ts'
import { renderMermaid } from '../drawing/mermaid.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { ruleLink } from '../tables/markdown-table.ts'
import { type ExplainedStep, explainLeg, type RuleOf } from '../text/explanation.ts'
import { combinedInWords, policyGridRows } from '../text/policy-grid.ts'
import { factWords } from '../wording/facts.ts'
import { type Audience, credentialWords } from '../wording/nouns.ts'
import { nameOf, verdictLabel, verdictSentence } from '../wording/outcomes.ts'
import { shortLegs, shortPurposes } from '../wording/short.ts'

/** What a sequence is written with. */
export interface SequenceInput {
  readonly ruleOf: RuleOf
  /** Where the catalog of rules is, relative to the report. */
  readonly rulesPage?: string
  readonly audience?: Audience
}

/** One sequence with its drawing, its reasons and the result of every policy. */
export function sequenceLines(input: SequenceInput, { number, trace, uses, shared }: LegSequence): readonly string[] {
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
  'open-shared-mailbox': 'shared-mailbox',
  'open-public-folders': 'public-folders',
  'send-mail': 'submission',
  'send-instant-messages': 'registrar',
  'join-meeting': 'meeting',
  'open-documents': 'documents',
  'connect-to-vpn': 'vpn',
  'open-remote-desktop': 'remote-desktop-gateway',
  'open-published-application': 'published-application',
  'open-file-share': 'file-share',
  'open-server-share': 'domain-server',
  'query-database': 'domain-server',
  'open-site': 'domain-server',
  'open-remote-computer': 'domain-server',
  'open-joined-computer': 'joined-computer',
  'query-directory': 'domain-server',
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

function decisionLine({ sentence, reason, deciding }: ExplainedStep, { rulesPage }: SequenceInput): string {
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

function whyNotLines(refused: readonly Refused[], { rulesPage }: SequenceInput): readonly string[] {
  if (refused.length === 0) return []
  const parts = refused.map(
    ({ credential, rule, error }) =>
      `${credentialWords[credential].name} (${ruleLink(rule, rulesPage)}${error === undefined ? '' : `, ${markdownText(error)}`})`,
  )
  return [`- Why not another credential: ${parts.join('; ')}.`]
}
