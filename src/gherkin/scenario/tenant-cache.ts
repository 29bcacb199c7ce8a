import { dirname, resolve } from 'node:path'
import { populationOf } from '../../analysis/population/population.ts'
import { type Diagnostic, helpOf, type Loaded, messageOf, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { contentHash, hashingReader } from '../../source/files/content-hash.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { loadTenant, loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { applyChanges } from './apply-changes.ts'
import { candidates, locateTenant, outsideOf } from './locate-tenant.ts'
import { problem } from './problem.ts'
import { changedName, type InlineText, withChanges } from './tenant-text.ts'

/** Tenants by file, each loaded once, and the variants that scenarios make of them. */
export interface TenantCache {
  /** The file that a feature means by a name: a path from the feature or the working directory, or a scenario's name. */
  readonly locate: (name: string, feature: string) => string
  /** Where the file of a name is searched for. */
  readonly candidates: (name: string, feature: string) => readonly string[]
  /** The tenant of a file with changes laid over it; a file with errors is refused with its diagnostics. */
  readonly take: (file: string, changes: readonly string[], people?: readonly string[]) => Tenant
  /** Refuses a tenant for its errors. */
  readonly refuse: (file: string, diagnostics: readonly Diagnostic[]) => Error
  /** What a tenant with changes is made of: the name under which it is loaded, and its base. */
  readonly parts: (file: string, changes: readonly string[]) => { readonly name: string; readonly base: SourceText }
  /** The text of a file of the project; undefined if it cannot be read. */
  readonly text: (file: string) => SourceText | undefined
  /** Whether a tenant is in a feature. */
  readonly isInline: (file: string) => boolean
  /**
   * The result of loading: the tenant with its warnings, or the diagnostics. Of users in a separate file, one stands
   * for all equal users, and each of the people named for himself.
   */
  readonly load: (file: string, changes: readonly string[], people?: readonly string[]) => Loaded<Tenant>
  /** What the file itself came to, users in a separate file left there. */
  readonly declared: (file: string, changes: readonly string[]) => Loaded<Tenant>
  /** Whether the users are in a separate file. */
  readonly usersBeside: (file: string, changes: readonly string[]) => boolean
  /** The text of a tenant file with changes laid over it, and the reader of the files it names. */
  readonly source: (
    file: string,
    changes: readonly string[],
  ) => { readonly source: SourceText; readonly reader: SourceReader }
  /** A tenant whose text is in the feature. */
  readonly keepText: (text: string, feature: string) => string
  /** Begins a run, in which everything is shown once more. */
  readonly beginRun: () => void
  /** Drops what was read from files that changed. */
  readonly forget: (files?: readonly string[]) => void
  /** The hash of a tenant file and of the files it refers to, as they were read; undefined for a text in a feature. */
  readonly hash: (file: string) => string | undefined
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

const inline = '(in the feature) '

interface Kept {
  readonly cwd: string
  readonly reader: SourceReader
  readonly loaded: Map<string, Loaded<Tenant>>
  readonly texts: Map<string, InlineText>
  readonly located: Map<string, string>
  readonly digests: Map<string, Map<string, string>>
  /** Errors that this run has shown. */
  readonly shown: Set<string>
}

/** A cache whose relative names start from the working directory. */
export function tenantCache(cwd: string, reader: SourceReader = nodeSourceReader(cwd)): TenantCache {
  const kept = emptyKept(cwd, reader)
  return {
    locate: (name, feature) =>
      once(kept.located, `${dirname(feature)}\u0000${name}`, () => located(kept, name, feature)),
    candidates: (name, feature) => candidates(cwd, name, feature),
    load: (file, changes, people) => loadOnce(kept, file, changes, people),
    take: (file, changes, people) => {
      const result = loadOnce(kept, file, changes, people)
      if (result.ok) return result.value
      throw refused(kept, file, result.diagnostics)
    },
    refuse: (file, diagnostics) => refused(kept, file, diagnostics),
    ...textsOf(kept),
    declared: (file, changes) => plainOnce(kept, file, changes),
    usersBeside: (file, changes) => {
      const plain = plainOnce(kept, file, changes)
      return plain.ok && plain.value.population !== undefined
    },
    keepText: (text, feature) => {
      const key = `${inline}${feature}\u0000${text}`
      kept.texts.set(key, { text, feature })
      return key
    },
    hash: (file) => {
      if (!isFile(file)) return undefined
      loadOnce(kept, file, [])
      return contentHash(file, kept.digests.get(file) ?? new Map())
    },
    beginRun: () => kept.shown.clear(),
    forget: (files) => forget(kept, files),
    files: () => {
      const files = [...kept.loaded.keys()].map(fileOf).filter(isFile)
      return [...new Set(files)].map((file) => resolve(cwd, file)).sort()
    },
  }
}

const emptyKept = (cwd: string, reader: SourceReader): Kept => ({
  cwd,
  reader,
  loaded: new Map(),
  texts: new Map(),
  located: new Map(),
  digests: new Map(),
  shown: new Set(),
})

/** Tenants as texts: what they are made of. */
function textsOf(kept: Kept): Pick<TenantCache, 'isInline' | 'parts' | 'source' | 'text'> {
  const { reader } = kept
  return {
    parts: (file, changes) => {
      const base = baseOf(kept, file)
      return { name: changes.length > 0 ? changedName(base.name) : base.name, base }
    },
    text: (file) => {
      const read = reader.read(file)
      return read.ok ? read.value : undefined
    },
    isInline: (file) => !isFile(file),
    source: (file, changes) => ({ source: sourceOf(kept, file, changes), reader }),
  }
}

/** Errors are shown once in a run; the scenarios that meet them again say so. */
function refused({ shown }: Kept, file: string, diagnostics: readonly Diagnostic[]): Error {
  const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error')
  const name = errors[0]?.at.source.name ?? file
  const text = renderShown(errors)
  const again = shown.has(text)
  shown.add(text)
  return invalidTenant(
    file,
    again
      ? `the tenant architecture \`${name}\` has errors, shown at the first scenario that uses it`
      : `the tenant architecture has errors\n${text}`,
  )
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const fresh = make()
  known.set(key, fresh)
  return fresh
}

/** The tenant as the file has it, users in a separate file left there. */
function plainOnce(kept: Kept, file: string, changes: readonly string[]): Loaded<Tenant> {
  const { loaded, digests } = kept
  return once(loaded, [file, ...changes].join('\u0000'), () => {
    if (!isFile(file) || changes.length > 0) return readTenant(kept, file, changes)
    digests.delete(file)
    return loadTenant(file, readerOf(kept, file))
  })
}

/** A reader that notes what the hash of a tenant file is made of. */
function readerOf({ reader, digests }: Kept, file: string): SourceReader {
  const hashing = hashingReader(reader, digests.get(file))
  digests.set(file, hashing.digests)
  return hashing.reader
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
    const reader = changes.length === 0 && isFile(file) ? readerOf(kept, file) : kept.reader
    const population = populationOf(value, reader, { people })
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

/** A changed file that is not a tenant itself may be one that a tenant refers to, so it concerns every tenant. */
function concerns(cwd: string, key: string, files: readonly string[]): boolean {
  const own = resolve(cwd, fileOf(key))
  return files.some((file) => resolve(cwd, file) === own || !/\.ya?ml$/i.test(file))
}

function readTenant(kept: Kept, file: string, changes: readonly string[]): Loaded<Tenant> {
  const { reader } = kept
  if (changes.length > 0) {
    const { name, text } = baseOf(kept, file)
    const quick = loadTenantText(JSON.stringify(applyChanges(text, changes)), changedName(name), reader)
    if (quick.ok) return quick
  }
  // JSON loads several times faster; what is wrong is shown in the file's terms.
  const { name, text } = sourceOf(kept, file, changes)
  return loadTenantText(text, name, reader)
}

function baseOf(kept: Kept, file: string): SourceText {
  const inFeature = kept.texts.get(file)
  if (inFeature !== undefined) return { name: inFeature.feature, text: inFeature.text }
  const read = kept.reader.read(file)
  if (read.ok) return read.value
  throw refused(kept, file, read.diagnostics)
}

const sourceOf = (kept: Kept, file: string, changes: readonly string[]): SourceText =>
  withChanges(baseOf(kept, file), changes)

function located({ cwd, reader }: Kept, name: string, feature: string): string {
  const file = locateTenant(cwd, name, feature)
  const outside = outsideOf(reader, resolve(cwd, file), feature)
  if (outside !== undefined) throw invalidTenant(file, `${messageOf(outside)}\n  ${helpOf(outside)}`)
  return file
}
