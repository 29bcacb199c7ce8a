import { coverageJson, coverageLines, isComplete } from '../../importers/coverage.ts'
import { importProducts } from '../../importers/fragment.ts'
import { collectCommands } from '../../importers/graph/commands.ts'
import { type ImportedTenant, importExports } from '../../importers/import-exports.ts'
import { originsFileOf, originsText } from '../../importers/origins-file.ts'
import { type KeyedHash, pseudonymOfFile } from '../../importers/pseudonyms.ts'
import type { ReadingLimits } from '../../importers/reading-limits.ts'
import { type Diagnostic, hasErrors, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { diagnosticCatalog } from '../../source/diagnostics/diagnostic-catalog.ts'
import { diagnosticJson, renderDiagnostics } from '../../source/diagnostics/render-diagnostic.ts'
import { shownDiagnostics } from '../../source/diagnostics/shown-diagnostics.ts'
import { neutralize } from '../../source/text/neutralize.ts'
import { outputText } from '../../source/text/output-text.ts'
import { ansiPaint, plainPaint } from '../../source/text/paint.ts'
import { positionOf } from '../../source/text/source-text.ts'
import type { DefineCommand } from '../define-command.ts'
import type { Environment, ExitCode } from '../environment.ts'
import { collect } from '../formats.ts'
import { type ImportWords, importWords } from '../import-words.ts'
import { keyedHash } from '../keyed-hash.ts'
import { newCommand } from '../new-command.ts'
import { parseHcl } from '../parse-hcl.ts'
import { readColumns } from '../read-columns.ts'
import { readExports } from '../read-exports.ts'
import { readInstant } from '../request-options.ts'
import { usageProblem } from '../usage.ts'
import { wholeNumber } from '../whole-number.ts'

interface ImportCommandOptions {
  readonly output?: string
  readonly only?: readonly string[]
  readonly name?: string
  readonly asOf?: string
  readonly into?: string
  readonly pseudonymize?: string
  readonly coverage?: string
  readonly columns?: string
  readonly memoryLimit?: string
  readonly timeLimit?: string
  readonly commands?: true
}

/** `authplan import`. */
export const define: DefineCommand = (environment, exit) => {
  const command = newCommand(environment, 'import', {
    exit1: 'part of the exports is not understood; the file is written anyway',
    notes: 'Standard error reports what happened to each object. No tenant is contacted.',
    examples: [
      { line: 'authplan import exports -o tenant.yaml', says: 'every export in a folder, regardless of file names' },
      { line: 'authplan import policies.json locations.json', says: 'some exports, to standard output' },
      { line: 'authplan import exports --only graph --name Contoso', says: 'exports of one product, with a name' },
      {
        line: 'authplan import exports --into tenant.yaml',
        says: 'what has changed since, in the file and in verdicts',
      },
      { line: 'authplan import --commands', says: 'read-only commands that write the exports' },
    ],
  })
  return command
    .argument('[PATH...]', 'files, folders or patterns')
    .option('-o, --output <FILE>', 'the tenant file to write (default: standard output)')
    .option('--only <KIND>', `read only this kind of export: ${importProducts.join(', ')}; repeatable`, collect)
    .option('--name <NAME>', 'the name of the tenant (default: the one in the exports)')
    .option('--as-of <DATE>', 'the date for which services are evaluated (default: the latest one in the exports)')
    .option('--into <FILE>', 'update this tenant file; comments and settings that only it has are kept')
    .option('--pseudonymize <KEYFILE>', 'replace names and ids for sharing; the same key gives the same pseudonyms')
    .option('--coverage <FILE>', 'what happened to each object in the exports, as JSON')
    .option('--columns <FILE>', 'the meaning of unknown columns in user lists: `Header: displayName`')
    .option('--memory-limit <MB>', 'how much memory the content of the exports may take (default: 900)')
    .option('--time-limit <SECONDS>', 'how much processor time reading one file may take (default: 30)')
    .option('--commands', 'only show the commands that write the exports')
    .action(async (words: readonly string[], options: ImportCommandOptions) => {
      environment.spareMemory?.()
      if (options.commands) environment.stdout(lines(collectCommands))
      else exit(await importFiles(importWords(words, options.only, environment.reader), options, environment))
    })
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('')

/** Refuses options that do not go together, and a command without exports. */
function refuseUnusable(paths: readonly string[], { asOf, into, pseudonymize }: ImportCommandOptions): void {
  if (paths.length === 0)
    throw usageProblem('no exports given', 'name files or folders; `--commands` shows how to create them')
  if (asOf !== undefined) readInstant(asOf)
  if (into !== undefined && pseudonymize !== undefined)
    throw usageProblem('`--pseudonymize` writes a separate file', 'leave out `--into`')
}

/** What reading may take: as given, otherwise what an ordinary machine has. */
function limitsOf({ memoryLimit, timeLimit }: ImportCommandOptions, { processorTime }: Environment): ReadingLimits {
  const megabytes = wholeNumber('--memory-limit', memoryLimit)
  const seconds = wholeNumber('--time-limit', timeLimit)
  return {
    ...(processorTime === undefined ? {} : { now: processorTime }),
    ...(megabytes === undefined ? {} : { bytes: megabytes * 1_000_000 }),
    ...(seconds === undefined ? {} : { milliseconds: seconds * 1000 }),
  }
}

async function importFiles(
  { paths, only, note }: ImportWords,
  options: ImportCommandOptions,
  environment: Environment,
): Promise<ExitCode> {
  const { name, asOf, pseudonymize: keyFile, coverage: coverageFile } = options
  if (note !== undefined) environment.stderr(`${neutralize(note)}\n`)
  refuseUnusable(paths, options)
  const hash = keyFile === undefined ? undefined : keyedHash(keyFile, environment.reader)
  const { together, others, unreadable, leftAlone } = readExports(paths, environment.reader)
  const notOpened =
    hash === undefined ? leftAlone : leftAlone.map((one) => ({ ...one, source: pseudonymOfFile(hash, one.source) }))
  const loaded = importExports(together, {
    others,
    limits: limitsOf(options, environment),
    hcl: await parseHcl(together),
    ...(name === undefined ? {} : { name }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(options.output === undefined || options.into !== undefined ? {} : { stem: stemOf(options.output) }),
    ...(only === undefined ? {} : { only }),
    ...(hash === undefined ? {} : { pseudonymize: hash }),
    ...(options.columns === undefined ? {} : { columns: await readColumns(options.columns, environment) }),
  })
  if (!loaded.ok && loaded.files === 0) return tell(environment, unreadable, 2, hash)
  if (!loaded.ok) {
    tell(environment, [...unreadable, ...loaded.diagnostics], 2, hash)
    environment.stderr(lines(coverageLines([...loaded.coverage, ...notOpened]).map(neutralize)))
    return 2
  }
  const diagnostics = [...unreadable, ...loaded.warnings]
  const coverage = [...loaded.value.coverage, ...notOpened]
  await deliver(loaded.value, options, environment)
  // Diagnostics quote the exports, which pseudonyms are to hide.
  const quoted = keyFile === undefined ? diagnostics.map(diagnosticJson) : []
  if (coverageFile !== undefined) await environment.writeFile(coverageFile, coverageJson(coverage, quoted))
  tell(environment, diagnostics, 0, hash)
  environment.stderr(lines(coverageLines(coverage).map(neutralize)))
  if (hasErrors(diagnostics)) return 2
  return isComplete(coverage) ? 0 : 1
}

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '')

/** The name of a tenant file without its folder and ending. */
const stemOf = (output: string): string => output.slice(folderOf(output).length).replace(/\.(?:ya?ml|json)$/i, '')

/** Writes the tenant file, or brings the one there is up to date. */
async function deliver(
  imported: ImportedTenant,
  { output, into, pseudonymize }: ImportCommandOptions,
  environment: Environment,
): Promise<void> {
  if (into !== undefined) return update(imported, into, output ?? into, environment)
  const text = outputText('yaml', imported.text)
  if (output === undefined) return environment.stdout(text)
  await environment.writeFile(output, text)
  for (const [name, content] of Object.entries(imported.beside)) {
    const path = `${folderOf(output)}${name}`
    await environment.writeFile(path, content)
    environment.stderr(`${neutralize(output)}: a part of it is in ${neutralize(path)}\n`)
  }
  if (pseudonymize === undefined)
    await environment.writeFile(originsFileOf(output), originsText(imported.file, imported.origins))
}

async function update(imported: ImportedTenant, into: string, output: string, environment: Environment): Promise<void> {
  const { updatedFile, withText } = await import('../import-into.ts')
  const { verdictChanges } = await import('../verdict-changes.ts')
  const { text, origins, changes } = await updatedFile(environment, into, imported)
  const words = await verdictChanges(environment, into, withText(environment.reader, into, text))
  await environment.writeFile(output, outputText('yaml', text))
  await environment.writeFile(originsFileOf(output), origins)
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`
  environment.stdout(`${neutralize(output)}: ${changes.length === 0 ? 'nothing changed' : count}\n`)
  environment.stdout(lines(changes.map((change) => `  ${neutralize(change)}`)))
  if (changes.length > 0) environment.stdout(`\n${words}`)
}

/** The place of a diagnostic and what kind it is, without anything of the export. */
function withoutNames(hash: KeyedHash, { code, at }: Diagnostic): string {
  const { line, column } = positionOf(at)
  const place = `${pseudonymOfFile(hash, at.source.name)}:${line}:${column}`
  return `${place} ${severityOf(code)}[${code}]: ${diagnosticCatalog[code].title}`
}

function tell(
  { stderr, color }: Environment,
  diagnostics: readonly Diagnostic[],
  code: ExitCode,
  hash: KeyedHash | undefined,
): ExitCode {
  const shown = shownDiagnostics(diagnostics)
  if (hash !== undefined) stderr(lines(shown.map((one) => withoutNames(hash, one))))
  else if (diagnostics.length > 0) stderr(renderDiagnostics(shown, color.stderr ? ansiPaint : plainPaint))
  return code
}
