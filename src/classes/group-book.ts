import { type GroupIndex, groupsOf } from '../tenant/group-membership.ts'

/** Numbers for the groups that users are in themselves, each with all groups that it leads to. */
export interface GroupBook {
  readonly count: () => number
  /** The number of a group, by name or id, case ignored. */
  readonly numberOf: (name: string) => number
  readonly nameOf: (group: number) => string
  /** The group itself and every group that it is in, directly or through others: lower-cased names and ids. */
  readonly leadsTo: (group: number) => ReadonlySet<string>
  /** Every group that some group of the book leads to. */
  readonly allNames: () => ReadonlySet<string>
}

/** A book over the groups of a tenant; a name that no group has is a group that leads nowhere. */
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
