import { type Population, populationOf } from '../../analysis/population/population.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { CellStory, CellSummary } from './cell-summary.ts'

/** Texts of files by their names. */
export type Files = Readonly<Record<string, string>>

/** A user, or all equal users where a population is too large to list. */
export interface Person {
  readonly name: UserName
  readonly displayName: string
  /** The class of users with the same sign-in outcomes. */
  readonly class: number
  readonly count: number
}

/** A tenant architecture ready to be asked: loaded, its people in classes, with what was asked before. */
export interface Plan {
  readonly files: Files
  readonly tenant: Tenant
  readonly population: Population
  readonly people: readonly Person[]
  /** The people by name; a member of a class that is not listed one by one leads to its representative. */
  readonly byName: ReadonlyMap<UserName, Person>
  readonly warnings: string
  readonly noticed: readonly Diagnostic[]
  /** The names of the files that were read: the tenant file and those that it names. */
  readonly read: ReadonlySet<string>
  /** Summaries by class, client, purpose, network, date and signals. */
  readonly known: Map<string, CellSummary | undefined>
  /** Stories by the same. */
  readonly stories: Map<string, CellStory | undefined>
}

/** A plan, or what is wrong with its files in words. */
export type Planned =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: string; readonly diagnostics: readonly Diagnostic[] }

const notPlanned = (diagnostics: readonly Diagnostic[]): Planned => ({
  ok: false,
  problems: renderShown(diagnostics),
  diagnostics,
})

/** A reader that notes the names of the files it finds. */
function noting({ read, readPieces, glob }: SourceReader, names: Set<string>): SourceReader {
  const note = <Found extends { readonly name: string }>(found: Loaded<Found>): Loaded<Found> => {
    if (found.ok) names.add(found.value.name)
    return found
  }
  return {
    glob,
    read: (path, from) => note(read(path, from)),
    readPieces: (path, from) => note(readPieces(path, from)),
  }
}

/** Most people that are listed one by one when they come from a file next to the tenant file. */
const mostListed = 2000

/** Loads the tenant file among these texts. */
export function planOf(files: Files, file: string): Planned {
  const read = new Set<string>()
  const reader = noting(memorySourceReader(files), read)
  const loaded = loadTenant(file, reader)
  if (!loaded.ok) return notPlanned(loaded.diagnostics)
  const tenant = loaded.value
  const counted = populationOf(tenant, reader, { keepMembers: true })
  if (!counted.ok) return notPlanned(counted.diagnostics)
  const population = counted.value
  const people = peopleOf(tenant, population)
  const warnings = [...loaded.warnings, ...counted.warnings]
  return {
    ok: true,
    plan: {
      files,
      tenant,
      population,
      people,
      byName: namesOf(people, population),
      warnings: warnings.length === 0 ? '' : renderShown(warnings),
      noticed: warnings,
      read,
      known: new Map(),
      stories: new Map(),
    },
  }
}

function peopleOf(tenant: Tenant, population: Population): readonly Person[] {
  const classOf = new Map<UserName, number>()
  for (const { index, members } of population.classes) for (const name of members ?? []) classOf.set(name, index)
  if (classOf.size < population.users || classOf.size > mostListed + tenant.users.size)
    return representatives(population)
  const inFile = [...tenant.users.values()].map(({ userPrincipalName: name, displayName }) => ({ name, displayName }))
  const listed = new Set(inFile.map(({ name }) => name))
  const beside = [...classOf.keys()].filter((name) => !listed.has(name)).map((name) => ({ name, displayName: name }))
  return [...inFile, ...beside].map((person) => ({ ...person, class: classOf.get(person.name) ?? 0, count: 1 }))
}

function representatives({ classes, tenant }: Population): readonly Person[] {
  return classes.map(({ index, representative, size }) => {
    const displayName = tenant.users.get(representative)?.displayName ?? representative
    return { name: representative, displayName, class: index, count: size }
  })
}

function namesOf(people: readonly Person[], { classes }: Population): ReadonlyMap<UserName, Person> {
  const byClass = new Map(people.map((person) => [person.class, person]))
  const names = new Map<UserName, Person>()
  for (const { index, members } of classes) {
    const person = byClass.get(index)
    if (person !== undefined) for (const name of members ?? []) names.set(name, person)
  }
  for (const person of people) names.set(person.name, person)
  return names
}
