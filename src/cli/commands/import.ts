import { Option } from 'commander'
import { coverageLines, isComplete } from '../../importers/coverage.ts'
import { collectCommands } from '../../importers/graph/commands.ts'
import { type ImportedTenant, type ImportOptions, importGraph } from '../../importers/graph/import-graph.ts'
import { type Diagnostic, hasErrors, inOrder, type Loaded } from '../../source/diagnostics/diagnostic.ts'
import { renderDiagnostics } from '../../source/diagnostics/render-diagnostic.ts'
import { neutralize } from '../../source/text/neutralize.ts'
import { outputText } from '../../source/text/output-text.ts'
import { ansiPaint, plainPaint } from '../../source/text/paint.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { newCommand } from '../new-command.ts'
import { importNotYet, importOptionNotYet, importOptionsToCome, importWithoutKindNotYet } from '../not-yet.ts'
import { readExports } from '../read-exports.ts'
import { readInstant } from '../request-options.ts'
import { oneOf, usageProblem } from '../usage.ts'

interface Importer {
  readonly read: (sources: readonly SourceText[], options: ImportOptions) => Loaded<ImportedTenant>
  /** Read-only commands that write what is read. */
  readonly commands: readonly string[]
}

const importers = {
  graph: { read: importGraph, commands: collectCommands },
} as const satisfies Readonly<Record<string, Importer>>

/** Kinds of export that can be imported. */
// Object.keys of a literal are its keys, which its type cannot say.
export const kinds = Object.keys(importers) as readonly (keyof typeof importers)[]

interface ImportCommandOptions {
  readonly output?: string
  readonly name?: string
  readonly asOf?: string
  readonly commands?: true
}

/** `authplan import`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'import', {
    exit1: 'something in the exports is not understood; the file is written all the same',
    notes: 'Standard error reports what happened to each object. Nothing is asked of a tenant.',
    examples: [
      {
        line: 'authplan import graph exports -o tenant.yaml',
        says: 'every export in a folder, whatever its file name',
      },
      { line: 'authplan import graph policies.json locations.json', says: 'some exports, to standard output' },
      { line: 'authplan import graph exports --name Contoso --as-of 2026-11-22', says: 'with a name and a date' },
      { line: 'authplan import graph --commands', says: 'read-only commands that write the exports' },
    ],
  })
  command
    .argument('<KIND>', `what the exports are of: ${kinds.join(', ')}`)
    .argument('[PATH...]', 'files, folders or patterns')
    .option('-o, --output <FILE>', 'the tenant file to write; without it, standard output')
    .option('--name <NAME>', 'the name of the tenant; without it, the one in the exports')
    .option('--as-of <DATE>', 'the date at which services are judged; without it, the last one in the exports')
    .option('--commands', 'show the commands that write the exports, and do nothing else')
  for (const option of importOptionsToCome.keys())
    command.addOption(
      new Option(`${option} [VALUE]`).hideHelp().argParser(() => {
        throw importOptionNotYet(option)
      }),
    )
  return command.action(async (kind: string, paths: readonly string[], options: ImportCommandOptions) => {
    const notYet = importNotYet(kind, kinds)
    if (notYet !== undefined) throw notYet
    // A kind is a word; what has a dot or a slash is a path.
    if (/[./\\]/.test(kind)) throw importWithoutKindNotYet(kinds)
    const importer = importers[oneOf('kind of export', kind, kinds)]
    if (options.commands) environment.stdout(lines(importer.commands))
    else exit(await importFiles(importer, paths, options, environment))
  })
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

async function importFiles(
  importer: Importer,
  paths: readonly string[],
  { output, name, asOf }: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  if (paths.length === 0)
    throw usageProblem('no export is named', 'give files or folders; `--commands` shows how to get them')
  if (asOf !== undefined) readInstant(asOf)
  const { sources, unreadable } = readExports(paths, environment.reader)
  const options: ImportOptions = { ...(name === undefined ? {} : { name }), ...(asOf === undefined ? {} : { asOf }) }
  if (sources.length === 0) return tell(environment, unreadable, 2)
  const loaded = importer.read(sources, options)
  if (!loaded.ok) return tell(environment, [...unreadable, ...loaded.diagnostics], 2)
  const diagnostics = [...unreadable, ...loaded.warnings]
  const { coverage } = loaded.value
  const text = outputText('yaml', loaded.value.text)
  if (output === undefined) environment.stdout(text)
  else await environment.writeFile(output, text)
  tell(environment, diagnostics, 0)
  environment.stderr(lines(coverageLines(coverage).map(neutralize)))
  if (hasErrors(diagnostics)) return 2
  return isComplete(coverage) ? 0 : 1
}

function tell({ stderr, color }: Environment, diagnostics: readonly Diagnostic[], code: ExitCode): ExitCode {
  if (diagnostics.length > 0) stderr(renderDiagnostics(inOrder(diagnostics), color.stderr ? ansiPaint : plainPaint))
  return code
}
