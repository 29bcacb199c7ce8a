import type {
  AffectedTogether,
  Cause,
  Change,
  Difference,
  DiffResult,
  Moment,
  Timeline,
} from '../../analysis/population/results.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { listed } from '../wording/phrasing.ts'
import { causeHeading, differenceWords, indentedLine, peopleWords, readingWords } from './change-words.ts'
import { diffSummary, sideWords, signInsOf } from './diff-report.ts'
import { momentWords, timelineSummary, withoutEffectLines } from './timeline-report.ts'

/** Maximum number of causes and names in a summary. */
const most = { causes: 8, names: 3 } as const

/** Maximum number of outcomes per cause: fewer if there are many causes, so that all of them fit on a screen. */
const outcomesOf = (causes: number): number => (causes <= 3 ? 4 : causes <= 6 ? 2 : 1)

const few = (names: readonly string[], what: string, limit: number): string =>
  names.length > limit ? counted(names.length, what) : listed(names)

/** How many users there are in some classes or sets: classes have no user in common, sets may have. */
function usersIn(all: readonly AffectedTogether[]): number {
  const [first] = all
  if (first?.together !== undefined) return first.together(all)
  const sizes = new Map(all.map((users) => [peopleWords(users), users.size]))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

/** `■ account password → ✕ blocked: 60 sign-ins of 2 users, with outlook-2010 and outlook-2013`. */
function outcomeLine(outcome: string, changes: readonly Change[], mostOutcomes: number): string {
  const people = new Map(changes.map(({ users }) => [peopleWords(users), users]))
  const who = people.size > 1 ? counted(usersIn(changes.map(({ users }) => users)), 'user') : listed([...people.keys()])
  const clients = few([...new Set(changes.map(({ client }) => client))], 'client', mostOutcomes === 1 ? 1 : most.names)
  return `${outcome}: ${counted(signInsOf(changes), 'sign-in')} of ${who}, with ${clients}`
}

/** The outcome before and after; a sign-in that still fails, by another rule or error, is described as such. */
function outcomeWords({ aspects, before, after }: Change): string {
  if (aspects.includes('verdict') || aspects.includes('credential'))
    return `${readingWords(before, [])} → ${readingWords(after, [])}`
  const failed = before?.verdict.kind === 'blocked' || before?.verdict.kind === 'cannot-sign-in'
  if (failed) return `${readingWords(before, [])} as before, for another reason`
  return `${readingWords(before, aspects)} → ${readingWords(after, aspects)}`
}

/** Changes by their outcome before and after, the most frequent first. */
function outcomeLines(changes: readonly Change[], mostOutcomes: number): readonly string[] {
  const outcomes = new Map<string, Change[]>()
  for (const change of changes) {
    const outcome = outcomeWords(change)
    const known = outcomes.get(outcome)
    if (known === undefined) outcomes.set(outcome, [change])
    else known.push(change)
  }
  const sorted = [...outcomes].sort(([, one], [, other]) => signInsOf(other) - signInsOf(one))
  const rest = sorted.slice(mostOutcomes)
  const others = signInsOf(rest.flatMap(([, some]) => some))
  return [
    ...sorted.slice(0, mostOutcomes).map(([outcome, some]) => outcomeLine(outcome, some, mostOutcomes)),
    ...(rest.length === 0
      ? []
      : [`and ${counted(others, 'sign-in')} with ${rest.length === 1 ? 'another outcome' : 'other outcomes'}`]),
  ]
}

/** The description of a difference that is listed under its own date. */
function withoutDate(difference: Difference, at: Instant | undefined): string {
  const words = differenceWords(difference)
  const date = at === undefined ? '' : `${formatInstant(at)}, `
  return date !== '' && words.startsWith(date) ? words.slice(date.length) : words
}

function causeSummary(
  cause: Cause,
  at: Instant | undefined,
  mostOutcomes: number,
  paint: ReportPaint,
): readonly string[] {
  const [only] = cause.differences
  const heading = only !== undefined && cause.differences.length === 1 ? withoutDate(only, at) : causeHeading(cause)
  return [
    at === undefined ? paint.strong(indentedLine(heading)) : indentedLine(`  ${heading}`),
    ...outcomeLines(cause.changes, mostOutcomes).map((line) =>
      indentedLine(`${at === undefined ? '  ' : '    '}${line}`),
    ),
  ]
}

function causesSummary(
  causes: readonly Cause[],
  at: Instant | undefined,
  mostOutcomes: number,
  paint: ReportPaint,
): readonly string[] {
  const rest = causes.slice(most.causes)
  const others = rest.reduce((sum, { changes }) => sum + signInsOf(changes), 0)
  const blocks = causes.slice(0, most.causes).flatMap((cause) => {
    const lines = causeSummary(cause, at, mostOutcomes, paint)
    return at === undefined ? ['', ...lines] : lines
  })
  return rest.length === 0
    ? blocks
    : [...blocks, '', `and ${counted(rest.length, 'other reason')} with ${counted(others, 'sign-in')}`]
}

/** One of several dates: what happens, and the most frequent outcome. */
function shortMoment({ at, causes }: Moment, paint: ReportPaint): readonly string[] {
  return causes.flatMap((cause) => {
    const [only] = cause.differences
    const heading = only !== undefined && cause.differences.length === 1 ? withoutDate(only, at) : causeHeading(cause)
    const [outcome = '', ...others] = outcomeLines(cause.changes, 1)
    return [
      `${paint.strong(formatInstant(at))} ${indentedLine(heading)}`,
      indentedLine(`  ${[outcome, ...others].join(', ')}`),
    ]
  })
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')

/** What changes between two plans, in counts. */
export function renderDiffSummary(result: DiffResult, paint: ReportPaint = plainReport): string {
  const without = result.withoutEffect.length
  return ended([
    indentedLine(`before  ${sideWords(result.before)}`),
    indentedLine(`after   ${sideWords(result.after)}`),
    '',
    paint.strong(diffSummary(result)),
    ...causesSummary(result.causes, undefined, outcomesOf(result.causes.length), paint),
    ...(without === 0 ? [] : ['', `${counted(without, 'difference')} without effect on any sign-in`]),
  ])
}

/** The dates at which sign-ins change, in numbers; `all` includes dated changes without an effect. */
export function renderTimelineSummary(timeline: Timeline, paint: ReportPaint = plainReport, all = false): string {
  const each = outcomesOf(timeline.moments.reduce((sum, { causes }) => sum + causes.length, 0))
  const moments = timeline.moments.flatMap((moment) =>
    each === 1
      ? shortMoment(moment, paint)
      : ['', paint.strong(momentWords(moment)), ...causesSummary(moment.causes, moment.at, each, paint)],
  )
  return ended([
    indentedLine(timelineSummary(timeline)),
    ...(each === 1 ? [''] : []),
    ...moments,
    ...(all ? withoutEffectLines(timeline) : []),
  ])
}
