import { coverageJson, coverageLines, isComplete } from '../../importers/coverage.ts'
import { importProducts } from '../../importers/fragment.ts'
import { collectCommands } from '../../importers/graph/commands.ts'
import { type ImportOptions, importExports } from '../../importers/import-exports.ts'
import { originsFileOf, originsText } from '../../importers/origins-file.ts'
import { type Diagnostic, hasErrors, inOrder } from '../../source/diagnostics/diagnostic.ts'
import { diagnosticJson, renderDiagnostics } from '../../source/diagnostics/render-diagnostic.ts'
import { neutralize } from '../../source/text/neutralize.ts'
import { outputText } from '../../source/text/output-text.ts'
import { ansiPaint, plainPaint } from '../../source/text/paint.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { collect } from '../formats.ts'
import { type ImportWords, importWords } from '../import-words.ts'
import { newCommand } from '../new-command.ts'
import { readExports } from '../read-exports.ts'
import { readInstant } from '../request-options.ts'
import { usageProblem } from '../usage.ts'

interface ImportCommandOptions {
  readonly output?: string
  readonly only?: readonly string[]
  readonly name?: string
  readonly asOf?: string
  readonly coverage?: string
  readonly commands?: true
}

/** `authplan import`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'import', {
    exit1: 'something in the exports is not understood; the file is written all the same',
    notes: 'Standard error reports what happened to each object. Nothing is asked of a tenant.',
    examples: [
      { line: 'authplan import exports -o tenant.yaml', says: 'every export in a folder, whatever its file name' },
      { line: 'authplan import policies.json locations.json', says: 'some exports, to standard output' },
      { line: 'authplan import exports --only graph --name Contoso', says: 'exports of one product, with a name' },
      { line: 'authplan import --commands', says: 'read-only commands that write the exports' },
    ],
  })
  return command
    .argument('[PATH...]', 'files, folders or patterns')
    .option('-o, --output <FILE>', 'the tenant file to write; without it, standard output')
    .option('--only <KIND>', `read one kind of export alone: ${importProducts.join(', ')}; repeatable`, collect)
    .option('--name <NAME>', 'the name of the tenant; without it, the one in the exports')
    .option('--as-of <DATE>', 'the date at which services are judged; without it, the last one in the exports')
    .option('--coverage <FILE>', 'what became of each object of the exports, as JSON')
    .option('--commands', 'show the commands that write the exports, and do nothing else')
    .action(async (words: readonly string[], options: ImportCommandOptions) => {
      if (options.commands) environment.stdout(lines(collectCommands))
      else exit(await importFiles(importWords(words, options.only, environment.reader), options, environment))
    })
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

async function importFiles(
  { paths, only, note }: ImportWords,
  { output, name, asOf, coverage: coverageFile }: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (note !== undefined) environment.stderr(`${neutralize(note)}\n`)
  if (paths.length === 0)
    throw usageProblem('no export is named', 'give files or folders; `--commands` shows how to get them')
  if (asOf !== undefined) readInstant(asOf)
  const { sources, unreadable, leftAlone } = readExports(paths, environment.reader)
  const options: ImportOptions = {
    ...(name === undefined ? {} : { name }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(only === undefined ? {} : { only }),
  }
  if (sources.length === 0) return tell(environment, unreadable, 2)
  const loaded = importExports(sources, options)
  if (!loaded.ok) return tell(environment, [...unreadable, ...loaded.diagnostics], 2)
  const diagnostics = [...unreadable, ...loaded.warnings]
  const coverage = [...loaded.value.coverage, ...leftAlone]
  const text = outputText('yaml', loaded.value.text)
  if (output === undefined) environment.stdout(text)
  else {
    await environment.writeFile(output, text)
    await environment.writeFile(originsFileOf(output), originsText(loaded.value.file, loaded.value.origins))
  }
  if (coverageFile !== undefined)
    await environment.writeFile(coverageFile, coverageJson(coverage, diagnostics.map(diagnosticJson)))
  tell(environment, diagnostics, 0)
  environment.stderr(lines(coverageLines(coverage).map(neutralize)))
  if (hasErrors(diagnostics)) return 2
  return isComplete(coverage) ? 0 : 1
}

function tell({ stderr, color }: Environment, diagnostics: readonly Diagnostic[], code: ExitCode): ExitCode {
  if (diagnostics.length > 0) stderr(renderDiagnostics(inOrder(diagnostics), color.stderr ? ansiPaint : plainPaint))
  return code
}
