import { sessionText, simulationLines } from '../../report/json/json.ts'
import type { JsonObject } from '../../report/json/json-value.ts'
import { csvSessionLines } from '../../report/tables/csv.ts'
import { markdownTableBlocks } from '../../report/tables/markdown-table.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { tableBlocks } from '../../report/tables/table.ts'
import { neutralize } from '../../source/text/neutralize.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { DefineCommand } from '../define-command.ts'
import { sessionsOfEach } from '../each-user.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { type Expectation, meets, readExpectation, sessionWords } from '../expectation.ts'
import { addFormatOption, collect, emit, type FormatTarget, readFormats } from '../formats.ts'
import { loadFor } from '../load.ts'
import { newCommand } from '../new-command.ts'
import type { ClassOptions } from '../play-classes.ts'
import {
  addRequestOptions,
  headerOf,
  mapped,
  type Played,
  playSessions,
  type Session,
  tracesOf,
} from '../request-options.ts'
import { warnWithoutEffect } from '../without-effect.ts'

const formats = ['table', 'json', 'csv', 'markdown'] as const
type SimulateFormat = (typeof formats)[number]

interface SimulateOptions extends ClassOptions {
  readonly format?: readonly string[]
  readonly expect?: string
}

/** `authplan simulate`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'simulate', {
    exit1: 'a session does not end as --expect states, or with --strict an option has no effect',
    examples: [
      { line: 'authplan simulate tenant.yaml', says: 'every user, client, purpose and network' },
      { line: 'authplan simulate tenant.yaml -u "Finance lead" -c outlook-2010', says: 'one user, one client' },
      { line: 'authplan simulate tenant.yaml --as-of 2026-11-22', says: 'the same architecture on another date' },
      {
        line: 'authplan simulate tenant.yaml -c outlook-2010 --present account-password',
        says: 'what if they type this?',
      },
      { line: 'authplan simulate tenant.yaml -c outlook-2016 --expect interactive', says: 'exit code 1 unless all do' },
      {
        line: 'authplan simulate tenant.yaml --where credential=app-password --group-by client',
        says: 'who still needs one?',
      },
      {
        line: 'authplan simulate tenant.yaml --where people=administrators --where "from outside" --where device=unmanaged',
        says: 'the wording of claims; `authplan steps` lists it',
      },
      { line: 'authplan simulate tenant.yaml -f table -f json:verdicts.json', says: 'a table and a JSON file' },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command)
    .option('--expect <VERDICT|CREDENTIAL|METHOD>', 'require this outcome of every session')
    .option(
      '--where <KEY=VALUE>',
      'only sign-ins that match: credential=app-password, client!=outlook-2010, "by guests"; a comma joins alternatives; repeatable',
      collect,
    )
    .option('--group-by <KEYS>', 'count sign-ins and users by keys such as client,rule')
    .option('--expand', 'list the users in each class')
  addFormatOption(command, formats, 'table')
  return command.action(async (file: string, options: SimulateOptions) => {
    exit(await simulate(file, options, environment))
  })
}

async function simulate(file: string, options: SimulateOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'table')
  const expected = options.expect === undefined ? undefined : readExpectation(options.expect)
  const tenant = await loadFor(environment, file)
  if (byClasses(tenant, options, targets)) return simulateClasses(tenant, options, targets, expected, environment)
  const played = playSessions(tenant, options)
  await emit(environment, targets, (format) => render(format, played, environment))
  const idle = warnWithoutEffect(environment, tenant, options)
  return worse(idle, judged(played, expected, environment))
}

const worse = (one: ExitCode, other: ExitCode): ExitCode => (one > other ? one : other)

/** The most users of a tenant file whose sign-ins a table lists one after the other; of more it shows each class once. */
const mostListed = 100

/** Whether an output shows each class once, with the classes beside; every other output lists each user. */
function isOfClasses(
  format: SimulateFormat,
  { population, users }: Tenant,
  { user, expand }: SimulateOptions,
): boolean {
  if (format === 'csv') return false
  if (expand === true || population !== undefined) return true
  return format !== 'json' && user === undefined && users.size > mostListed
}

/** Classes, filters and counts need the analysis of classes, which is loaded only then. */
function byClasses(
  tenant: Tenant,
  options: SimulateOptions,
  targets: readonly FormatTarget<SimulateFormat>[],
): boolean {
  const { where, groupBy, expand } = options
  if (tenant.population !== undefined || where !== undefined || groupBy !== undefined || expand === true) return true
  return targets.some(({ format }) => isOfClasses(format, tenant, options))
}

async function simulateClasses(
  tenant: Tenant,
  options: SimulateOptions,
  targets: readonly FormatTarget<SimulateFormat>[],
  expected: Expectation | undefined,
  environment: Environment,
): Promise<ExitCode> {
  const { playClasses } = await import('../play-classes.ts')
  const { classesBeside, renderCounted } = await import('../../report/tables/classes.ts')
  if (expected === undefined) {
    const { countedBySets } = await import('../count-sets.ts')
    const bySets = await countedBySets(environment, tenant, options)
    if (bySets !== undefined) {
      await emit(environment, targets, (format) => renderCounted(format, headerOf(tenant, options), bySets))
      return tenant.population === undefined ? warnWithoutEffect(environment, tenant, options) : 0
    }
  }
  const keepsMembers = needsMembers(tenant, options, targets)
  const played = await playClasses(environment, tenant, { ...options, ...(keepsMembers && { expand: true }) })
  const { counted } = played
  const each = sessionsOfEach(tenant, played)
  const beside = classesBeside(played.classes, options.expand === true)
  await emit(environment, targets, (format) => {
    if (counted !== undefined) return renderCounted(format, played.header, counted)
    if (isOfClasses(format, tenant, options)) return render(format, played, environment, beside)
    return render(format, { ...played, sessions: each }, environment)
  })
  if (tenant.population !== undefined) return judged(played, expected, environment, played.perhaps)
  const perhaps = sessionsOfEach(tenant, { ...played, sessions: played.perhaps })
  const idle = warnWithoutEffect(environment, tenant, options)
  return worse(idle, judged({ ...played, sessions: each }, expected, environment, perhaps))
}

/** Whether an output names every member of a class; the members of a large population are kept only then. */
function needsMembers(
  tenant: Tenant,
  { expand, groupBy }: SimulateOptions,
  targets: readonly FormatTarget<SimulateFormat>[],
): boolean {
  if (expand === true) return true
  if (groupBy !== undefined) return false
  return tenant.population === undefined || targets.some(({ format }) => format === 'json' || format === 'csv')
}

/** What stands before a table, and after the sessions of a document. */
interface Beside {
  readonly table: Iterable<string>
  readonly markdown: Iterable<string>
  readonly json: JsonObject
}

const nothingBeside: Beside = { table: [], markdown: [], json: {} }

function judged(
  { sessions }: Played,
  expected: Expectation | undefined,
  { stderr }: Environment,
  perhaps: Iterable<Session> = [],
): ExitCode {
  if (expected === undefined) return 0
  let code: ExitCode = 0
  let judgedSome = false
  for (const session of sessions) {
    judgedSome = true
    if (meets(session.traces, expected)) continue
    stderr(`${unexpected(session, expected)}\n`)
    code = 1
  }
  for (const session of perhaps) {
    if (meets(session.traces, expected)) continue
    stderr(`${unexpected(session, expected)}; whether it matches depends on a missing fact\n`)
    code = 1
  }
  if (judgedSome || code !== 0) return code
  stderr(`no sign-in matches, so none has the expected outcome: ${expected}\n`)
  return 1
}

function unexpected({ request, traces }: Session, expected: string): string {
  const { user, client, purpose, network } = request
  return neutralize(
    `not as expected: ${user}, ${client}, ${purpose}, from ${network}: expected ${expected}, found ${sessionWords(traces)}`,
  )
}

function* render(
  format: SimulateFormat,
  { header, sessions }: Played,
  { color, columns }: Environment,
  beside = nothingBeside,
): Generator<string> {
  const traces = tracesOf(sessions)
  switch (format) {
    case 'table': {
      const paint = color.stdout ? coloredReport : plainReport
      yield* beside.table
      return yield* tableBlocks(traces, { paint, ...(columns === undefined ? {} : { width: columns }) })
    }
    case 'json':
      return yield* simulationLines(header, mapped(traces, sessionText), beside.json)
    case 'csv':
      return yield* csvSessionLines(traces)
    case 'markdown':
      yield* beside.markdown
      return yield* markdownTableBlocks(traces)
  }
}
