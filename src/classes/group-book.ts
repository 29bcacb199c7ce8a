import { type GroupIndex, groupsOf } from '../tenant/group-membership.ts'

/** Numbers for the groups with direct members, each with all groups that it is nested in. */
export interface GroupBook {
  readonly count: () => number
  /** The number of a group, by name or id, ignoring case. */
  readonly numberOf: (name: string) => number
  readonly nameOf: (group: number) => string
  /** The group itself and every group that contains it, directly or indirectly: names and ids in lower case. */
  readonly leadsTo: (group: number) => ReadonlySet<string>
  /** The names and ids of every group that contains a group of the book. */
  readonly allNames: () => ReadonlySet<string>
}

/** A book of a tenant's groups; an unknown name is a group that is in no other group. */
export function groupBook(index: GroupIndex): GroupBook {
  const numbers = new Map<string, number>()
  const byText = new Map<string, number>()
  const names: string[] = []
  const numberOf = (name: string): number => {
    const known = byText.get(name)
    if (known !== undefined) return known
    const folded = name.toLowerCase()
    const number = numbers.get(folded) ?? names.push(folded) - 1
    numbers.set(folded, number)
    byText.set(name, number)
    return number
  }
  const nameOf = (group: number): string => names[group] ?? ''
  return {
    count: () => names.length,
    numberOf,
    nameOf,
    leadsTo: (group) => groupsOf(index, [], [nameOf(group)]),
    allNames: () => groupsOf(index, [], names),
  }
}
