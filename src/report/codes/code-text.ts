import type { ErrorStage } from '../../catalog/errors.ts'
import { sources, tierWords } from '../../vocabulary/citations.ts'
import { padded, wrapped } from '../tables/display-width.ts'
import { markdownCode, markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import type { ExplainedCode } from './explained-codes.ts'

/** How a list or an entry looks on a terminal. */
export interface CodeLook {
  readonly width?: number
  readonly paint?: ReportPaint
}

const stageWords: Readonly<Record<ErrorStage, string>> = {
  'before-password': 'before a password is asked for',
  'at-password': 'when the password is checked',
  'at-identity-provider': 'at the identity provider',
  'after-password': 'after the password was accepted',
  'at-service': 'at the service, after the sign-in',
}

const kindWords = ({ kind, severity }: ExplainedCode): string =>
  severity === undefined ? kind : `${severity}, ${kind}`

/** One code for a terminal: what it means, what to do, the rules behind it and the page. */
export function renderCode(entry: ExplainedCode, { width = 100, paint = plainReport }: CodeLook = {}): string {
  const { code, name, title, meaning, remedy, stage, rules, citation } = entry
  const block = (label: string, text: string): readonly string[] =>
    wrapped(text, width - labelWidth - 2).map((line, at) =>
      at === 0 ? `  ${paint.faint(padded(label, labelWidth))}${line}` : `${indent}${line}`,
    )
  const heading = `${name === undefined ? title : `${name} (${title})`}, ${kindWords(entry)}`
  const lines = [
    paint.rule(code),
    ...wrapped(heading, width - 2).map((line) => `  ${paint.strong(line)}`),
    ...block('means', meaning),
    ...block('to do', remedy),
    ...(stage === undefined ? [] : block('raised', stageWords[stage])),
    ...rules.flatMap(({ id, statement }) => block('rule', `${id} ${statement}`)),
    ...(citation === undefined
      ? []
      : [...block('page', pageWords(citation)), `${indent}${sources[citation.source].url}`]),
  ]
  return `${lines.join('\n')}\n`
}

const labelWidth = 8
const indent = ' '.repeat(labelWidth + 2)

function pageWords({ source, section }: NonNullable<ExplainedCode['citation']>): string {
  const { title, read } = sources[source]
  return `${title}${section === undefined ? '' : `, “${section}”`} (read ${read}${tierWords(source)}),`
}

/** All codes for a terminal, a line each, by kind. */
export function renderCodeList(
  entries: readonly ExplainedCode[],
  { width = 100, paint = plainReport }: CodeLook = {},
): string {
  const lines: string[] = []
  for (const [kind, heading] of headings) {
    const some = entries.filter((entry) => entry.kind === kind)
    if (some.length === 0) continue
    const widest = Math.max(...some.map(({ code }) => code.length))
    if (lines.length > 0) lines.push('')
    lines.push(paint.strong(heading))
    for (const { code, title, meaning } of some)
      wrapped(kind === 'vendor error' ? meaning : title, Math.max(20, width - widest - 4)).forEach((line, at) => {
        lines.push(`  ${at === 0 ? paint.rule(padded(code, widest)) : ' '.repeat(widest)}  ${line}`)
      })
  }
  return `${lines.join('\n')}\n`
}

const headings: readonly (readonly [kind: ExplainedCode['kind'], heading: string])[] = [
  ['diagnostic', 'Diagnostics'],
  ['finding', 'Findings of authplan gaps'],
  ['vendor error', 'Errors of the vendor'],
]

/** All codes as a page. */
export function renderCodeMarkdown(entries: readonly ExplainedCode[]): string {
  const parts = headings.flatMap(([kind, heading]) => {
    const rows = entries
      .filter((entry) => entry.kind === kind)
      .map(({ code, title, meaning, remedy, citation }) => [
        markdownCode(code),
        markdownText(title),
        markdownText(meaning),
        markdownText(remedy),
        citation === undefined
          ? ''
          : `[${markdownText(sources[citation.source].title)}](<${sources[citation.source].url}>)`,
      ])
    return rows.length === 0
      ? []
      : [`## ${heading}`, '', ...markdownTable(['code', 'title', 'meaning', 'what to do', 'page'], rows), '']
  })
  return `${parts.join('\n').trimEnd()}\n`
}
