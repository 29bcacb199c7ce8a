import { cachePerOwner } from '../memory/cache-per-owner.ts'
import type { GroupFile } from './principal-file.ts'

const lower = (name: string): string => name.toLowerCase()
const nothing: ReadonlySet<string> = new Set()

/** Groups by lower-cased name, id and member. */
export interface GroupIndex {
  /** The groups that list a user, by any name of the user, or that list a group. */
  readonly listing: ReadonlyMap<string, readonly GroupFile[]>
  readonly byName: ReadonlyMap<string, GroupFile>
}

// Many users are in the same groups. Invariant: the index of a file does not change.
const withAll = cachePerOwner<ReadonlySet<string>, [string]>({
  name: 'groups of a principal',
  owner: 'index',
  parts: ['direct groups'],
})

/** An index over the groups of a file. */
export function indexGroups(groups: readonly GroupFile[]): GroupIndex {
  const listing = new Map<string, GroupFile[]>()
  const byName = new Map<string, GroupFile>()
  for (const group of groups) {
    for (const name of [group.name, group.id]) if (name !== undefined) byName.set(lower(name), group)
    for (const member of group.members ?? []) {
      const list = listing.get(lower(member))
      if (list === undefined) listing.set(lower(member), [group])
      else list.push(group)
    }
  }
  return { listing, byName }
}

/** Groups may be nested to any depth, so what is left to look at is kept in a list and not on the stack. */
function withParents(index: GroupIndex, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const left = names.map(lower).reverse()
  for (let key = left.pop(); key !== undefined; key = left.pop()) {
    if (found.has(key)) continue
    found.add(key)
    const group = index.byName.get(key)
    const own =
      group === undefined ? [] : [group.name, group.id].flatMap((one) => (one === undefined ? [] : lower(one)))
    for (const name of own) found.add(name)
    const parents = own.flatMap((name) => index.listing.get(name) ?? [])
    for (const parent of parents.reverse()) left.push(lower(parent.name))
  }
  return found
}

/** The groups of an index as a tenant file would declare them. */
export const groupsIn = ({ byName }: GroupIndex): readonly GroupFile[] => [...new Set(byName.values())]

/** All groups, lower-cased names and ids, that a principal is in directly or through other groups. */
export function groupsOf(index: GroupIndex, names: readonly string[], direct: readonly string[]): ReadonlySet<string> {
  const listed = index.listing.size === 0 ? [] : names.flatMap((name) => index.listing.get(lower(name)) ?? [])
  if (listed.length === 0 && direct.length === 0) return nothing
  const all = [...listed.map((group) => group.name), ...direct]
  return withAll.find(index, [JSON.stringify(all)], () => withParents(index, all))
}

/** The groups, lower-cased names and ids, that a principal is a member of itself. */
export function directGroupsOf(
  index: GroupIndex,
  names: readonly string[],
  direct: readonly string[],
): ReadonlySet<string> {
  const listed = names.flatMap((name) => index.listing.get(lower(name)) ?? [])
  const named = direct.flatMap((name) => index.byName.get(lower(name)) ?? { name })
  return new Set(
    [...listed, ...named].flatMap(({ name, id }) => [lower(name), ...(id === undefined ? [] : [lower(id)])]),
  )
}
