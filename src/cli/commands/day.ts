import { dayOf, readDay } from '../../analysis/day/day-plan.ts'
import { type PlayedDay, playDay } from '../../analysis/day/play-day.ts'
import { jsonText } from '../../report/json/json.ts'
import { dayDiagram, dayJson, dayTable } from '../../report/text/day-report.ts'
import { parseSource } from '../../source/document/located-document.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { findUser } from '../../tenant/find.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, emit, type FormatTarget, readFormats } from '../formats.ts'
import { accepted } from '../load.ts'
import { loadForUser } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readFilter, readInstant } from '../request-options.ts'
import { usageProblem } from '../usage.ts'

const formats = ['table', 'json', 'mmd'] as const
type DayFormat = (typeof formats)[number]

interface DayOptions {
  readonly user: string
  readonly day?: string
  readonly asOf?: string
  readonly format?: readonly string[]
}

/** `authplan day`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'day', {
    notes:
      'A day is a list of { at: "08:05", do: read-mail, client: NAME, network: NAME }; `unlock` opens the device of the client. At the start no client is signed in and every device is locked.',
    examples: [
      {
        line: 'authplan day tenant.yaml -u "Finance lead"',
        says: 'unlock, mail, Teams, intranet and files from 08:00',
      },
      { line: 'authplan day tenant.yaml -u "Finance lead" --day day.yaml', says: 'your own day' },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .requiredOption('-u, --user <USER>', 'user principal name or display name')
    .option('--day <FILE>', 'the steps of the day, as YAML or JSON (default: `day` of the tenant file)')
    .option('--as-of <DATE>', 'the date of the day (default: the date in the file)')
  addFormatOption(command, formats, 'table')
  return command.action(async (file: string, options: DayOptions) => {
    exit(await day(file, options, readFormats(options.format, formats, 'table'), environment))
  })
}

const length = 24 * 60 * 60_000

async function day(
  file: string,
  options: DayOptions,
  targets: readonly FormatTarget<DayFormat>[],
  environment: Environment,
): Promise<ExitCode> {
  const tenant = await loadForUser(environment, file, options.user)
  // An unknown name is a problem of usage, with the nearest one.
  readFilter(tenant, { user: options.user })
  const found = findUser(tenant, options.user)
  if (!found.found) throw usageProblem(`unknown user \`${options.user}\``)
  const at = options.asOf === undefined ? tenant.asOf : readInstant(options.asOf)
  const steps =
    options.day === undefined
      ? dayOf(tenant, found.value)
      : await accepted(environment, readDay(tenant, await documentOf(environment, options.day)))
  if (steps.length === 0) throw usageProblem('this user has no client with a purpose', 'pass a day with `--day`')
  const played = playDay(tenant, found.value, steps, Math.floor(at / length) * length)
  await emit(environment, targets, (format) => render(format, played, { tenant: tenant.name, asOf: formatInstant(at) }))
  return 0
}

async function documentOf(environment: Environment, file: string) {
  return accepted(environment, parseSource(await accepted(environment, environment.reader.read(file))))
}

function render(
  format: DayFormat,
  played: PlayedDay,
  header: { readonly tenant: string; readonly asOf: string },
): string {
  if (format === 'table') return dayTable(played)
  return format === 'json' ? jsonText(dayJson(played, header)) : dayDiagram(played)
}
