import { dirname, resolve } from 'node:path'
import type { FeatureJudge } from '../../plan/play/feature-gates.ts'
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

/** Tenants by file, each loaded once, and the variants that scenarios make of them. */
export interface TenantCache {
  /** The file that a feature means by a name: a path from the feature or the working directory, or a scenario's name. */
  readonly locate: (name: string, feature: string, what?: string) => string
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
   * for all equal users, and each of the people named individually.
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
  /** A plan file with changes laid over it, played through all its stages; a plan with errors is refused. */
  readonly plan: (file: string, changes: readonly string[]) => PlayedPlan
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
    hash: (file) => {
      if (!isFile(file)) return undefined
      loadOnce(kept, file, [])
      return contentHash(file, kept.digests.get(file) ?? new Map())
    },
    beginRun: () => kept.shown.clear(),
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

function forget({ cwd, loaded, located, plans }: Kept, files: readonly string[] | undefined): void {
  located.clear()
  // A plan is made of several files, so any change may concern it.
  plans.clear()
  if (files === undefined) loaded.clear()
  else for (const key of [...loaded.keys()]) if (concerns(cwd, key, files)) loaded.delete(key)
}

/** A changed file that is not a tenant itself may be one that a tenant refers to, so it concerns every tenant. */
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
