import { existsSync, readdirSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { populationOf } from '../analysis/population.ts'
import { type Diagnostic, helpOf, type Loaded, messageOf, severityOf } from '../source/diagnostic.ts'
import { nodeSourceReader } from '../source/read-source.ts'
import { renderDiagnostics } from '../source/render-diagnostic.ts'
import type { SourceReader } from '../source/source-reader.ts'
import { type SourceText, startOf } from '../source/source-text.ts'
import { loadTenant, loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { applyChanges, asYaml } from './apply-changes.ts'
import { problem } from './problem.ts'
import { refuseName } from './words.ts'

/** Tenants by file, each loaded once, and the variants that scenarios make of them. */
export interface TenantShelf {
  /** The file that a feature means by a name: a path from the feature or the working directory, or a scenario's name. */
  readonly locate: (name: string, feature: string) => string
  /** The tenant of a file with changes laid over it; a file with errors is refused with its diagnostics. */
  readonly take: (file: string, changes: readonly string[], people?: readonly string[]) => Tenant
  /**
   * What loading came to: the tenant with its warnings, or the diagnostics. Of users in a file of their own, one stands
   * for all who are alike, and each of the people named for himself.
   */
  readonly load: (file: string, changes: readonly string[], people?: readonly string[]) => Loaded<Tenant>
  /** Whether the users stand in a file of their own. */
  readonly usersBeside: (file: string, changes: readonly string[]) => boolean
  /** The text of a tenant file with changes laid over it, and the reader of the files it names. */
  readonly source: (
    file: string,
    changes: readonly string[],
  ) => { readonly source: SourceText; readonly reader: SourceReader }
  /** A tenant whose text stands in the feature. */
  readonly keepText: (text: string, feature: string) => string
  /** Drops what was read from files that changed. */
  readonly forget: (files?: readonly string[]) => void
  /** Every file that tenants were read from so far, absolute, sorted. */
  readonly files: () => readonly string[]
}

const invalid = new WeakMap<Error, string>()

function invalidTenant(file: string, message: string): Error {
  const error = problem(message)
  invalid.set(error, file)
  return error
}

/** The tenant file whose errors stopped a step, where that is what stopped it. */
export function invalidTenantOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? invalid.get(thrown) : undefined
}

/** What stopped the load; warnings did not. */
function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => severityOf(code) === 'error')
}

const inline = '(in the feature) '

interface Kept {
  readonly cwd: string
  readonly reader: SourceReader
  readonly loaded: Map<string, Loaded<Tenant>>
  readonly texts: Map<string, InlineText>
  readonly located: Map<string, string>
}

interface InlineText {
  readonly text: string
  readonly feature: string
}

/** A shelf whose relative names start from the working directory. */
export function tenantShelf(cwd: string, reader: SourceReader = nodeSourceReader(cwd)): TenantShelf {
  const kept: Kept = { cwd, reader, loaded: new Map(), texts: new Map(), located: new Map() }
  return {
    locate: (name, feature) =>
      once(kept.located, `${dirname(feature)}\u0000${name}`, () => locate(kept, name, feature)),
    load: (file, changes, people) => loadOnce(kept, file, changes, people),
    take: (file, changes, people) => {
      const result = loadOnce(kept, file, changes, people)
      if (result.ok) return result.value
      throw refusedTenant(file, result.diagnostics)
    },
    usersBeside: (file, changes) => {
      const plain = plainOnce(kept, file, changes)
      return plain.ok && plain.value.population !== undefined
    },
    source: (file, changes) => ({
      source: sourceOf(reader, file, changes, kept.texts.get(file)),
      reader,
    }),
    keepText: (text, feature) => {
      const key = `${inline}${feature}\u0000${text}`
      kept.texts.set(key, { text, feature })
      return key
    },
    forget: (files) => forget(kept, files),
    files: () => {
      const files = [...kept.loaded.keys()].map(fileOf).filter(isFile)
      return [...new Set(files)].map((file) => resolve(cwd, file)).sort()
    },
  }
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const fresh = make()
  known.set(key, fresh)
  return fresh
}

/** The tenant as the file has it, users in a file of their own left there. */
function plainOnce({ reader, loaded, texts }: Kept, file: string, changes: readonly string[]): Loaded<Tenant> {
  return once(loaded, [file, ...changes].join('\u0000'), () => readTenant(reader, file, changes, texts.get(file)))
}

function loadOnce(
  kept: Kept,
  file: string,
  changes: readonly string[],
  people: readonly string[] = [],
): Loaded<Tenant> {
  const plain = plainOnce(kept, file, changes)
  if (!plain.ok || plain.value.population === undefined) return plain
  const { value, warnings } = plain
  return once(kept.loaded, [file, ...changes, 'people', ...people].join('\u0000'), () => {
    const population = populationOf(value, kept.reader, { people })
    if (!population.ok) return population
    return { ok: true, value: population.value.tenant, warnings: [...warnings, ...population.warnings] }
  })
}

function forget({ cwd, loaded, located }: Kept, files: readonly string[] | undefined): void {
  located.clear()
  if (files === undefined) loaded.clear()
  else for (const key of [...loaded.keys()]) if (concerns(cwd, key, files)) loaded.delete(key)
}

const fileOf = (key: string): string => key.split('\u0000')[0] ?? key
const isFile = (file: string): boolean => !file.startsWith(inline)

/** A changed file that is no tenant itself may be one that a tenant refers to, so it concerns every tenant. */
function concerns(cwd: string, key: string, files: readonly string[]): boolean {
  const own = resolve(cwd, fileOf(key))
  return files.some((file) => resolve(cwd, file) === own || !/\.ya?ml$/i.test(file))
}

function readTenant(
  reader: SourceReader,
  file: string,
  changes: readonly string[],
  kept: InlineText | undefined,
): Loaded<Tenant> {
  if (kept === undefined && changes.length === 0) return loadTenant(file, reader)
  if (changes.length > 0) {
    const { name, text } = baseOf(reader, file, kept)
    const quick = loadTenantText(JSON.stringify(applyChanges(text, changes)), changedName(name), reader)
    if (quick.ok) return quick
  }
  // JSON loads several times faster; what is wrong is shown in the words of the file.
  const { name, text } = sourceOf(reader, file, changes, kept)
  return loadTenantText(text, name, reader)
}

const changedName = (name: string): string => `${name} (with the changes of the scenario)`

function baseOf(reader: SourceReader, file: string, kept: InlineText | undefined): SourceText {
  if (kept !== undefined) return { name: kept.feature, text: kept.text }
  const read = reader.read(file)
  if (read.ok) return read.value
  throw refusedTenant(file, read.diagnostics)
}

const refusedTenant = (file: string, diagnostics: readonly Diagnostic[]): Error =>
  invalidTenant(file, `the tenant architecture has errors\n${renderDiagnostics(errorsOf(diagnostics))}`)

function sourceOf(
  reader: SourceReader,
  file: string,
  changes: readonly string[],
  kept: InlineText | undefined,
): SourceText {
  const base = baseOf(reader, file, kept)
  if (changes.length === 0) return base
  return { name: changedName(base.name), text: asYaml(applyChanges(base.text, changes)) }
}

function candidates(cwd: string, name: string, feature: string): readonly string[] {
  const written = /\.(?:ya?ml|json)$/i.test(name) ? [name] : [`${name}.yaml`, `${name}.yml`]
  const folder = resolve(cwd, dirname(feature))
  const near = isAbsolute(name) ? [] : ancestors(folder, resolve(cwd))
  return [
    ...written.map((file) => resolve(folder, file)),
    ...written.map((file) => resolve(cwd, file)),
    ...near.flatMap((at) => written.map((file) => join(at, 'scenarios', file))),
  ]
}

/** The folder and those above it, up to the working directory. */
function ancestors(folder: string, top: string): readonly string[] {
  const found: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    found.push(at)
    if (at === top || at === dirname(at)) break
  }
  return found.includes(top) ? found : [...found, top]
}

function locate({ cwd, reader }: Kept, name: string, feature: string): string {
  const found = candidates(cwd, name.replaceAll('\\', '/'), feature).find((file) => existsSync(file))
  if (found === undefined) throw refuseName('tenant architecture', name, scenarioNames(cwd, feature))
  const outside = outsideOf(reader, found, feature)
  if (outside !== undefined) throw invalidTenant(found, `${messageOf(outside)}\n  ${helpOf(outside)}`)
  const shown = relative(resolve(cwd), found).replaceAll('\\', '/')
  return shown.startsWith('../') ? found.replaceAll('\\', '/') : shown
}

/** Why a feature may not refer to a file, if it may not; what else is wrong with the file is found when it is loaded. */
function outsideOf(reader: SourceReader, file: string, feature: string): Diagnostic | undefined {
  const read = reader.read(file, startOf({ name: feature.replaceAll('\\', '/'), text: '' }))
  return read.ok ? undefined : read.diagnostics.find(({ code }) => code === 'SRC-23')
}

function scenarioNames(cwd: string, feature: string): readonly string[] {
  const folders = ancestors(resolve(cwd, dirname(feature)), resolve(cwd)).map((at) => join(at, 'scenarios'))
  const names = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []))
  return [...new Set(names.filter((file) => /\.ya?ml$/.test(file)).map((file) => file.replace(/\.ya?ml$/, '')))].sort()
}
