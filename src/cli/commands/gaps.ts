import { type BaselineProblem, readBaseline } from '../../analysis/gaps/baseline.ts'
import { withFindings } from '../../analysis/gaps/cause.ts'
import { type GapsRun, sweepGaps } from '../../analysis/gaps/gaps.ts'
import { type Judged, judgeBaseline, writeBaseline } from '../../analysis/gaps/judge-baseline.ts'
import { type Gaps, gapSeverities } from '../../analysis/gaps/result.ts'
import { csvGapLines } from '../../report/gaps/csv.ts'
import { gapsJson } from '../../report/gaps/json.ts'
import { renderGapsMarkdown } from '../../report/gaps/markdown.ts'
import { gapsSarif } from '../../report/gaps/sarif.ts'
import { renderGapsSummary, renderGapsText } from '../../report/gaps/text.ts'
import { jsonText } from '../../report/json/json.ts'
import { coloredReport, plainReport } from '../../report/tables/report-paint.ts'
import { wrappedLines } from '../../report/tables/wrapped-lines.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { shellPath, shellWord } from '../../source/text/shell-word.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { accepted, loadFor } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { endsIn } from '../places.ts'
import { productVersion } from '../product-version.ts'
import { readInstant, refuseWithoutSignIns } from '../request-options.ts'
import { oneOf, usageProblems } from '../usage.ts'

const formats = ['text', 'json', 'markdown', 'sarif', 'csv'] as const
type GapsFormat = (typeof formats)[number]

interface GapsOptions {
  readonly format?: readonly string[]
  readonly asOf?: string
  readonly horizon?: string
  readonly severity?: string
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly details?: boolean
}

/** `authplan gaps`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'gaps', {
    exit1: 'findings that are not accepted by a baseline',
    notes: `A tenant of more than 500 users is decided as sets of users: a finding counts them and names a few; \`-f csv\` lists all. A user whom several policies block, or ask, is in the finding of each. A baseline is a YAML list of accepted findings: kind, about, way, witness (user, client, purpose, network, only those that matter, each a name or a list of names), reason, expires. An expired entry has no effect; an entry that matches no finding is an error.`,
    examples: [
      { line: 'authplan gaps tenant.yaml', says: 'the findings in counts, the worst first' },
      { line: 'authplan gaps tenant.yaml --details', says: 'every finding with a witness, reason and line' },
      { line: 'authplan gaps tenant.yaml --horizon 2027-12-31', says: 'also what breaks before that date' },
      {
        line: 'authplan gaps tenant.yaml --severity error -f csv:gaps.csv',
        says: 'every user whom an error concerns, in a large tenant too',
      },
      { line: 'authplan gaps tenant.yaml --severity error -f sarif:gaps.sarif', says: 'the errors, for code scanning' },
      {
        line: 'authplan gaps tenant.yaml --write-baseline gaps-baseline.yaml',
        says: 'accept all current findings, for review',
      },
      {
        line: 'authplan gaps tenant.yaml --baseline gaps-baseline.yaml',
        says: 'only findings that are new or whose acceptance has expired',
      },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--horizon <DATE>', 'how far ahead to look at known dates (default: one year)')
    .option('--severity <SEVERITY>', 'minimum severity: error, warning, note (default: note)')
    .option('--baseline <FILE>', 'accepted findings, which are not reported')
    .option('--write-baseline <FILE>', 'write the findings as a baseline to review')
    .option('--details', 'text with every finding, its reasons and a command that replays it')
  addFormatOption(command, formats, 'text')
  return command.action(async (file: string, options: GapsOptions) => {
    exit(await run(file, options, environment))
  })
}

async function run(file: string, options: GapsOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'text')
  const least = gapSeverities.indexOf(oneOf('severity', options.severity ?? 'note', gapSeverities))
  const tenant = await loadFor(environment, file)
  refuseWithoutSignIns(tenant)
  const swept = sweepGaps(tenant, {
    reader: environment.reader,
    ...(environment.watch && { watch: environment.watch }),
    ...(options.asOf === undefined ? {} : { at: readInstant(options.asOf) }),
    ...(options.horizon === undefined ? {} : { horizon: readInstant(options.horizon) }),
  })
  const { gaps: all, namesOf } = await accepted(environment, swept)
  const made = withFindings(
    all,
    all.findings.filter(({ severity }) => gapSeverities.indexOf(severity) <= least),
  )
  if (options.writeBaseline !== undefined) {
    await environment.writeFile(options.writeBaseline, writeBaseline(made.findings, made.at))
    environment.stderr(`${shellWord(options.writeBaseline)}: ${made.findings.length} findings accepted; review them\n`)
    return 0
  }
  const judged = await judgedBy(made, all, options.baseline, environment)
  const left = withFindings(made, judged.findings)
  const look = { ...environment, details: options.details === true }
  await emit(environment, targets, (format) => render(format, { gaps: left, namesOf }, judged, look))
  tell(left, judged, environment)
  if (left.findings.length > 0 && !look.details && targets.some(({ format }) => format === 'text'))
    environment.stderr(`reasons, and commands that replay each finding: authplan gaps ${shellPath(file)} --details\n`)
  return left.findings.length > 0 ? 1 : 0
}

async function judgedBy(
  made: Gaps,
  all: Gaps,
  baseline: string | undefined,
  environment: Environment,
): Promise<Judged> {
  if (baseline === undefined) return { findings: made.findings, accepted: [], expired: [], problems: [] }
  const source = await accepted(environment, environment.reader.read(baseline))
  const read = readBaseline(source)
  if (!read.ok) {
    if ('problems' in read) throw problemsOf(read.problems)
    return accepted<never>(environment, read)
  }
  const { problems } = judgeBaseline(all.findings, read, all.at)
  if (problems.length > 0) throw problemsOf(problems)
  return judgeBaseline(made.findings, read, made.at)
}

function problemsOf(problems: readonly BaselineProblem[]): Error {
  const [first, ...others] = problems
  return usageProblems(
    [...others, ...(first === undefined ? [] : [first])].map(({ file, line, column, message, help }) => ({
      message: `${file}:${line}:${column} ${message}`,
      ...(help === undefined ? {} : { help }),
    })),
  )
}

function tell({ findings, signIns, classes, users }: Gaps, judged: Judged, { stderr }: Environment): void {
  for (const { kind, reason, expires } of judged.expired)
    stderr(`the acceptance of \`${kind}\` (${reason}) has expired on ${formatInstant(expires)}\n`)
  const counts = gapSeverities.map((one) => {
    const count = findings.filter(({ severity }) => severity === one).length
    return counted(count, one)
  })
  const taken = judged.accepted.length === 0 ? '' : `, ${judged.accepted.length} accepted`
  const people = `${counted(users, 'user')} in ${classes} ${classes === 1 ? 'class' : 'classes'}`
  stderr(`${counted(signIns, 'sign-in')} of ${people}: ${counts.join(', ')}${taken}\n`)
}

function render(
  format: GapsFormat,
  { gaps: made, namesOf }: GapsRun,
  judged: Judged,
  { color, columns, reader, details }: Environment & { readonly details: boolean },
): string | Iterable<string> {
  const paint = color.stdout ? coloredReport : plainReport
  switch (format) {
    case 'text':
      return wrappedLines(details ? renderGapsText(made, paint) : renderGapsSummary(made, paint), columns)
    case 'json':
      return jsonText(gapsJson(made, judged.accepted))
    case 'markdown':
      return renderGapsMarkdown(made, judged.accepted)
    case 'csv':
      return csvGapLines(made, namesOf)
    case 'sarif':
      return jsonText(gapsSarif(made, judged.accepted, productVersion(), endsIn(reader)))
  }
}
