import { renderCsv } from '../../report/csv.ts'
import { jsonText, sessionJson, simulationJson } from '../../report/json.ts'
import { renderMarkdownTable } from '../../report/markdown-table.ts'
import { colouredReport, plainReport } from '../../report/report-paint.ts'
import { renderTable } from '../../report/table.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { meets, readExpectation, sessionWords } from '../expectation.ts'
import { addFormatOption, emit, readFormats } from '../formats.ts'
import { loadFor } from '../load.ts'
import type { DefineCommand } from '../load-command.ts'
import { newCommand } from '../new-command.ts'
import { addRequestOptions, type Played, playSessions, type RequestOptions, type Session } from '../request-options.ts'

const formats = ['table', 'json', 'csv', 'markdown'] as const
type SimulateFormat = (typeof formats)[number]

interface SimulateOptions extends RequestOptions {
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
      { line: 'authplan simulate tenant.yaml -f table -f json:verdicts.json', says: 'a table to read, a file to keep' },
    ],
  })
  command.argument('<FILE>', 'a tenant file')
  addRequestOptions(command).option('--expect <VERDICT|CREDENTIAL>', 'every session must end so')
  addFormatOption(command, formats, 'table')
  return command.action(async (file: string, options: SimulateOptions) => {
    exit(await simulate(file, options, environment))
  })
}

async function simulate(file: string, options: SimulateOptions, environment: Environment): Promise<ExitCode> {
  const targets = readFormats(options.format, formats, 'table')
  const expected = options.expect === undefined ? undefined : readExpectation(options.expect)
  const played = playSessions(await loadFor(environment, file), options)
  await emit(environment, targets, (format) => render(format, played, environment))
  if (expected === undefined) return 0
  const wrong = played.sessions.filter(({ traces }) => !meets(traces, expected))
  for (const session of wrong) environment.stderr(`${unexpected(session, expected)}\n`)
  return wrong.length > 0 ? 1 : 0
}

function unexpected({ request, traces }: Session, expected: string): string {
  const { user, client, purpose, network } = request
  return `not as expected: ${user}, ${client}, ${purpose}, from ${network}: expected ${expected}, found ${sessionWords(traces)}`
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
