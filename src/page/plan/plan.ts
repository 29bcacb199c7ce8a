import { parseDocument } from 'yaml'
import { type Declaring, type PeopleSets, peopleLike, readPeopleSets } from '../../analysis/compare/people-sets.ts'
import { type Population, populationOf } from '../../analysis/population/population.ts'
import { groupsRead } from '../../analysis/population/relevant-names.ts'
import { listed } from '../../report/wording/phrasing.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { renderShown } from '../../source/diagnostics/shown-diagnostics.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { loadTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { CellStory, CellSummary } from './cell-summary.ts'
import type { GroupOutcomes, Summaries } from './group-outcomes.ts'

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
  /** Many people as sets; absent where they are few. A plan of a crowd has no people before they are grouped. */
  readonly crowd?: PeopleSets
  readonly grouped?: GroupedCrowd
}

/** What is known of a crowd once its people are in groups, by the class of a person. */
export interface GroupedCrowd extends GroupOutcomes {
  /** The plan before its people were grouped. */
  readonly of: Plan
  readonly summaries: Summaries
  /** The tenant with a user of this name and nobody else; undefined if nobody has the name. */
  readonly alone: (name: UserName) => Tenant | undefined
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

/** Groups whose members the page does not have, and how plans are read. */
export interface PlanOptions {
  readonly leftOut?: ReadonlySet<string>
  /** A plan of many people who may be the same in this one. */
  readonly like?: Plan
}

/** Loads the tenant file among these texts. */
export function planOf(files: Files, file: string, { leftOut, like }: PlanOptions = {}): Planned {
  const read = new Set<string>()
  const reader = noting(memorySourceReader(files), read)
  const loaded = loadTenant(file, reader)
  if (!loaded.ok) return notPlanned(loaded.diagnostics)
  const tenant = loaded.value
  const missing = groupsMissing(tenant, leftOut)
  if (missing.length > 0) return { ok: false, problems: missingMembers(missing), diagnostics: [] }
  const counted = peopleRead({ files, tenant }, reader, like)
  if (!counted.ok) return notPlanned(counted.diagnostics)
  const { population, crowd } = counted.value
  const people = crowd === undefined ? peopleOf(tenant, population) : []
  const warnings = [...loaded.warnings, ...counted.warnings]
  return {
    ok: true,
    plan: {
      files,
      tenant,
      population,
      people,
      byName: crowd === undefined ? namesOf(people, population) : namesIn(crowd),
      warnings: warnings.length === 0 ? '' : renderShown(warnings),
      noticed: warnings,
      read,
      known: new Map(),
      stories: new Map(),
      ...(crowd && { crowd }),
    },
  }
}

interface PeopleRead {
  readonly population: Population
  readonly crowd?: PeopleSets
}

/** The tenant file of a plan as data. */
export const documentOf = ({ files, tenant }: Pick<Plan, 'files' | 'tenant'>): unknown =>
  parseDocument(files[tenant.file] ?? '', { uniqueKeys: false, logLevel: 'silent' }).toJS()

const declaring = (plan: Pick<Plan, 'files' | 'tenant'>): Declaring => ({
  document: documentOf(plan),
  tenant: plan.tenant,
})

/** Whether all files but the tenant file are the same. */
export function sameFilesBeside(one: Pick<Plan, 'files' | 'tenant'>, other: Pick<Plan, 'files' | 'tenant'>): boolean {
  const names = new Set([...Object.keys(one.files), ...Object.keys(other.files)])
  return [...names].every((name) => name === other.tenant.file || one.files[name] === other.files[name])
}

/** The people of a tenant as sets, taken from a plan that has the same. */
function setsRead(plan: Pick<Plan, 'files' | 'tenant'>, reader: SourceReader, like?: Plan): Loaded<PeopleSets> {
  if (like?.crowd === undefined || !sameFilesBeside(like, plan)) return readPeopleSets(plan.tenant, reader)
  return peopleLike({ ...declaring(like), people: like.crowd }, declaring(plan), reader)
}

/** The people of a tenant in classes, or as sets where there are many beside its file. */
function peopleRead(plan: Pick<Plan, 'files' | 'tenant'>, reader: SourceReader, like?: Plan): Loaded<PeopleRead> {
  const { tenant } = plan
  const sets = tenant.population === undefined ? undefined : setsRead(plan, reader, like)
  if (sets?.ok === false) return sets
  if (sets !== undefined && sets.value.sets.users > mostListed + tenant.users.size) {
    const { value: crowd, warnings } = sets
    const nobody = { classes: [], users: crowd.sets.users, records: new Map() }
    return { ok: true, value: { population: { ...nobody, tenant: crowd.sets.tenant }, crowd }, warnings }
  }
  const counted = populationOf(tenant, reader, { keepMembers: true })
  return counted.ok ? { ...counted, value: { population: counted.value } } : counted
}

/** The groups that a tenant reads of which the page does not have the members. */
function groupsMissing(tenant: Tenant, leftOut: ReadonlySet<string> = new Set()): readonly string[] {
  if (leftOut.size === 0) return []
  const { byName } = tenant.surroundings.groups
  const named = [...groupsRead(tenant)].map((name) => {
    const group = byName.get(name)
    return { shown: group?.name ?? name, names: [name, group?.name ?? '', group?.id ?? ''] }
  })
  const missing = named.filter(({ names }) => names.some((name) => leftOut.has(name.toLowerCase())))
  return [...new Set(missing.map(({ shown }) => shown))]
}

const missingMembers = (groups: readonly string[]): string =>
  `This page does not have the members of ${listed(groups.map((name) => `“${name}”`))}: it was made for a plan that does not name ${groups.length === 1 ? 'this group' : 'these groups'}. Save the file, and make a new page of it with \`authplan report\`.`

/** A plan of a crowd whose people are in groups, and everyone with the class of a group. */
export function groupedPlan(
  plan: Plan,
  population: Population,
  everyone: Iterable<Person>,
  grouped: GroupedCrowd,
): Plan {
  const people = representatives(population)
  const byName = new Map<UserName, Person>()
  for (const person of everyone) byName.set(person.name, person)
  for (const person of people) byName.set(person.name, person)
  return { ...plan, population, people, byName, known: new Map(), stories: new Map(), grouped }
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

/** Everyone of a crowd before it is grouped, whom nothing is known of but the name. */
function namesIn({ names }: PeopleSets): ReadonlyMap<UserName, Person> {
  return new Map(names.map((name) => [name, { name, displayName: name, class: -1, count: 1 }]))
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
