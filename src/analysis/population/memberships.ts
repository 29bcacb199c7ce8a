import type { TextTable } from '../../classes/text-table.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { SourcePieces, SourceReader } from '../../source/files/source-reader.ts'
import { csvField, csvFieldRange } from '../../source/records/csv-row.ts'
import { readCsv } from '../../source/records/read-csv.ts'
import { groupsIn, indexGroups } from '../../tenant/group-membership.ts'
import type { GroupFile } from '../../tenant/principal-file.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { type FoundProblems, foundProblems } from './found-problems.ts'
import { closingCycles, type Nesting, type RowProblem, reportRows, statedTwice } from './membership-problems.ts'
import { type GroupNumbers, groupNumbers, type MembershipRows, readMembershipRows } from './membership-rows.ts'
import { namedAt } from './named-at.ts'

/** Group memberships from a separate file. */
export interface Memberships {
  /** The names of the groups that a user is in, looked up by any of the user's names. */
  readonly of: (names: readonly string[]) => readonly string[]
  /** The names and ids of all groups with members. */
  readonly groupNames: readonly string[]
  /** Diagnostics for members that are neither groups nor users that were looked up, each with its location. */
  readonly unmet: (names: () => readonly string[]) => readonly Diagnostic[]
}

/** A tenant with the nested groups of its membership file, and that file. */
export interface WithMemberships {
  readonly tenant: Tenant
  readonly memberships: Memberships | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const mostKept = 100

/** The groups of each member, as concatenated lists. */
interface ByMember {
  readonly ends: Uint32Array
  readonly groups: Uint32Array
}

function byMember({ groupOf, memberOf, members, count }: MembershipRows): ByMember {
  const next = new Uint32Array(members.count() + 1)
  for (let row = 0; row < count; row += 1) {
    const member = (memberOf[row] ?? 0) + 1
    next[member] = (next[member] ?? 0) + 1
  }
  for (let member = 1; member < next.length; member += 1) next[member] = (next[member] ?? 0) + (next[member - 1] ?? 0)
  const groups = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) {
    const member = memberOf[row] ?? 0
    groups[next[member] ?? 0] = groupOf[row] ?? 0
    next[member] = (next[member] ?? 0) + 1
  }
  return { ends: next, groups }
}

const startOf = ({ ends }: ByMember, member: number): number => (member === 0 ? 0 : (ends[member - 1] ?? 0))

/** Whether a member is listed in a group twice. */
function anyTwice(lists: ByMember, groups: number): boolean {
  const lastOf = new Uint32Array(groups)
  for (let member = 0; member + 1 < lists.ends.length; member += 1)
    for (let at = startOf(lists, member); at < (lists.ends[member] ?? 0); at += 1) {
      const group = lists.groups[at] ?? 0
      if (lastOf[group] === member + 1) return true
      lastOf[group] = member + 1
    }
  return false
}

/** The group number of each member; -1 if it is not a group. */
function groupsAmong(members: TextTable, { declared, names }: GroupNumbers): Int32Array {
  const asGroup = new Int32Array(members.count()).fill(-1)
  const all: readonly GroupFile[] = declared ?? names().map((name) => ({ name }))
  all.forEach(({ name, id }, group) => {
    for (const text of id === undefined ? [name] : [name, id]) {
      const member = members.find(text)
      if (member >= 0) asGroup[member] = group
    }
  })
  return asGroup
}

function nestingOf(rows: MembershipRows, asGroup: Int32Array, names: readonly string[]): Nesting {
  const nesting: { readonly into: number; readonly row: number }[][] = names.map(() => [])
  rows.groups.declared?.forEach(({ members = [] }, into) => {
    for (const member of members) nesting[rows.groups.numberOf(member)]?.push({ into, row: -1 })
  })
  for (let row = 0; row < rows.count; row += 1) {
    const group = asGroup[rows.memberOf[row] ?? 0] ?? -1
    if (group >= 0) nesting[group]?.push({ into: rows.groupOf[row] ?? 0, row })
  }
  return nesting
}

/** The first row of each group that also has members in the tenant file. */
function inTwoPlaces({ groups, groupOf, count }: MembershipRows): readonly RowProblem[] {
  const listed = new Set((groups.declared ?? []).flatMap(({ members = [] }, at) => (members.length > 0 ? [at] : [])))
  const problems: RowProblem[] = []
  for (let row = 0; row < count && listed.size > 0; row += 1)
    if (listed.delete(groupOf[row] ?? 0)) problems.push({ row, code: 'MEM-3' })
  return problems
}

function judgeRows(input: SourcePieces, rows: MembershipRows, lists: ByMember, nesting: Nesting, found: FoundProblems) {
  const { problems: twice, twice: count } = anyTwice(lists, nesting.length)
    ? statedTwice(rows, mostKept)
    : { problems: [], twice: 0 }
  const others = [...inTwoPlaces(rows), ...closingCycles(nesting)]
  const all = [...twice, ...others].sort((one, other) => one.row - other.row)
  reportRows(input, rows, all.slice(0, mostKept), found)
  found.addErrors(Math.max(0, all.length - mostKept) + count - twice.length)
}

function withNesting(tenant: Tenant, names: readonly string[], nesting: Nesting, declared: GroupNumbers['declared']) {
  const members: string[][] = names.map(() => [])
  nesting.forEach((edges, group) => {
    for (const { into, row } of edges) if (row >= 0) members[into]?.push(names[group] ?? '')
  })
  const files = names.map((name, group): GroupFile => {
    const file = declared?.[group] ?? { name }
    const more = members[group] ?? []
    return more.length === 0 ? file : { ...file, members: [...(file.members ?? []), ...more] }
  })
  const { surroundings } = tenant
  return { ...tenant, surroundings: { ...surroundings, groups: indexGroups(files) } }
}

const nothing: readonly string[] = []

function groupsOfMember(lists: ByMember, member: number, names: readonly string[]): string[] {
  const groups: string[] = []
  for (let at = startOf(lists, member); at < (lists.ends[member] ?? 0); at += 1)
    groups.push(names[lists.groups[at] ?? 0] ?? '')
  return groups
}

function lookup(rows: MembershipRows, lists: ByMember, names: readonly string[], met: Uint8Array): Memberships['of'] {
  return (ofUser) => {
    let found = nothing
    for (const name of ofUser) {
      const member = name === '' ? -1 : rows.members.find(name)
      if (member < 0) continue
      met[member] = 1
      const own = groupsOfMember(lists, member, names)
      found = found.length === 0 ? own : [...new Set([...found, ...own])]
    }
    return found
  }
}

/** Members that were not looked up, each with its first row. */
function unmetOf(input: SourcePieces, rows: MembershipRows, met: Uint8Array): Memberships['unmet'] {
  return (names) => {
    const left = met.reduce((sum, one) => sum + (one === 0 ? 1 : 0), 0)
    if (left === 0) return []
    const found = foundProblems(input.name)
    const { columns, members, groups } = rows
    const suggestible = names()
    readCsv(input, (row) => {
      const member = members.find(csvField(row, columns.member))
      if (member < 0 || met[member] === 1 || groups.numberOf(csvField(row, columns.group)) < 0) return
      met[member] = 1
      if (!found.keepsMore()) {
        found.addErrors(1)
        return
      }
      const name = csvField(row, columns.member).trim()
      const suggestion = suggest(name, suggestible)
      const args = { member: name, ...(suggestion === undefined ? {} : { suggestion }) }
      found.add([{ code: 'MEM-4', args, at: csvFieldRange(input.name, row, columns.member, row.delimiter) }])
    })
    return found.all()
  }
}

/** Every group that has members, by name and by id. */
function namesWithMembers({ groups, groupOf, count }: MembershipRows): readonly string[] {
  const names = groups.names()
  const used = new Uint8Array(names.length)
  for (let row = 0; row < count; row += 1) used[groupOf[row] ?? 0] = 1
  return names.flatMap((name, group) => {
    const id = groups.declared?.[group]?.id
    return used[group] === 0 ? [] : [name, ...(id === undefined ? [] : [id])]
  })
}

function membershipsIn(tenant: Tenant, input: SourcePieces): WithMemberships {
  const found = foundProblems(input.name)
  const { groupsDeclared, groups: index } = tenant.surroundings
  const groups = groupNumbers(groupsDeclared ? groupsIn(index) : undefined)
  const rows = readMembershipRows(input, groups, found)
  if (rows === undefined) return { tenant, memberships: undefined, diagnostics: found.all() }
  const lists = byMember(rows)
  const names = groups.names()
  const asGroup = groupsAmong(rows.members, groups)
  const nesting = nestingOf(rows, asGroup, names)
  judgeRows(input, rows, lists, nesting, found)
  const met = Uint8Array.from(asGroup, (group) => (group < 0 ? 0 : 1))
  return {
    tenant: withNesting(tenant, names, nesting, groups.declared),
    memberships: {
      of: lookup(rows, lists, names, met),
      groupNames: namesWithMembers(rows),
      unmet: unmetOf(input, rows, met),
    },
    diagnostics: found.all(),
  }
}

/** Reads the membership file that a tenant file names, if any. */
export function readMemberships(tenant: Tenant, reader: SourceReader | undefined): WithMemberships {
  const file = tenant.population?.memberships
  if (file === undefined || reader === undefined) return { tenant, memberships: undefined, diagnostics: [] }
  const pieces = reader.readPieces(file.name, namedAt(tenant, file, reader))
  if (!pieces.ok) return { tenant, memberships: undefined, diagnostics: pieces.diagnostics }
  const read = membershipsIn(tenant, pieces.value)
  return { ...read, diagnostics: [...pieces.warnings, ...read.diagnostics] }
}
