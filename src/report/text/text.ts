import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { type Citation, sources, tierWords } from '../../vocabulary/citations.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import { flowsWords } from '../drawing/diagram-notes.ts'
import { wrapped } from '../tables/display-width.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { singleLine } from '../tables/single-line.ts'
import { consequenceSentences, endpointSentences } from '../wording/aftermath.ts'
import { disagreementsOf } from '../wording/disagreements.ts'
import { assumedWords, factWords } from '../wording/facts.ts'
import { type Audience, credentialWords, legWords, protocolWords } from '../wording/nouns.ts'
import { nameOf, sessionSentence, verdictSentence, verifierName } from '../wording/outcomes.ts'
import { capital } from '../wording/phrasing.ts'
import { type ExplainedRefusal, explainLeg, type LegExplanation, type Reason, type RuleOf } from './explanation.ts'

/** Options for the text of an explanation. */
export interface ExplanationOptions {
  readonly ruleOf: RuleOf
  /** Width in columns; 100 if the output is a file or a program. */
  readonly width?: number
  readonly paint?: ReportPaint
  readonly audience?: Audience
  /** Lines of the Conditional Access grid of a leg, if it has one. */
  readonly policyGrid?: (trace: Trace, width: number) => readonly string[] | undefined
  /** The export from which a value of a tenant file was imported, if known. */
  readonly importedFrom?: (origin: Origin) => Origin | undefined
}

interface Page {
  readonly lines: string[]
  readonly width: number
  readonly paint: ReportPaint
  readonly cited: Citation['source'][]
  readonly placeOf: (origin: Origin) => string
}

/** One session step by step: the verdict first, then each leg with its reasons, then the sources. */
export function renderExplanation(traces: readonly Trace[], options: ExplanationOptions): string {
  const { ruleOf, width = 100, paint = plainReport, audience = 'architect' } = options
  const page: Page = { lines: [], width, paint, cited: [], placeOf: placesWith(options.importedFrom) }
  write(page, sessionSentence(traces, audience), '', paint.strong)
  traces.forEach((trace, index) => {
    writeLeg(page, explainLeg(trace, ruleOf, audience), `${index + 1} of ${traces.length}`)
    const grid = options.policyGrid?.(trace, page.width - 4)
    if (grid !== undefined)
      page.lines.push('', paint.strong('  Conditional Access'), ...grid.map((line) => `    ${line}`.trimEnd()))
    writeAftermath(page, trace)
  })
  writeSources(page)
  return `${page.lines.join('\n')}\n`
}

function write(
  page: Page,
  text: string,
  indent: string,
  paint: (text: string) => string = (line) => line,
  hang = '',
): void {
  const lines = wrapped(singleLine(text), Math.max(24, page.width - indent.length - hang.length))
  lines.forEach((line, index) => {
    page.lines.push(`${index === 0 ? indent : ' '.repeat(indent.length) + hang}${paint(line)}`)
  })
}

function writeLeg(page: Page, told: LegExplanation, place: string): void {
  const { trace } = told
  const { leg, relyingParty, protocol, optional } = trace.request
  const name = `${capital(legWords[leg])} (${place}${optional ? ', optional' : ''})`
  page.lines.push('')
  write(page, `${name}: ${nameOf([trace], relyingParty)}, ${protocolWords[protocol]}`, '', page.paint.strong)
  for (const sentence of endpointSentences(trace)) write(page, sentence, '  ')
  const flows = flowsWords(trace)
  if (flows !== '') write(page, `${flows}.`, '  ')
  writeSteps(page, told)
  write(page, `⇒ ${verdictSentence(trace)}`, '  ', tonePaint(page, trace), '  ')
  if (told.error !== undefined) write(page, `${told.error.id}: ${told.error.meaning}`, '    ', page.paint.faint)
  writeDisagreements(page, trace)
  writeRefusals(page, told)
  writeAssumptions(page, told)
}

function writeDisagreements(page: Page, trace: Trace): void {
  for (const { about, pages } of disagreementsOf(trace)) {
    write(page, `Vendor documentation disagrees on ${about}:`, '    ', undefined, '  ')
    for (const { says, citation } of pages) write(page, `- ${says} ${cite(page, citation)}`, '      ', undefined, '  ')
  }
}

function tonePaint({ paint }: Page, trace: Trace): (text: string) => string {
  const { kind } = verdictOf(trace)
  if (kind === 'signs-in') return paint.good
  return kind === 'undetermined' ? paint.open : paint.bad
}

function writeSteps(page: Page, told: LegExplanation): void {
  const digits = String(told.steps.length).length
  told.steps.forEach(({ sentence, reason, deciding }, index) => {
    const number = String(index + 1).padStart(digits)
    const mark = deciding ? '▸' : ' '
    write(page, `${number}. ${sentence}`, ` ${mark}`, deciding ? page.paint.strong : undefined, ' '.repeat(digits + 2))
    if (reason !== undefined && !told.steps.slice(0, index).some((earlier) => isSame(earlier.reason, reason)))
      writeReason(page, reason, ' '.repeat(digits + 4))
  })
}

/** A reason is only given once; a later step with the same rule and facts just names the rule. */
function isSame(one: Reason | undefined, other: Reason): boolean {
  return one !== undefined && one.rule === other.rule && JSON.stringify(one.because) === JSON.stringify(other.because)
}

/** A location in the tenant file, and the export that its value was imported from. */
function placesWith(importedFrom: ExplanationOptions['importedFrom']): (origin: Origin) => string {
  return (origin) => {
    const place = `${origin.file}:${origin.line}`
    const from = importedFrom?.(origin)
    return from === undefined ? place : `${place}, imported from ${from.file}:${from.line}`
  }
}

function writeReason(page: Page, { rule, basis, statement, citation, because }: Reason, indent: string): void {
  write(page, `${rule}, ${basis}: ${statement} ${cite(page, citation)}`, indent, page.paint.faint)
  if (because.length === 0) return
  const facts = because.map(({ fact, value, origin, decidedBy }) => {
    const said = origin === undefined ? decidedBy : page.placeOf(origin)
    const place = said === undefined ? '' : ` (${said})`
    return `${factWords[fact]} = ${value}${place}`
  })
  write(page, `because ${facts.join('; ')}`, indent, page.paint.faint)
}

/** A reference to the sources at the end; each page has one number. */
function cite({ cited }: Page, { source, section }: Citation): string {
  const known = cited.indexOf(source)
  const number = known < 0 ? cited.push(source) : known + 1
  return section === undefined ? `[${number}]` : `[${number}, “${section}”]`
}

function writeRefusals(page: Page, { trace, refusals }: LegExplanation): void {
  if (refusals.length === 0) return
  page.lines.push('', page.paint.strong('  Why not ...'))
  for (const group of groupedRefusals(refusals)) {
    const [{ by, rule, error, reason, meaning }] = group
    const code = error === undefined ? '' : `, ${error}${meaning === undefined ? '' : `: ${meaning.meaning}`}`
    const which = group.map(({ credential }) => credentialWords[credential].the).join(' or ')
    write(page, `... ${which}? Refused by ${verifierName([trace], by)} (${rule})${code}`, '    ', undefined, '    ')
    if (reason !== undefined) writeReason(page, reason, '        ')
  }
}

type RefusalGroup = [ExplainedRefusal, ...ExplainedRefusal[]]

/** Groups credentials that the same rule rejects for the same reason. */
function groupedRefusals(refusals: readonly ExplainedRefusal[]): readonly RefusalGroup[] {
  const groups: RefusalGroup[] = []
  for (const refusal of refusals) {
    const group = groups.find(
      ([one]) => one.rule === refusal.rule && one.by === refusal.by && one.error === refusal.error,
    )
    if (group === undefined) groups.push([refusal])
    else group.push(refusal)
  }
  return groups
}

function writeAssumptions(page: Page, { assumptions }: LegExplanation): void {
  if (assumptions.length === 0) return
  page.lines.push('', page.paint.strong('  Assumed (not set in the file)'))
  for (const { id, fact, value, statement, citation } of assumptions) {
    const told = statement === undefined || citation === undefined ? '' : `: ${statement} ${cite(page, citation)}`
    write(page, `${assumedWords(fact)} = ${value} (${id})${told}`, '    ', undefined, '  ')
  }
}

function writeAftermath(page: Page, trace: Trace): void {
  const sentences = consequenceSentences(trace)
  if (sentences.length === 0) return
  page.lines.push('')
  for (const sentence of sentences) write(page, sentence, '  ')
}

function writeSources(page: Page): void {
  if (page.cited.length === 0) return
  page.lines.push('', page.paint.strong('Sources'))
  page.cited.forEach((key, index) => {
    const { title, url, read } = sources[key]
    write(page, `[${index + 1}] ${title}`, '  ', undefined, '    ')
    page.lines.push(`      ${page.paint.faint(`${url} (read ${read}${tierWords(key)})`)}`)
  })
}
