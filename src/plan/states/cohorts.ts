import { populationOf } from '../../analysis/population/population.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { hasErrors } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { findUser } from '../../tenant/find.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { CohortFile } from '../file/plan-file.ts'
import { reportUnknownName } from './unknown-name.ts'

/** People who go through the stages together. */
export interface Cohort {
  readonly name: string
  readonly members: readonly UserName[]
  readonly reason?: string
  readonly path: DocumentPath
}

/** Everyone of a tenant in the order of its files, and the members of some groups. */
interface Everyone {
  readonly names: readonly UserName[]
  readonly ofGroup: ReadonlyMap<string, readonly UserName[]>
}

interface Reading {
  readonly document: LocatedDocument
  readonly tenant: Tenant
  readonly report: (diagnostic: Diagnostic) => void
}

function everyoneOf(
  { tenant, report }: Reading,
  groups: readonly string[],
  reader: SourceReader | undefined,
): Everyone | undefined {
  const users: { readonly name: UserName; readonly class: number }[] = []
  const read = populationOf(tenant, reader, {
    memberships: { groups: groups.map((name) => name.toLowerCase()) },
    onUser: (name, index) => users.push({ name, class: index }),
  })
  if (!read.ok) {
    for (const one of read.diagnostics) report(one)
    return undefined
  }
  const { classes, tenant: representatives } = read.value
  const groupsOfClass = classes.map(({ representative }) => representatives.users.get(representative)?.groups)
  const ofGroup = new Map(
    groups.map((group) => [
      group.toLowerCase(),
      users.flatMap((one) => (groupsOfClass[one.class]?.has(group.toLowerCase()) ? [one.name] : [])),
    ]),
  )
  return { names: users.map(({ name }) => name), ofGroup }
}

/** The part of a list that a share in percent is, `25-50%`; parts that join leave nobody out. */
function shareOf(all: readonly UserName[], share: string | undefined): readonly UserName[] {
  const [, from, to] = /^(\d+)-(\d+)%$/.exec(share ?? '') ?? []
  if (from === undefined || to === undefined) return all
  const place = (percent: string): number => Math.floor((all.length * Number(percent)) / 100)
  return all.slice(place(from), place(to))
}

function named(
  reading: Reading,
  everyone: Everyone,
  users: readonly string[],
  path: DocumentPath,
): readonly UserName[] {
  const byName = new Map(everyone.names.map((name) => [name.toLowerCase(), name]))
  return users.flatMap((text, index) => {
    const inFile = findUser(reading.tenant, text)
    const found = inFile.found ? inFile.value.userPrincipalName : byName.get(text.toLowerCase())
    if (found === undefined) reportUnknownName(reading, 'user', text, everyone.names, [...path, index])
    return found ?? []
  })
}

function declaredGroups({ surroundings }: Tenant): readonly string[] {
  return [...new Set([...surroundings.groups.byName.values()].map(({ name }) => name))]
}

function membersOf(reading: Reading, everyone: Everyone, cohort: CohortFile, path: DocumentPath): readonly UserName[] {
  const { users, group, share } = cohort
  const listed = users === undefined ? [] : named(reading, everyone, users, [...path, 'users'])
  if (group === undefined) return listed
  const all = everyone.ofGroup.get(group.toLowerCase()) ?? []
  const known = declaredGroups(reading.tenant)
  const declared = known.some((name) => name.toLowerCase() === group.toLowerCase())
  if (all.length === 0 && !declared) reportUnknownName(reading, 'group', group, known, [...path, 'group'])
  return [...new Set([...listed, ...shareOf(all, share)])]
}

/** Reports people in two cohorts and in none. */
function reportPartition({ document, report }: Reading, cohorts: readonly Cohort[], everyone: Everyone): void {
  const first = new Map<UserName, Cohort>()
  const reported = new Set<string>()
  for (const cohort of cohorts)
    for (const user of cohort.members) {
      const before = first.get(user)
      const pair = `${before?.name}\u0000${cohort.name}`
      if (before === undefined) first.set(user, cohort)
      else if (!reported.has(pair)) {
        reported.add(pair)
        const args = { user, one: before.name, other: cohort.name }
        report({ code: 'PLAN-4', args, at: document.rangeOf(cohort.path) })
      }
    }
  const missed = everyone.names.filter((user) => !first.has(user))
  const [user] = missed
  if (user !== undefined)
    report({ code: 'PLAN-5', args: { user, users: missed.length }, at: document.rangeOfKey(['cohorts']) })
}

/** Finds who is in which cohort at the start of a plan; everyone must be in one, and nobody in two. */
export function cohortsOf(
  declared: readonly CohortFile[],
  reading: Reading,
  reader: SourceReader | undefined,
): readonly Cohort[] {
  if (declared.length === 0) return []
  const problems: Diagnostic[] = []
  const hearing: Reading = { ...reading, report: (one) => problems.push(one) }
  const groups = declared.flatMap(({ group }) => group ?? [])
  const everyone = everyoneOf(hearing, groups, reader)
  const cohorts: Cohort[] = []
  if (everyone === undefined)
    cohorts.push(...declared.map(({ name }, index) => ({ name, members: [], path: ['cohorts', index] })))
  else {
    for (const [index, one] of declared.entries()) {
      const path = ['cohorts', index]
      const members = one.rest ? [] : membersOf(hearing, everyone, one, path)
      cohorts.push({ name: one.name, members, path, ...(one.reason && { reason: one.reason }) })
    }
    const taken = new Set(cohorts.flatMap(({ members }) => members))
    const rest = declared.findIndex((one) => one.rest)
    const left = cohorts[rest]
    if (left !== undefined) cohorts[rest] = { ...left, members: everyone.names.filter((name) => !taken.has(name)) }
    for (const { name, members, path } of cohorts)
      if (members.length === 0 && !hasErrors(problems))
        hearing.report({ code: 'PLAN-13', args: { name }, at: reading.document.rangeOf(path) })
    if (!hasErrors(problems)) reportPartition(hearing, cohorts, everyone)
  }
  for (const one of problems) reading.report(one)
  return cohorts
}
