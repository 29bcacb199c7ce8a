import type { Cause, Change, Difference, DiffResult, DiffSide } from '../../analysis/population/results.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { JsonObject } from '../json/json-value.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import {
  causeHeading,
  differenceSource,
  differenceWords,
  indentedLine,
  type MergedChange,
  mergedChanges,
} from './change-words.ts'

/** A side by its tenant, file and date. */
export const sideWords = ({ tenant, file, at }: DiffSide): string => `${tenant} (${file}, as of ${formatInstant(at)})`

/** How many sign-ins of users change: each change is one of every user of a class or set. */
export const signInsOf = (changes: readonly Change[]): number => changes.reduce((sum, { users }) => sum + users.size, 0)

/** The same of all changes of some causes. */
export const signInsOfCauses = (causes: readonly Cause[]): number =>
  causes.reduce((sum, { changes }) => sum + signInsOf(changes), 0)

/** The number of changes, in one sentence. */
export function diffSummary({ users, causes }: DiffResult): string {
  const signIns = signInsOfCauses(causes)
  if (signIns === 0) return 'No sign-in changes.'
  return `${counted(signIns, 'sign-in')} of ${counted(users, 'user')} ${signIns === 1 ? 'changes' : 'change'}, for ${counted(causes.length, 'reason')}.`
}

/** What changes between two plans, cause by cause, for a terminal. */
export function renderDiffText(result: DiffResult, paint: ReportPaint = plainReport): string {
  const lines = [
    indentedLine(`before  ${sideWords(result.before)}`),
    indentedLine(`after   ${sideWords(result.after)}`),
    '',
    paint.strong(diffSummary(result)),
  ]
  for (const cause of result.causes) lines.push('', ...causeLines(cause, paint))
  if (result.withoutEffect.length > 0)
    lines.push(
      '',
      `${counted(result.withoutEffect.length, 'difference')} without effect on any sign-in:`,
      ...result.withoutEffect.map((one) => indentedLine(`  ${differenceWords(one)}`)),
    )
  return lines.map((line) => `${line}\n`).join('')
}

/** One cause with the sign-ins that it changes. */
export function causeLines(cause: Cause, paint: ReportPaint): readonly string[] {
  const together =
    cause.differences.length > 1
      ? cause.differences.map((one) => indentedLine(`    ${differenceWords(one)}${place(one)}`))
      : []
  const only = cause.differences.length === 1 ? place(cause.differences[0]) : ''
  return [
    paint.strong(indentedLine(`${causeHeading(cause)}${only}`)),
    ...together,
    ...mergedChanges(cause.changes).map((change) => indentedLine(`  ${changeLine(change)}`)),
  ]
}

function place(difference: Difference | undefined): string {
  const source = difference === undefined ? '' : differenceSource(difference)
  return source === '' ? '' : ` (${source})`
}

const changeLine = ({ who, client, purposes, networks, before, after }: MergedChange): string =>
  `${who}, ${client}, ${purposes.join(', ')}, from ${networks.join(', ')}: ${before} → ${after}`

/** The same for a pull request. */
export function renderDiffMarkdown(result: DiffResult): string {
  const lines = [
    `**${diffSummary(result)}**`,
    '',
    `Before: ${markdownText(sideWords(result.before))}; after: ${markdownText(sideWords(result.after))}.`,
    ...result.causes.flatMap((cause) => causeMarkdown(cause, 3)),
  ]
  if (result.withoutEffect.length > 0)
    lines.push(
      '',
      'Without effect on any sign-in:',
      '',
      ...result.withoutEffect.map((one) => `- ${markdownText(differenceWords(one))}`),
    )
  return `${lines.join('\n')}\n`
}

/** One cause as a heading and a table. */
export function causeMarkdown(cause: Cause, level: number): readonly string[] {
  const rows = mergedChanges(cause.changes).map(({ who, client, purposes, networks, before, after }) =>
    [who, client, purposes.join(', '), networks.join(', '), before, after].map(markdownText),
  )
  return [
    '',
    `${'#'.repeat(level)} ${markdownText(causeHeading(cause))}`,
    '',
    ...(cause.differences.length > 1
      ? [...cause.differences.map((one) => `- ${markdownText(differenceWords(one))}`), '']
      : []),
    ...markdownTable(['who', 'client', 'to', 'from', 'before', 'after'], rows),
  ]
}

const sideJson = ({ tenant, file, at, users, cells }: DiffSide): JsonObject => ({
  tenant,
  file,
  asOf: formatInstant(at),
  users,
  signIns: cells,
})

/** Converts results to plain data: omits undefined fields. */
function plain(value: unknown): JsonObject {
  // Results are plain data: strings, numbers, booleans and lists and records of them.
  return JSON.parse(JSON.stringify(value)) as JsonObject
}

/** A difference with its dates as ISO text. */
export function differenceJson(difference: Difference): JsonObject {
  switch (difference.kind) {
    case 'vendor':
    case 'event':
      return plain({ ...difference, at: formatInstant(difference.at) })
    case 'elapsed':
      return plain({ ...difference, from: formatInstant(difference.from), to: formatInstant(difference.to) })
    default:
      return plain(difference)
  }
}

/** One sign-in before and after. */
export const changeJson = (change: Change): JsonObject => plain(change)

/** A cause with all its changes. */
export function causeJson({ differences, changes, users }: Cause): JsonObject {
  return { differences: differences.map(differenceJson), users, changes: changes.map(plain) }
}

/** The versioned document of a comparison. */
export function diffJson({ before, after, causes, changes, users, withoutEffect }: DiffResult): JsonObject {
  return {
    formatVersion: 1,
    before: sideJson(before),
    after: sideJson(after),
    changes,
    users,
    causes: causes.map(causeJson),
    withoutEffect: withoutEffect.map(differenceJson),
  }
}
