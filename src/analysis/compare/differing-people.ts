import { type Bitmap, fullBitmap, isEmpty } from '../../classes/bitmap.ts'
import type { Kind, UserSets } from '../../classes/user-sets.ts'
import { dataText } from '../../tenant/data-text.ts'

/** Everything stated of the users of a kind, but for their names and groups. */
function statedOf({ tenant }: UserSets, kind: Kind): string {
  const user = tenant.users.get(kind.representative)
  return dataText({ ...user, id: undefined, userPrincipalName: undefined, displayName: undefined, groups: undefined })
}

/** The groups that the users of some sets are in, by names that both tenants have. */
function groupsIn({ groups, eachGroup }: UserSets): (place: number) => string {
  const texts: string[] = []
  const textOf = (group: number): string => {
    texts[group] ??= [...groups.leadsTo(group)].sort().join('\u0001')
    return texts[group]
  }
  return (place) => {
    const found = new Set<string>()
    eachGroup(place, (group) => found.add(textOf(group)))
    return [...found].sort().join('\u0000')
  }
}

/** By kind, the users about whom two tenants state something else; both have them in the same places. */
export function differingPeople(before: UserSets, after: UserSets): ReadonlyMap<number, Bitmap> {
  const found = new Map<number, Bitmap>()
  if (before === after) return found
  const others = new Map(after.kinds.map((kind) => [kind.index, kind]))
  const [left, right] = [groupsIn(before), groupsIn(after)]
  for (const kind of before.kinds) {
    const other = others.get(kind.index)
    if (other === undefined) continue
    const users = statedOf(before, kind) === statedOf(after, other) ? moved(kind, left, right) : fullBitmap(kind.size)
    if (!isEmpty(users)) found.set(kind.index, users)
  }
  return found
}

/** The users of a kind who are in other groups. */
function moved({ firstWord, size, words }: Kind, left: (place: number) => string, right: typeof left): Bitmap {
  const users = new Uint32Array(words)
  for (let member = 0; member < size; member += 1) {
    const place = firstWord * 32 + member
    if (left(place) !== right(place)) users[member >>> 5] = (users[member >>> 5] ?? 0) | (1 << (member & 31))
  }
  return users
}
