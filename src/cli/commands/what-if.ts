import type { WhatIfAnswer } from '../../analysis/what-if/what-if.ts'
import { whatIf } from '../../analysis/what-if/what-if.ts'
import { jsonText } from '../../report/json/json.ts'
import { renderAligned } from '../../report/tables/aligned-table.ts'
import { combinedInWords } from '../../report/text/policy-grid.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { parseSource } from '../../source/document/located-document.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { addFormatOption, collect, emit, type FormatTarget, readFormats } from '../formats.ts'
import { accepted } from '../load.ts'
import { loadWithPeople } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { readInstant, readSignals } from '../request-options.ts'
import { oneOf } from '../usage.ts'
import { warnOf, without } from '../without-effect.ts'

const formats = ['json', 'text'] as const
type WhatIfFormat = (typeof formats)[number]
const readings = ['none', 'matches', 'undetermined'] as const

interface WhatIfCommandOptions {
  readonly request: string
  readonly signal?: readonly string[]
  readonly missing: string
  readonly asOf?: string
  readonly format?: readonly string[]
  readonly strict?: true
}

/** `authplan what-if`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'what-if', {
    examples: [
      {
        line: 'authplan what-if tenant.yaml --request request.json',
        says: 'the result in the format of Graph, with the combined decision',
      },
      {
        line: 'authplan what-if tenant.yaml --request request.json --signal signInRiskLevel=high',
        says: 'with an additional signal',
      },
      {
        line: 'authplan what-if tenant.yaml --request request.json --missing undetermined -f text',
        says: 'missing signals stay undetermined',
      },
    ],
  })
  command
    .argument('<FILE>', 'a tenant file')
    .requiredOption(
      '-r, --request <FILE>',
      "a file with the body of Graph's conditionalAccess/evaluate, or that body itself, as JSON",
    )
    .option('--signal <KEY=VALUE>', 'a signal in addition to those in the request; repeatable', collect)
    .option('--missing <READING>', `how to treat a missing signal: ${readings.join(', ')}`, 'none')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--strict', 'treat a signal without effect as a finding')
  addFormatOption(command, formats, 'json')
  return command.action(async (file: string, options: WhatIfCommandOptions) => {
    exit(await answer(file, options, readFormats(options.format, formats, 'json'), environment))
  })
}

async function answer(
  file: string,
  options: WhatIfCommandOptions,
  targets: readonly FormatTarget<WhatIfFormat>[],
  environment: Environment,
): Promise<ExitCode> {
  const missing = oneOf('reading', options.missing, readings)
  const at = options.asOf === undefined ? undefined : readInstant(options.asOf)
  const source = await accepted(environment, requestSource(environment, options.request))
  const document = await accepted(environment, parseSource(source))
  const { tenant } = await loadWithPeople(environment, file, personIn(document.value))
  const signals = readSignals(tenant, options.signal ?? [])
  const ask = (signals: Signals) => whatIf(tenant, document, { signals, missing, ...(at === undefined ? {} : { at }) })
  const given = await accepted(environment, ask(signals))
  await emit(environment, targets, (format) => (format === 'json' ? jsonOf(given) : textOf(given)))
  const idle = Object.keys(signals).filter(
    (key) => JSON.stringify(ask(without(signals, key))) === JSON.stringify(ask(signals)),
  )
  return warnOf(
    environment,
    idle.map((key) => `--signal ${key}`),
    options.strict,
  )
}

/** The request itself, where the option holds it, or the file that it names. */
const requestSource = ({ reader }: Environment, given: string): Loaded<SourceText> =>
  given.trimStart().startsWith('{')
    ? { ok: true, value: { name: '--request', text: given }, warnings: [] }
    : reader.read(given)

/** The user whom a request names, before it is read: only then does a file of people have to be searched for one. */
function personIn(request: unknown): readonly string[] {
  const userId = fieldOf(fieldOf(request, 'signinidentity'), 'userid')
  return typeof userId === 'string' ? [userId] : []
}

function fieldOf(value: unknown, name: string): unknown {
  return Object.entries(Object(value)).find(([key]) => key.toLowerCase() === name)?.[1]
}

function jsonOf(given: WhatIfAnswer): string {
  // Policies are Graph's own objects and the rest is ours: plain data throughout.
  return jsonText(JSON.parse(JSON.stringify(given)))
}

function textOf({ value, combined }: WhatIfAnswer): string {
  const rows = value.map(({ displayName, policyApplies, result, analysisReasons }) => [
    String(displayName ?? ''),
    policyApplies ? 'applies' : 'does not apply',
    result,
    analysisReasons,
  ])
  return `${renderAligned({ headings: ['policy', 'applies', 'result', 'reasons'], rows })}\n${combinedInWords(combined)}\n`
}
