import type { Change, ChangedBox, PolicyComparison } from '../../proof/compare-policies.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { JsonObject } from '../json/json-value.ts'
import { markdownCode, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { boxWords, signInWords } from './box-words.ts'
import { indentedLine } from './change-words.ts'
import { requirementInWords, sessionInWords } from './policy-control-words.ts'
import { replayCommand } from './proof-report.ts'

/** One of the two sets of policies: its tenant and instant. */
export interface ComparedSide {
  readonly file: string
  readonly tenant: string
  readonly at: number
  /** Set if the date differs from that of the file. */
  readonly asOf?: string
}

/** A comparison with its inputs. */
export interface ComparisonReport {
  readonly before: ComparedSide
  readonly after: ComparedSide
  /** Set if undeclared people may be in every combination of groups and roles. */
  readonly anyMembership?: true
  readonly comparison: PolicyComparison
}

const results: Readonly<Record<PolicyComparison['result'], string>> = {
  equivalent: 'equivalent: every possible sign-in has the same outcome',
  stricter: 'stricter: no sign-in needs less than before, and some need more',
  looser: 'looser: some sign-ins need less than before, and none need more',
  incomparable: 'incomparable: some sign-ins need less than before, or something else',
  open: 'undetermined: it depends on something that is not understood',
}

const relations: Readonly<Record<Change['relation'], string>> = {
  looser: 'LOOSER',
  stricter: 'stricter',
  different: 'DIFFERENT',
  opened: 'NO LONGER KNOWN',
  closed: 'now known',
}

function outcomeWords({ decision, required, session }: ChangedBox['before']): string {
  const demanded = requirementInWords(required)
  const kept = sessionInWords(session)
  const within = kept === '' ? '' : `, with ${kept}`
  if (decision === 'undetermined') return `${demanded === '' ? decision : `${demanded}, and perhaps more`}${within}`
  if (decision === 'controls-required') return `${demanded}${within}`
  if (decision === 'allow') return `allowed without requirements${within}`
  return decision === 'block' ? 'blocked' : `${demanded}, which these sign-ins cannot meet`
}

function headOf({ relation, boxes: [box], space }: Change): string {
  const words = box === undefined ? '' : `: ${outcomeWords(box.before)} -> ${outcomeWords(box.after)}`
  return `${relations[relation]}${words}${space === 'programs' ? ' (programs)' : ''}`
}

/** The commands that show how the policies before and after decide the first example of a change; JSON has them all. */
function replayCommands({ before, after }: ComparisonReport, { boxes: [box] }: Change): readonly string[] {
  const files = [before, after]
  return (box?.requests() ?? []).flatMap((request, at) => {
    const side = files[at]
    return side === undefined ? [] : [replayCommand(side, { request })]
  })
}

function changeLines(report: ComparisonReport, change: Change, paint: ReportPaint): readonly string[] {
  const { policies, boxes, complete } = change
  return [
    '',
    paint.strong(indentedLine(headOf(change))),
    ...(policies.length === 0 ? [] : [indentedLine(`  by ${policies.map((name) => `"${name}"`).join(', ')}`)]),
    ...boxes.flatMap((box) => [
      indentedLine(`  ${boxWords(box.parts)}`),
      indentedLine(`    such as ${signInWords(box.witness)}`),
    ]),
    ...replayCommands(report, change).map((command) => `  ${paint.faint(indentedLine(command))}`),
    ...(complete ? [] : ['  and more sign-ins, which are not listed']),
  ]
}

const sideWords = ({ tenant, file, at }: ComparedSide, policies: number): string =>
  `${tenant} (${file}, as of ${formatInstant(at)}): ${counted(policies, 'policy', 'policies')}`

const openLines = ({ open }: PolicyComparison): readonly string[] =>
  open.map(({ dimension, reason }) => indentedLine(`Undetermined in the dimension ${dimension}: ${reason}.`))

/** How two sets of policies compare, for a terminal. */
export function renderComparisonText(report: ComparisonReport, paint: ReportPaint = plainReport): string {
  const { before, after, comparison } = report
  const [one, other] = comparison.policies
  const lines = [
    indentedLine(`before  ${sideWords(before, one)}`),
    indentedLine(`after   ${sideWords(after, other)}`),
    '',
    paint.strong(results[comparison.result]),
    ...openLines(comparison),
    ...(comparison.alikeOpen ? ['Some sign-ins depend on something that is not understood, before and after.'] : []),
    ...comparison.changes.flatMap((change) => changeLines(report, change, paint)),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same as Markdown. */
export function renderComparisonMarkdown(report: ComparisonReport): string {
  const { before, after, comparison } = report
  const [one, other] = comparison.policies
  const lines = [
    '# Policies compared',
    '',
    `- before: ${markdownText(sideWords(before, one))}`,
    `- after: ${markdownText(sideWords(after, other))}`,
    '',
    `**${markdownText(results[comparison.result])}**`,
    ...openLines(comparison).map((line) => `\n${markdownText(line)}`),
  ]
  for (const change of comparison.changes) {
    lines.push('', `## ${markdownText(headOf(change))}`, '')
    if (change.policies.length > 0) lines.push(`By ${change.policies.map(markdownText).join(', ')}.`, '')
    for (const box of change.boxes)
      lines.push(`- ${markdownText(boxWords(box.parts))}; such as ${markdownText(signInWords(box.witness))}`)
    lines.push(...replayCommands(report, change).map((command) => `- ${markdownCode(command)}`))
    if (!change.complete) lines.push('- and more sign-ins, which are not listed')
  }
  return lines.map((line) => `${line}\n`).join('')
}

const outcomeJson = ({ decision, required, policies, session }: ChangedBox['before']): JsonObject => ({
  decision,
  required,
  policies,
  ...(session === undefined ? {} : { session: session as JsonObject }),
})

/** The same in the shape of the JSON contract. */
export function comparisonJson({ before, after, anyMembership, comparison }: ComparisonReport): JsonObject {
  const side = ({ file, tenant, at }: ComparedSide, policies: number): JsonObject => ({
    file,
    tenant,
    asOf: formatInstant(at),
    policies,
  })
  return {
    formatVersion: 1,
    ...(anyMembership && { anyMembership }),
    result: comparison.result,
    before: side(before, comparison.policies[0]),
    after: side(after, comparison.policies[1]),
    changes: comparison.changes.map(({ relation, space, before: was, after: is, policies, boxes, complete }) => ({
      relation,
      of: space,
      before: was,
      after: is,
      policies,
      complete,
      signIns: boxes.map((box) => ({
        where: box.parts.map(({ dimension, words }) => ({ dimension, values: words })),
        witness: { ...box.witness },
        before: outcomeJson(box.before),
        after: outcomeJson(box.after),
        requests: box.requests().map((request) => ({ ...request })),
      })),
    })),
    openAlike: comparison.alikeOpen,
    open: comparison.open.map(({ dimension, reason }) => ({ dimension, reason })),
    atoms: { ...comparison.atoms },
  }
}
