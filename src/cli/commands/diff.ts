import { diff } from '../../analysis/compare/diff.ts'
import { type Plan, readPlan } from '../../analysis/matrix/plan.ts'
import type { DiffResult } from '../../analysis/population/results.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { renderDiffSummary } from '../../report/text/change-summary.ts'
import { diffJson, renderDiffMarkdown, renderDiffText } from '../../report/text/diff-report.ts'
import { settledAt } from '../../tenant/events/account-sync.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, type FormatTarget, readFormats } from '../formats.ts'
import { accepted, acceptedTenant } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { readDates } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown'] as const
type DiffFormat = (typeof formats)[number]

interface DiffCommandOptions {
  readonly asOf?: string
  readonly event?: string
  readonly details?: boolean
  readonly format?: readonly string[]
}

/** `authplan diff`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'diff', {
    exit1: 'something changed',
    examples: [
      {
        line: 'authplan diff today.yaml planned.yaml',
        says: 'whose sign-ins have a different outcome, grouped by cause',
      },
      { line: 'authplan diff tenant.yaml --as-of 2019-10-01..2026-11-22', says: 'one plan on two dates' },
      {
        line: 'authplan diff tenant.yaml --event account-disabled',
        says: 'one plan before a declared event and after it has taken effect everywhere',
      },
      { line: 'authplan diff today.yaml planned.yaml --details', says: 'every sign-in that changes' },
      { line: 'authplan diff main.yaml branch.yaml -f markdown:comment.md', says: 'for a pull request' },
    ],
  })
  command
    .argument('<A>', 'a tenant file')
    .argument('[B]', 'a second file; without it, --as-of gives two dates or --event the time between')
    .option('--as-of <DATES>', 'D1..D2, or one date for both')
    .option('--event <EVENT>', 'before and after this event: its number in chronological order, or its type')
  command.option('--details', 'text with every sign-in that changes')
  addFormatOption(command, formats, 'text')
  return command.action(async (one: string, other: string | undefined, options: DiffCommandOptions) => {
    exit(await compare(one, other, options, environment))
  })
}

async function compare(
  one: string,
  other: string | undefined,
  options: DiffCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { asOf, event } = options
  const targets = readFormats(options.format, formats, 'text')
  const details = options.details === true
  if (event !== undefined) {
    if (other !== undefined || asOf !== undefined)
      throw usageProblem(
        '`--event` already defines both sides of the comparison',
        'remove the second file and `--as-of`',
      )
    const plan = await acceptedTenant(environment, one, readPlan(one, environment.reader))
    const [before, after] = aroundEvent(plan, event)
    return show(await accepted(environment, diff(before, after, optionsIn(environment))), targets, {
      ...environment,
      details,
    })
  }
  const [from, to] = asOf === undefined ? [] : readDates(asOf)
  if (other === undefined && from === to)
    throw usageProblem('nothing to compare with', 'name a second file, or two dates: `--as-of D1..D2`')
  const before = await acceptedTenant(environment, one, readPlan(one, environment.reader, from))
  const after = await acceptedTenant(environment, other ?? one, readPlan(other ?? one, environment.reader, to))
  return show(await accepted(environment, diff(before, after, optionsIn(environment))), targets, {
    ...environment,
    details,
  })
}

const optionsIn = ({ reader, watch }: Environment) => ({ reader, ...(watch && { filter: { watch } }) })

async function show(
  result: DiffResult,
  targets: readonly FormatTarget<DiffFormat>[],
  look: Environment & { readonly details: boolean },
): Promise<ExitCode> {
  await emit(look, targets, (wanted) => render(wanted, result, look))
  if (result.changes > 0 && !look.details && targets.some(({ format }) => format === 'text'))
    look.stderr('every sign-in that changes: the same command with --details\n')
  return result.changes > 0 ? 1 : 0
}

/** The plan just before an event, and when the event has happened wherever it arrives. */
function aroundEvent(plan: Plan, text: string): readonly [Plan, Plan] {
  const { events } = plan.tenant
  if (events.length === 0) throw usageProblem('the tenant file declares no events')
  const types = events.map(({ type }) => type)
  const index = /^\d+$/.test(text) ? Number(text) - 1 : types.indexOf(oneOf('event', text, [...new Set(types)]))
  const event = events[index]
  if (event === undefined) throw usageProblem(`there is no event ${text}`, `the file declares ${events.length}`)
  const arrived = settledAt(plan.tenant, event) ?? event.at
  return [
    { ...plan, at: event.at - 1 },
    { ...plan, at: arrived },
  ]
}

function render(
  format: DiffFormat,
  result: DiffResult,
  { color, columns, details }: Environment & { readonly details: boolean },
): string {
  const paint = color.stdout ? coloredReport : plainReport
  switch (format) {
    case 'text':
      return wrappedLines(details ? renderDiffText(result, paint) : renderDiffSummary(result, paint), columns)
    case 'json':
      return jsonText(diffJson(result))
    case 'markdown':
      return renderDiffMarkdown(result)
  }
}
