import { renderCsv } from '../../report/csv.ts'
import { jsonText, sessionJson, simulationJson } from '../../report/json.ts'
import type { JsonObject } from '../../report/json-value.ts'
import { renderMarkdownTable } from '../../report/markdown-table.ts'
import { colouredReport, plainReport } from '../../report/report-paint.ts'
import { renderTable } from '../../report/table.ts'
import { neutralize } from '../../source/neutralize.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { type Expectation, meets, readExpectation, sessionWords } from '../expectation.ts'
import { addFormatOption, collect, emit, type FormatTarget, readFormats } from '../formats.ts'
import { loadFor } from '../load.ts'
import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'
import type { ClassOptions, PlayedClasses } from '../play-classes.ts'
import { addRequestOptions, type Played, playSessions, type Session } from '../request-options.ts'

const formats = ['table', 'json', 'csv', 'markdown'] as const
type SimulateFormat = (typeof formats)[number]

interface SimulateOptions extends ClassOptions {
  readonly format?: readonly string[]
  readonly expect?: string
}

/** `authplan simulate`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'simulate', {
    exit1: 'a session does not end as --expect says',
    examples: [
      { line: 'authplan simulate tenant.yaml', says: 'every user, client, purpose and network' },
      { line: 'authplan simulate tenant.yaml -u "Finance lead" -c outlook-2010', says: 'one person, one client' },
      { line: 'authplan simulate tenant.yaml --as-of 2026-11-22', says: 'the same architecture at another date' },
      {
        line: 'authplan simulate tenant.yaml -c outlook-2010 --present account-password',
        says: 'what if they type this?',
      },
      { line: 'authplan simulate tenant.yaml -c outlook-2016 --expect interactive', says: 'exit code 1 unless all do' },
      {
        line: 'authplan simulate tenant.yaml --where credential=app-password --group-by client',
        says: 'who still needs one?',
      },
      { line: 'authplan simulate tenant.yaml -f table -f json:verdicts.json', says: 'a table to read, a file to keep' },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command)
    .option('--expect <VERDICT|CREDENTIAL>', 'every session must end so')
    .option(
      '--where <KEY=VALUE>',
      'only sign-ins of which this holds, such as credential=app-password; repeatable',
      collect,
    )
    .option('--group-by <KEYS>', 'count sign-ins and users by keys such as client,rule')
    .option('--expand', 'list the people of each class')
  addFormatOption(command, formats, 'table')
  return command.action(async (file: string, options: SimulateOptions) => {
    exit(await simulate(file, options, environment))
  })
}

async function simulate(file: string, options: SimulateOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'table')
  const expected = options.expect === undefined ? undefined : readExpectation(options.expect)
  const tenant = await loadFor(environment, file)
  if (byClasses(tenant, options)) return simulateClasses(tenant, options, targets, expected, environment)
  const played = playSessions(tenant, options)
  await emit(environment, targets, (format) => render(format, played, environment))
  return judged(played, expected, environment)
}

/** Large populations, filters and counts need the analysis of classes, which is loaded only then. */
const byClasses = ({ population }: Tenant, { where, groupBy, expand }: SimulateOptions): boolean =>
  population !== undefined || where !== undefined || groupBy !== undefined || expand === true

async function simulateClasses(
  tenant: Tenant,
  options: SimulateOptions,
  targets: readonly FormatTarget<SimulateFormat>[],
  expected: Expectation | undefined,
  environment: Environment,
): Promise<ExitCode> {
  const { playClasses } = await import('../play-classes.ts')
  const { renderCounted } = await import('../class-report.ts')
  const played = await playClasses(environment, tenant, options)
  const { counted } = played
  const expand = options.expand === true
  const withClasses = tenant.population === undefined && !expand ? asItIs : await classRenderer(played, expand)
  await emit(environment, targets, (format) =>
    counted === undefined
      ? withClasses(format, render(format, played, environment))
      : renderCounted(format, played, counted),
  )
  return judged(played, expected, environment)
}

const asItIs = (_format: SimulateFormat, text: string): string => text

/** Adds the classes to a rendering that has room for them. */
async function classRenderer({ classes }: PlayedClasses, expand: boolean) {
  const { classesJson, renderClasses } = await import('../class-report.ts')
  return (format: SimulateFormat, text: string): string => {
    if (format === 'table') return `${renderClasses(classes, expand)}\n${text}`
    // The document was written by this very command.
    return format === 'json'
      ? jsonText({ ...(JSON.parse(text) as JsonObject), classes: classesJson(classes, expand) })
      : text
  }
}

function judged(played: Played, expected: Expectation | undefined, environment: Environment): ExitCode {
  if (expected === undefined) return 0
  const wrong = played.sessions.filter(({ traces }) => !meets(traces, expected))
  for (const session of wrong) environment.stderr(`${unexpected(session, expected)}\n`)
  return wrong.length > 0 ? 1 : 0
}

function unexpected({ request, traces }: Session, expected: string): string {
  const { user, client, purpose, network } = request
  return neutralize(
    `not as expected: ${user}, ${client}, ${purpose}, from ${network}: expected ${expected}, found ${sessionWords(traces)}`,
  )
}

function render(format: SimulateFormat, { header, sessions }: Played, { colour, columns }: Environment): string {
  const traces = sessions.map((session) => session.traces)
  switch (format) {
    case 'table': {
      const paint = colour.stdout ? colouredReport : plainReport
      return renderTable(traces, { paint, ...(columns === undefined ? {} : { width: columns }) })
    }
    case 'json':
      return jsonText(simulationJson({ ...header, sessions: traces.map(sessionJson) }))
    case 'csv':
      return renderCsv(traces)
    case 'markdown':
      return renderMarkdownTable(traces)
  }
}
