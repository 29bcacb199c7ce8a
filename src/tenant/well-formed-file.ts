import { suggest } from '../source/diagnostics/suggest.ts'
import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import { type WorkloadName, workloadNames } from '../vocabulary/actors.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import type { UserFile } from './principal-file.ts'
import type { TenantFile, WorkloadFile } from './tenant-file.ts'

/** A part of the file and where it stands. */
export interface Item<T> {
  readonly path: DocumentPath
  readonly value: T
}

/** The names of one kind of thing, case ignored. */
export interface Names {
  readonly has: (name: string) => boolean
  readonly suggest: (name: string) => { readonly suggestion?: string }
  /** False when some name cannot be read, so that nobody can say that a name is unknown. */
  readonly complete: boolean
}

type Lists = {
  readonly [Key in keyof TenantFile as NonNullable<TenantFile[Key]> extends readonly unknown[]
    ? Key
    : never]-?: NonNullable<TenantFile[Key]> extends readonly (infer Part)[] ? Part : never
}

/** A tenant file of which only the parts with a sound shape are handed out. */
export interface WellFormedFile {
  readonly document: LocatedDocument
  /** The file as it is. To be read as its type only where the shape of a part is sound. */
  readonly parts: TenantFile
  readonly list: <Key extends keyof Lists>(key: Key) => readonly Item<Lists[Key]>[]
  readonly users: () => readonly Item<UserFile>[]
  readonly section: <Key extends keyof TenantFile>(key: Key) => TenantFile[Key] | undefined
  readonly workloads: () => ReadonlyMap<WorkloadName, WorkloadFile>
  /** Names under some keys of all items of a list, sound or not. */
  readonly names: (key: keyof TenantFile, fields: readonly string[]) => Names
}

/** A set of names that ignores case. */
export function namesOf(all: readonly string[], complete = true): Names {
  const known = new Set(all.map((name) => name.toLowerCase()))
  return {
    has: (name) => known.has(name.toLowerCase()),
    suggest: (name) => {
      const suggestion = suggest(name, all)
      return suggestion === undefined ? {} : { suggestion }
    },
    complete,
  }
}

function namesIn(value: unknown, fields: readonly string[]): Names {
  if (value === undefined) return namesOf([])
  if (!Array.isArray(value)) return namesOf([], false)
  let complete = true
  const found = value.flatMap((item: unknown): readonly string[] => {
    if (typeof item === 'string') return [item]
    const given = isMapping(item) ? fields.map((field) => item[field]) : []
    const names = given.filter((name): name is string => typeof name === 'string')
    if (typeof given[0] !== 'string') complete = false
    return names
  })
  return namesOf(found, complete)
}

/** The file with the means to pass over what has the wrong shape. */
export function wellFormedFile(document: LocatedDocument, broken: readonly DocumentPath[]): WellFormedFile {
  const whole: Readonly<Record<string, unknown>> = isMapping(document.value) ? document.value : {}
  const keys = new Set(broken.flatMap((path) => (path.length === 1 ? [String(path[0])] : [])))
  const items = new Set(broken.flatMap((path) => (path.length > 1 ? [`${path[0]}/${path[1]}`] : [])))
  const sections = new Set(broken.flatMap((path) => (path.length > 0 ? [String(path[0])] : [])))
  // What is handed out below was judged by the schema from which these types are made.
  const parts = whole as unknown as TenantFile

  function list(key: string): readonly Item<never>[] {
    const value = whole[key]
    if (keys.has(key) || !Array.isArray(value)) return []
    return value.flatMap((item, index) =>
      items.has(`${key}/${index}`) ? [] : [{ path: [key, index], value: item as never }],
    )
  }

  const names = new Map<string, Names>()
  return {
    document,
    parts,
    list,
    users: () => list('users'),
    section: (key) => (sections.has(key) ? undefined : parts[key]),
    workloads: () => {
      const declared = isMapping(whole['workloads']) ? whole['workloads'] : {}
      const sound = workloadNames.filter((name) => name in declared && !items.has(`workloads/${name}`))
      return new Map(sound.map((name) => [name, declared[name] as WorkloadFile]))
    },
    names: (key, fields) => {
      const id = `${key} ${fields.join(' ')}`
      const known = names.get(id) ?? namesIn(whole[key], fields)
      names.set(id, known)
      return known
    },
  }
}
