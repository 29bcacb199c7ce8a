import type { SourcePieces } from '../../source/files/source-reader.ts'
import { foundProblems } from './found-problems.ts'
import { groupNumbers, type MembershipRows, readMembershipRows } from './membership-rows.ts'

/**
 * A membership file by group, about a twentieth of its size once compressed: each member's name once, and the members of a
 * group as the distances from one member's number to the next. All names are in lower case.
 */
export interface CompactMemberships {
  readonly members: readonly string[]
  readonly groups: readonly (readonly [group: string, distances: string])[]
}

/** The rows of some groups, ordered by group and then by member. */
function sortedRows(
  { groupOf, memberOf, count }: MembershipRows,
  keeps: (group: number) => boolean,
): readonly (readonly number[] | undefined)[] {
  const found: (number[] | undefined)[] = []
  for (let row = 0; row < count; row += 1) {
    const group = groupOf[row] ?? 0
    if (!keeps(group)) continue
    const list = found[group] ?? []
    found[group] = list
    list.push(memberOf[row] ?? 0)
  }
  for (const list of found) list?.sort((one, other) => one - other)
  return found
}

/** Numbers the members of the rows that are left, in the same order. */
function renumbered(rows: readonly (readonly number[] | undefined)[], of: number): Int32Array {
  const numbers = new Int32Array(of).fill(-1)
  for (const list of rows) for (const member of list ?? []) numbers[member] = 0
  let next = 0
  for (const [member, number] of numbers.entries())
    if (number === 0) {
      numbers[member] = next
      next += 1
    }
  return numbers
}

function distancesOf(list: readonly number[], numbers: Int32Array): string {
  let last = 0
  return list
    .map((member) => {
      const number = numbers[member] ?? 0
      const distance = number - last
      last = number
      return distance
    })
    .join(' ')
}

/** The memberships of some groups, and the groups of the file that are not among them. */
export interface KeptMemberships {
  readonly kept: CompactMemberships
  readonly leftOut: readonly string[]
}

/**
 * The rows of a membership file of which the group is kept, given by its name in lower case. Undefined if the file cannot
 * be read, or not without a problem; then its text says what is wrong.
 */
export function compactMemberships(
  input: SourcePieces,
  keeps: (group: string) => boolean = () => true,
): KeptMemberships | undefined {
  const found = foundProblems(input.name)
  const groups = groupNumbers(undefined)
  const rows = readMembershipRows(input, groups, found)
  if (rows === undefined || found.all().length > 0) return undefined
  const names = groups.names()
  const kept = names.map(keeps)
  const lists = sortedRows(rows, (group) => kept[group] === true)
  const numbers = renumbered(lists, rows.members.count())
  const members = [...numbers].flatMap((number, member) => (number < 0 ? [] : [rows.members.at(member)]))
  const byGroup = lists.flatMap((list, group) =>
    list === undefined ? [] : [[names[group] ?? '', distancesOf(list, numbers)] as const],
  )
  return { kept: { members, groups: byGroup }, leftOut: names.filter((_, group) => kept[group] !== true) }
}

/** A cell of a comma-separated file, in quotation marks where it would be read as something else. */
const cellOf = (text: string): string =>
  /[",;|\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text

/** The groups of each member, by their numbers: concatenated lists, and where each ends. */
function groupsByMember({ members, groups }: CompactMemberships) {
  const rows = groups.map(([, distances]) => {
    let member = 0
    return Uint32Array.from(distances.split(' '), (distance) => {
      member += Number(distance)
      return member
    })
  })
  const ends = new Uint32Array(members.length + 1)
  for (const list of rows) for (const member of list) ends[member + 1] = (ends[member + 1] ?? 0) + 1
  for (let member = 1; member < ends.length; member += 1) ends[member] = (ends[member] ?? 0) + (ends[member - 1] ?? 0)
  const numbers = new Uint32Array(ends[members.length] ?? 0)
  const next = ends.slice()
  for (const [group, list] of rows.entries())
    for (const member of list) {
      numbers[next[member] ?? 0] = group
      next[member] = (next[member] ?? 0) + 1
    }
  return { numbers, ends }
}

/** A membership file with these rows, those of a member next to each other. */
export function membershipText(compact: CompactMemberships): string {
  const { numbers, ends } = groupsByMember(compact)
  const names = compact.groups.map(([name]) => `${cellOf(name)},`)
  let text = 'group,member\n'
  for (const [member, name] of compact.members.entries()) {
    const cell = `${cellOf(name)}\n`
    for (let at = ends[member] ?? 0; at < (ends[member + 1] ?? 0); at += 1) text += names[numbers[at] ?? 0] + cell
  }
  return text
}
