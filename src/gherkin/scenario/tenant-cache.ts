import { dirname, resolve } from 'node:path'
import type { FeatureJudge } from '../../plan/play/feature-gates.ts'
import type { ReplayedLogs } from '../../replay/replay-logs.ts'
import { type Diagnostic, helpOf, type Loaded, messageOf } from '../../source/diagnostics/diagnostic.ts'
import { contentHash } from '../../source/files/content-hash.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { SourceText } from '../../source/text/source-text.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { candidates, locateTenant, outsideOf } from './locate-tenant.ts'
import type { PlayedPlan } from './plan-of-scenario.ts'
import { playedPlan } from './played-plan.ts'
import {
  baseOf,
  emptyKept,
  fileOf,
  inline,
  invalidTenant,
  isFile,
  type Kept,
  loadOnce,
  once,
  plainOnce,
  refused,
  sourceOf,
} from './read-tenant.ts'
import { changedName } from './tenant-text.ts'

/** Tenants by file, each loaded once, and the modified tenants of scenarios. */
export interface TenantCache {
  /**
   * Resolves a file name in a feature: a path relative to the feature or the working directory, or a scenario's name.
   */
  readonly locate: (name: string, feature: string, what?: string) => string
  /** Where to look for a named file. */
  readonly candidates: (name: string, feature: string) => readonly string[]
  /** The tenant of a file with changes applied; throws the diagnostics of a file with errors. */
  readonly take: (file: string, changes: readonly string[], people?: readonly string[]) => Tenant
  /** An error for a tenant's diagnostics. */
  readonly refuse: (file: string, diagnostics: readonly Diagnostic[]) => Error
  /** The sources of a modified tenant: the name under which it is loaded, and its base. */
  readonly parts: (file: string, changes: readonly string[]) => { readonly name: string; readonly base: SourceText }
  /** The text of a file of the project; undefined if it cannot be read. */
  readonly text: (file: string) => SourceText | undefined
  /** Whether a tenant is text in a feature. */
  readonly isInline: (file: string) => boolean
  /**
   * The result of loading: the tenant with its warnings, or the diagnostics. One user represents each class of a
   * population file; each of the named people is represented individually.
   */
  readonly load: (file: string, changes: readonly string[], people?: readonly string[]) => Loaded<Tenant>
  /** The result of loading the file alone, without reading population files. */
  readonly declared: (file: string, changes: readonly string[]) => Loaded<Tenant>
  /** Whether the users are in a population file. */
  readonly usersBeside: (file: string, changes: readonly string[]) => boolean
  /** The text of a tenant file with changes applied, and the reader of the files it names. */
  readonly source: (
    file: string,
    changes: readonly string[],
  ) => { readonly source: SourceText; readonly reader: SourceReader }
  /** A plan file with changes applied, played through all its stages; rejects a plan with errors. */
  readonly plan: (file: string, changes: readonly string[]) => PlayedPlan
  /** What recorded sign-ins have answered, by question. */
  readonly recorded: Map<string, ReplayedLogs>
  /** Adds a tenant whose text is in the feature. */
  readonly keepText: (text: string, feature: string) => string
  /** Starts a run, in which errors are reported again. */
  readonly beginRun: () => void
  /** Drops the data of changed files. */
  readonly forget: (files?: readonly string[]) => void
  /** The hash of a tenant file and the files it refers to, as read; undefined for text in a feature. */
  readonly hash: (file: string) => string | undefined
  /** Absolute paths of all files that tenants were read from so far, sorted. */
  readonly files: () => readonly string[]
}

/** A cache whose relative names start from the working directory. */
export function tenantCache(
  cwd: string,
  reader: SourceReader = nodeSourceReader(cwd),
  features: () => FeatureJudge | undefined = () => undefined,
): TenantCache {
  const kept = emptyKept(cwd, reader, features)
  return {
    locate: (name, feature, what) =>
      once(kept.located, `${dirname(feature)}\u0000${name}`, () => located(kept, name, feature, what)),
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
    plan: (file, changes) => playedPlan(kept, file, changes),
    recorded: kept.recorded,
    hash: (file) => {
      if (!isFile(file)) return undefined
      loadOnce(kept, file, [])
      return contentHash(file, kept.digests.get(file) ?? new Map())
    },
    beginRun: () => beginRun(kept),
    forget: (files) => forget(kept, files),
    files: () => {
      const plans = [...kept.plans.keys()].map(fileOf)
      const files = [...[...kept.loaded.keys()].map(fileOf).filter(isFile), ...plans]
      return [...new Set(files)].map((file) => resolve(cwd, file)).sort()
    },
  }
}

/** Tenants as texts: what they are made of. */
function textsOf(kept: Kept): Pick<TenantCache, 'isInline' | 'keepText' | 'parts' | 'source' | 'text'> {
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
    keepText: (text, feature) => {
      const key = `${inline}${feature}\u0000${text}`
      kept.texts.set(key, { text, feature })
      return key
    },
    isInline: (file) => !isFile(file),
    source: (file, changes) => ({ source: sourceOf(kept, file, changes), reader }),
  }
}

function beginRun({ shown, recorded }: Kept): void {
  shown.clear()
  // Logs are not watched.
  recorded.clear()
}

function forget({ cwd, loaded, located, plans, recorded }: Kept, files: readonly string[] | undefined): void {
  located.clear()
  // A plan consists of several files, so any change may affect it.
  plans.clear()
  // So do recorded sign-ins: a log, a tenant, a plan.
  recorded.clear()
  if (files === undefined) loaded.clear()
  else for (const key of [...loaded.keys()]) if (concerns(cwd, key, files)) loaded.delete(key)
}

/** A changed file that is not itself a tenant may be referenced by any tenant, so it affects all of them. */
function concerns(cwd: string, key: string, files: readonly string[]): boolean {
  const own = resolve(cwd, fileOf(key))
  return files.some((file) => resolve(cwd, file) === own || !/\.ya?ml$/i.test(file))
}

function located({ cwd, reader }: Kept, name: string, feature: string, what?: string): string {
  const file = locateTenant(cwd, name, feature, what)
  const outside = outsideOf(reader, resolve(cwd, file), feature)
  if (outside !== undefined) throw invalidTenant(file, `${messageOf(outside)}\n  ${helpOf(outside)}`)
  return file
}
