import { populationOf } from '../../analysis/population/population.ts'
import type { FeatureJudge } from '../../plan/play/feature-gates.ts'
import type { ReplayedLogs } from '../../replay/replay-logs.ts'
import { type Diagnostic, type Loaded, severityOf } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { hashingReader } from '../../source/files/content-hash.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import { loadTenant, loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { applyChanges } from './apply-changes.ts'
import type { PlayedPlan } from './plan-of-scenario.ts'
import { problem } from './problem.ts'
import { changedName, type InlineText, withChanges } from './tenant-text.ts'

/** The data read for scenarios so far. */
export interface Kept {
  readonly cwd: string
  readonly reader: SourceReader
  readonly loaded: Map<string, Loaded<Tenant>>
  readonly texts: Map<string, InlineText>
  readonly located: Map<string, string>
  readonly plans: Map<string, PlayedPlan>
  readonly recorded: Map<string, ReplayedLogs>
  /** Runs gates of plans that are features, where that is possible. */
  readonly features: () => FeatureJudge | undefined
  readonly digests: Map<string, Map<string, string>>
  /** Errors that this run has already reported. */
  readonly shown: Set<string>
}

/** Nothing read yet. */
export const emptyKept = (cwd: string, reader: SourceReader, features: Kept['features']): Kept => ({
  cwd,
  reader,
  features,
  loaded: new Map(),
  texts: new Map(),
  located: new Map(),
  plans: new Map(),
  recorded: new Map(),
  digests: new Map(),
  shown: new Set(),
})

const invalid = new WeakMap<Error, string>()

/** A step failure caused by errors in a tenant file. */
export function invalidTenant(file: string, message: string): Error {
  const error = problem(message)
  invalid.set(error, file)
  return error
}

/** The tenant file whose errors stopped a step, if that was the cause. */
export function invalidTenantOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? invalid.get(thrown) : undefined
}

/** The prefix of the key of a tenant in a feature. */
export const inline = '(in the feature) '

/** The file of a key. */
export const fileOf = (key: string): string => key.split('\u0000')[0] ?? key
/** Whether a tenant is a file, as opposed to text in a feature. */
export const isFile = (file: string): boolean => !file.startsWith(inline)

/** Errors are reported once per run; further scenarios refer to that report. */
export function refused(
  { shown }: Pick<Kept, 'shown'>,
  file: string,
  diagnostics: readonly Diagnostic[],
  what = 'tenant architecture',
): Error {
  const errors = diagnostics.filter(({ code }) => severityOf(code) === 'error')
  const name = errors[0]?.at.source.name ?? file
  const text = renderShown(errors)
  const again = shown.has(text)
  shown.add(text)
  return invalidTenant(
    file,
    again
      ? `the ${what} \`${name}\` has errors, shown at the first scenario that uses it`
      : `the ${what} has errors\n${text}`,
  )
}

/** The cached value of a key, or a newly computed one. */
export function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  const fresh = make()
  known.set(key, fresh)
  return fresh
}

/** The tenant as the file declares it, without reading population files. */
export function plainOnce(kept: Kept, file: string, changes: readonly string[]): Loaded<Tenant> {
  const { loaded, digests } = kept
  return once(loaded, [file, ...changes].join('\u0000'), () => {
    if (!isFile(file) || changes.length > 0) return readTenant(kept, file, changes)
    digests.delete(file)
    return loadTenant(file, readerOf(kept, file))
  })
}

/** A reader that records the inputs of a tenant file's hash. */
function readerOf({ reader, digests }: Kept, file: string): SourceReader {
  const hashing = hashingReader(reader, digests.get(file))
  digests.set(file, hashing.digests)
  return hashing.reader
}

/** The tenant with users from population files: one per class, and each of the named people. */
export function loadOnce(
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

function readTenant(kept: Kept, file: string, changes: readonly string[]): Loaded<Tenant> {
  const { reader } = kept
  if (changes.length > 0) {
    const { name, text } = baseOf(kept, file)
    const quick = loadTenantText(JSON.stringify(applyChanges(text, changes)), changedName(name), reader)
    if (quick.ok) return quick
  }
  // JSON loads several times faster; diagnostics are reported in terms of the file.
  const { name, text } = sourceOf(kept, file, changes)
  return loadTenantText(text, name, reader)
}

/** The text that changes are applied to. */
export function baseOf(kept: Kept, file: string): SourceText {
  const inFeature = kept.texts.get(file)
  if (inFeature !== undefined) return { name: inFeature.feature, text: inFeature.text }
  const read = kept.reader.read(file)
  if (read.ok) return read.value
  throw refused(kept, file, read.diagnostics)
}

/** The text of a tenant with changes applied. */
export const sourceOf = (kept: Kept, file: string, changes: readonly string[]): SourceText =>
  withChanges(baseOf(kept, file), changes)
