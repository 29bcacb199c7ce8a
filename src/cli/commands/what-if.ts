import type { Population } from '../../analysis/population/population.ts'
import { type PolicySheet, policySheet, sheetOfOne } from '../../analysis/what-if/policy-sheet.ts'
import { type WhatIfAnswer, type WhatIfOptions, whatIf, whatIfQuestion } from '../../analysis/what-if/what-if.ts'
import { jsonText } from '../../report/json/json.ts'
import { renderAligned } from '../../report/tables/aligned-table.ts'
import { combinedInWords } from '../../report/text/policy-grid.ts'
import {
  policySheetCsv,
  policySheetJson,
  policySheetMarkdown,
  policySheetTable,
} from '../../report/text/policy-sheet.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { type LocatedDocument, parseSource } from '../../source/document/located-document.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { Signals } from '../../vocabulary/requests.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { exportRequests, refuseBesideExport } from '../export-requests.ts'
import { addFormatOption, collect, emit, type FormatTarget, readFormats } from '../formats.ts'
import { accepted, loadFor } from '../load.ts'
import { loadWithPeople } from '../load-people.ts'
import { newCommand } from '../new-command.ts'
import { personIn } from '../person-in-request.ts'
import { readInstant, readSignals } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'
import { warnOf, without } from '../without-effect.ts'

const formats = ['json', 'text', 'csv', 'markdown'] as const
type WhatIfFormat = (typeof formats)[number]
const readings = ['none', 'matches', 'undetermined'] as const

interface WhatIfCommandOptions {
  readonly request?: string
  readonly export?: string
  readonly features?: readonly string[]
  readonly signal?: readonly string[]
  readonly missing: string
  readonly asOf?: string
  readonly format?: readonly string[]
  readonly everyone?: true
  readonly strict?: true
}

const examples = [
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
  {
    line: 'authplan what-if tenant.yaml --request request.json --everyone -f csv:policies.csv',
    says: 'people by policies, as a sheet',
  },
  {
    line: 'authplan what-if tenant.yaml --export questions',
    says: 'requests to put to the tenant itself; `authplan replay --what-if` compares its answers',
  },
  {
    line: 'authplan what-if tenant.yaml --export questions --features features',
    says: 'the sign-ins that these features describe, as such requests',
  },
] as const

/** `authplan what-if`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'what-if', { examples })
  command
    .argument('<FILE>', 'a tenant file')
    .option(
      '-r, --request <FILE>',
      "a file with the body of Graph's conditionalAccess/evaluate, or that body itself, as JSON",
    )
    .option('--export <FOLDER>', 'instead: write requests that show each policy, and tests of Maester, to a folder')
    .option(
      '--features <PATH>',
      'with `--export`: the sign-ins that features describe instead; files, FILE:LINE, folders or patterns; repeatable',
      collect,
    )
    .option('--signal <KEY=VALUE>', 'a signal in addition to those in the request; repeatable', collect)
    .option('--missing <READING>', `how to treat a missing signal: ${readings.join(', ')}`, 'none')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--everyone', 'ask for everyone instead of the person in the request: people by policies')
    .option('--strict', 'treat a signal without effect as a finding')
  addFormatOption(command, formats, 'json')
  return command.action(async (file: string, options: WhatIfCommandOptions) => {
    const { export: folder, asOf, features } = options
    if (folder === undefined) {
      if (features !== undefined)
        throw usageProblem('`--features` has no effect without `--export`', 'name a folder for the requests')
      exit(await answer(file, options, readFormats(options.format, formats, 'json'), environment))
      return
    }
    const given = command.options.filter((one) => command.getOptionValueSource(one.attributeName()) === 'cli')
    refuseBesideExport(given.map((one) => one.attributeName()))
    const at = asOf === undefined ? {} : { at: readInstant(asOf) }
    exit(await exportRequests(environment, { file, folder, ...(features === undefined ? {} : { features }), ...at }))
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
  if (options.request === undefined)
    throw usageProblem('a request is missing', 'name one with `--request`, or write requests with `--export`')
  const source = await accepted(environment, requestSource(environment, options.request))
  const document = await accepted(environment, parseSource(source))
  const everyone = options.everyone === true
  const population = await peopleFor(environment, file, everyone, personIn(document.value))
  const signals = readSignals(population.tenant, options.signal ?? [])
  const ask = (given: Signals) =>
    answerOf(population, document, { signals: given, missing, ...(at === undefined ? {} : { at }) }, everyone)
  const given = await accepted(environment, ask(signals))
  await emit(environment, targets, (format) => render(format, given))
  const idle = Object.keys(signals).filter(
    (key) => JSON.stringify(ask(without(signals, key))) === JSON.stringify(ask(signals)),
  )
  return warnOf(
    environment,
    idle.map((key) => `--signal ${key}`),
    options.strict,
  )
}

/** The answer of every policy, as Graph gives it for one person, and as a sheet. */
interface Answered {
  readonly one?: WhatIfAnswer
  readonly sheet: PolicySheet
}

function answerOf(
  population: Population,
  document: LocatedDocument,
  options: WhatIfOptions,
  everyone: boolean,
): Loaded<Answered> {
  const question = whatIfQuestion(population.tenant, document, options)
  if (!question.ok) return question
  const sheet = everyone ? policySheet(question.value, population) : sheetOfOne(question.value)
  if (!sheet.ok) return sheet
  if (everyone) return { ...sheet, value: { sheet: sheet.value } }
  const one = whatIf(population.tenant, document, options)
  return one.ok ? { ...one, value: { one: one.value, sheet: sheet.value } } : one
}

/** The people of a file in classes; without `everyone` only those who are asked for matter. */
async function peopleFor(
  environment: Environment,
  file: string,
  everyone: boolean,
  people: readonly string[],
): Promise<Population> {
  if (!everyone) {
    const { tenant } = await loadWithPeople(environment, file, people)
    return { tenant, classes: [], users: 0, records: new Map() }
  }
  const { populationOf } = await import('../../analysis/population/population.ts')
  return accepted(environment, populationOf(await loadFor(environment, file), environment.reader))
}

function render(format: WhatIfFormat, { one, sheet }: Answered): string {
  switch (format) {
    case 'csv':
      return policySheetCsv(sheet)
    case 'markdown':
      return policySheetMarkdown(sheet)
    case 'json':
      return one === undefined ? jsonText(policySheetJson(sheet)) : jsonOf(one)
    case 'text':
      return one === undefined ? renderAligned(policySheetTable(sheet)) : textOf(one)
  }
}

/** The request itself, where the option holds it, or the file that it names. */
const requestSource = ({ reader }: Environment, given: string): Loaded<SourceText> =>
  given.trimStart().startsWith('{')
    ? { ok: true, value: { name: '--request', text: given }, warnings: [] }
    : reader.read(given)

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
