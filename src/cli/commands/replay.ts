import { explainedPart } from '../../replay/calibrate/tally.ts'
import type { ShapeSource } from '../../replay/engine/shape-source.ts'
import { classifyPeople } from '../../replay/people-of.ts'
import type { StagedShapes } from '../../replay/play/play-shapes.ts'
import { printedQuery, queryLanguages } from '../../replay/print-query.ts'
import { calibrateShapes, outsideAddressFor, stageToday } from '../../replay/replay.ts'
import { jsonText } from '../../report/json/json.ts'
import { pageReplay } from '../../report/pages/page-replay.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { replayJson } from '../../report/text/replay-json.ts'
import { type ReplayReport, renderReplayMarkdown, renderReplayText } from '../../report/text/replay-report.ts'
import { replayedPlanCsv } from '../../report/text/replayed-plan-report.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, collect, emit, readFormats } from '../formats.ts'
import { htmlPage } from '../html-page.ts'
import { accepted, loadFor } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { readLogs } from '../read-logs.ts'
import { refusePlanOfClients, writeClients } from '../replay-clients.ts'
import { askedPlan, blocksAnybody, type PlanOptions, replayedPlan } from '../replay-plan.ts'
import { addRemoteOptions, printedTable } from '../replay-remote.ts'
import { logsOf, refuseMixed, type ShapeOptions, withShapes } from '../replay-shapes.ts'
import { refuseBesideAnswers, replayAnswers } from '../replay-what-if.ts'
import { oneOf, usageProblem } from '../usage.ts'

const formats = ['text', 'json', 'markdown', 'csv', 'html'] as const
type ReplayFormat = (typeof formats)[number]

interface ReplayOptions extends PlanOptions, ShapeOptions {
  readonly query?: string
  readonly failUnder?: string
  readonly clients?: true
  readonly whatIf?: string
  readonly output?: string
  readonly format?: readonly string[]
}

const examples = [
  {
    line: 'authplan replay tenant.yaml --signins signins.json',
    says: 'which recorded sign-ins does the model explain?',
  },
  {
    line: 'authplan replay tenant.yaml --signins logs/ --fail-under 0.99',
    says: 'a gate: the model has to be true to the logs',
  },
  {
    line: 'authplan replay tenant.yaml --signins logs/ --plan planned.yaml -f html:replay.html',
    says: 'one file to open: agreement by week, and whom the plan blocks',
  },
  {
    line: 'authplan replay tenant.yaml --signins logs/ --clients -o start.yaml',
    says: 'which clients are in use, and which of them does the vendor end?',
  },
  {
    line: 'authplan replay tenant.yaml --what-if questions',
    says: 'where does the tenant itself answer otherwise? see `what-if --export`',
  },
] as const

/** `authplan replay`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'replay', {
    exit1:
      'the plan blocks people who signed in, the model explains less than `--fail-under` asks for, or an answer of `--what-if` disagrees',
    notes:
      'Logs are read where they are by the package @duckdb/node-api; nothing is sent anywhere. Only with `--engine`, the names of people with their classes go to that engine.',
    examples,
  })
  command
    .argument('<TENANT>', 'a tenant file')
    .option('--signins <PATH>', 'logs of sign-ins: files, folders, patterns; repeatable', collect)
    .option('--shapes <FILE>', 'instead of logs: what a printed query has made of them elsewhere')
    .option('--query <ENGINE>', `print the query that makes shapes of logs elsewhere: ${queryLanguages.join(', ')}`)
    .option('--fail-under <PART>', 'exit 1 if a smaller part of the comparable sign-ins is explained, as 0.99')
    .option('--plan <FILE>', 'a planned tenant file: who of those who signed in would be blocked or asked?')
    .option('--as-of <DATE>', 'judge the plan, or the tenant itself, at this date or instant')
    .option('--enforce <POLICY>', 'judge as if this report-only policy were enforced; repeatable', collect)
    .option('--clients', 'instead: which clients are in use, and when the vendor ends them')
    .option('--what-if <FOLDER>', 'instead of logs: requests with the saved answers of the tenant to them')
    .option('-o, --output <FILE>', 'with --clients: also write a tenant file with them to start from')
    .option('--people', 'name people: with a plan those whom it changes something for')
    .option('--pseudonymize <KEYFILE>', 'with --people: replace names, the same with the same key')
  addRemoteOptions(command)
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: ReplayOptions) => {
    // However long a log is, it is the embedded engine that reads it; the shapes that come of it are few.
    environment.shortWork?.()
    if (options.whatIf !== undefined) {
      const given = command.options.filter((one) => command.getOptionValueSource(one.attributeName()) === 'cli')
      refuseBesideAnswers(given.map((one) => [one.long ?? one.flags, one.attributeName()]))
      exit(await replayAnswers(environment, file, options.whatIf, options))
      return
    }
    exit(await replay(file, options, environment))
  })
}

function readPart(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const part = /^(?:0?\.\d+|[01](?:\.0+)?)$/.test(text) ? Number(text) : Number.NaN
  if (part >= 0 && part <= 1) return part
  throw usageProblem(`\`--fail-under ${text}\` is no part of a whole`, 'write a number from 0 to 1, as 0.99')
}

async function clientsOf(file: string, options: ReplayOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  refuseMixed(options)
  refusePlanOfClients(options)
  for (const name of ['query', 'failUnder'] as const)
    if (options[name] !== undefined)
      throw usageProblem(`\`--${name === 'query' ? name : 'fail-under'}\` has no effect with \`--clients\``)
  const tenant = await loadFor(environment, file)
  const people = await accepted(environment, classifyPeople(tenant, environment.reader))
  return withShapes(environment, options, [people], async (source, from) => {
    const outsideAddress = outsideAddressFor([people.population.tenant])
    const about = { tenant: tenant.name, file }
    await writeClients(environment, about, people, { source, from, outsideAddress }, { ...options, targets })
    return 0
  })
}

async function replay(file: string, options: ReplayOptions, environment: Environment): Promise<ExitCode> {
  if (options.clients === true) return clientsOf(file, options, environment)
  if (options.output !== undefined) throw usageProblem('`--output` has no effect without `--clients`')
  const targets = readFormats(options.format, formats, 'text')
  const least = readPart(options.failUnder)
  refuseMixed(options)
  const tenant = await loadFor(environment, file)
  const asked = await askedPlan(environment, tenant, options)
  if (asked === undefined && targets.some(({ format }) => format === 'csv'))
    throw usageProblem('`--format csv` lists what a plan changes', 'add `--plan`, `--as-of` or `--enforce`')
  const people = await accepted(environment, classifyPeople(tenant, environment.reader))
  const sides = asked === undefined ? [people] : [people, asked.people]
  if (options.query !== undefined) {
    const language = oneOf('engine', options.query, queryLanguages)
    const files = language !== 'duckdb' ? [] : await readLogs(environment, options.signins ?? [])
    environment.stdout(printedQuery(language, sides, files, printedTable(options)))
    return 0
  }
  return withShapes(environment, options, sides, async (source, from) => {
    const outsideAddress = outsideAddressFor(sides.map(({ population }) => population.tenant))
    const today = stageToday(people, source, outsideAddress)
    const report: ReplayReport = {
      tenant: tenant.name,
      file,
      logs: await logsOf(source, from),
      ...(await calibrated(today, source)),
      ...(asked === undefined
        ? {}
        : { plan: await replayedPlan(environment, today, asked, source, { ...options, outsideAddress }) }),
    }
    const isPage = targets.some(({ format }) => format === 'html')
    const page = isPage ? await htmlPage(environment, file, { replay: pageReplay(report) }) : undefined
    await emit(environment, targets, (wanted) =>
      wanted === 'html' ? (page?.html ?? '') : render(wanted, report, environment),
    )
    const unexplained = least !== undefined && report.explained < least
    return unexplained || blocksAnybody(report.plan) ? 1 : 0
  })
}

async function calibrated(
  today: StagedShapes,
  source: ShapeSource,
): Promise<Pick<ReplayReport, 'calibration' | 'explained'>> {
  const calibration = calibrateShapes(today)
  const counts = await source.countPeople(calibration.disagreements.map(({ shapes }) => shapes))
  const disagreements = calibration.disagreements.map((one, index) => ({ ...one, ...(counts[index] ?? { people: 0 }) }))
  return { calibration: { ...calibration, disagreements }, explained: explainedPart(calibration.total) }
}

function render(format: Exclude<ReplayFormat, 'html'>, report: ReplayReport, { color, columns }: Environment): string {
  switch (format) {
    case 'text':
      return wrappedLines(renderReplayText(report, color.stdout ? coloredReport : plainReport), columns)
    case 'json':
      return jsonText(replayJson(report))
    case 'markdown':
      return renderReplayMarkdown(report)
    case 'csv':
      return report.plan === undefined ? '' : replayedPlanCsv(report.plan)
  }
}
