import { explainJson, jsonText } from '../../report/json.ts'
import { colouredReport, plainReport } from '../../report/report-paint.ts'
import { renderExplanation } from '../../report/text.ts'
import { ruleById } from '../../rules/index.ts'
import type { DefineCommand } from '../commands.ts'
import type { Environment } from '../environment.ts'
import { addFormatOption, emit, type FormatTarget, readFormats } from '../formats.ts'
import { loadFor } from '../load.ts'
import { newCommand } from '../new-command.ts'
import { addRequestOptions, type Played, playSessions, type RequestOptions, type Session } from '../request-options.ts'
import { usageProblem } from '../usage.ts'

const formats = ['text', 'json'] as const
type ExplainFormat = (typeof formats)[number]

interface ExplainOptions extends RequestOptions {
  readonly format?: readonly string[]
}

/** `authplan explain`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'explain', {
    examples: [
      { line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010', says: 'everything they do with it' },
      {
        line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010 -p read-mail -n internet',
        says: 'one session',
      },
      {
        line: 'authplan explain tenant.yaml -u "Finance lead" -c outlook-2010 -f json',
        says: 'the contract, each leg with its trace',
      },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addFormatOption(addRequestOptions(command), formats, 'text')
  return command.action(async (file: string, options: ExplainOptions) => {
    const targets = readFormats(options.format, formats, 'text')
    await explain(file, options, targets, environment)
    exit(0)
  })
}

async function explain(
  file: string,
  options: ExplainOptions,
  targets: readonly FormatTarget<ExplainFormat>[],
  environment: Environment,
): Promise<void> {
  const missing = options.user === undefined ? '--user' : options.client === undefined ? '--client' : undefined
  if (missing !== undefined)
    throw usageProblem(
      `\`${missing}\` is missing`,
      'an explanation is of one user and one client; `authplan simulate` shows all',
    )
  const played = playSessions(await loadFor(environment, file), options)
  await emit(environment, targets, (format) => {
    if (format === 'json')
      return jsonText(
        explainJson(
          played.header,
          played.sessions.map(({ traces }) => traces),
        ),
      )
    return explainText(played, environment)
  })
}

/** Sessions that read alike from several networks are told once. */
function explainText({ sessions }: Played, { colour, columns }: Environment): string {
  const paint = colour.stdout ? colouredReport : plainReport
  const width = Math.min(columns ?? 100, 120)
  const told = new Map<string, Session[]>()
  for (const session of sessions) {
    const text = renderExplanation(session.traces, { ruleOf: ruleById, width, paint })
    const key = `${session.request.purpose}\n${text}`
    told.set(key, [...(told.get(key) ?? []), session])
  }
  return [...told]
    .map(([key, alike]) => `${paint.rule(headingOf(alike))}\n${key.slice(key.indexOf('\n') + 1)}`)
    .join('\n')
}

function headingOf(sessions: readonly Session[]): string {
  const [first] = sessions
  if (first === undefined) return ''
  const { user, client, purpose } = first.request
  return `${user}, ${client}, ${purpose}, from ${sessions.map(({ request }) => request.network).join(', ')}`
}
