import { addTo, type Bitmap, firstOf, isSame, membersOf, sizeOf } from '../../classes/bitmap.ts'
import type { Kind, SetOfKind, UserSets } from '../../classes/user-sets.ts'
import type { User } from '../../tenant/tenant.ts'
import type { UserName } from '../../vocabulary/requests.ts'
import type { Population } from '../population/population.ts'
import type { UserClass } from '../population/results.ts'
import type { PlayedSets } from './played-sets.ts'

/** How users of a kind are divided: sets of which each user is in one. */
type Division = readonly Bitmap[]

/** Gives members of different parts different colors; members of the largest part keep theirs. */
function recolor(colors: Int32Array, parts: Division, sizes: readonly number[], next: number): number {
  const largest = sizes.indexOf(Math.max(...sizes))
  let made = next
  for (const [at, part] of parts.entries()) {
    if (at === largest) continue
    const renamed = new Map<number, number>()
    for (const member of membersOf(part)) {
      const before = colors[member] ?? 0
      const after = renamed.get(before) ?? made
      if (after === made) {
        renamed.set(before, made)
        made += 1
      }
      colors[member] = after
    }
  }
  return made
}

/** Users of a kind by color; users who are in different parts of any division have different ones. */
function coloring(size: number) {
  const colors = new Int32Array(size)
  const seen = new Map<string, Division[]>()
  let next = 1
  const divide = (parts: Division): void => {
    if (parts.length < 2) return
    const sizes = parts.map(sizeOf)
    const alike = seen.get(sizes.join()) ?? []
    // Most sign-ins divide people as another one did.
    if (alike.some((one) => one.every((part, at) => isSame(part, parts[at] ?? part)))) return
    seen.set(sizes.join(), [...alike, parts])
    next = recolor(colors, parts, sizes, next)
  }
  return { colors, divide }
}

/** Members of the same color, in the order of the first of each. */
function byColor(colors: Int32Array, words: number): readonly Bitmap[] {
  const found = new Map<number, Bitmap>()
  for (const [member, color] of colors.entries()) {
    const set = found.get(color) ?? new Uint32Array(words)
    found.set(color, set)
    addTo(set, member)
  }
  return [...found.values()]
}

/** The kinds of users of several tenants in the same places; a kind need not be in each. */
function kindsIn(states: readonly PlayedSets[]): readonly Kind[] {
  return [...new Map(states.flatMap(({ kinds }) => [...kinds])).values()].sort((one, other) => one.index - other.index)
}

/**
 * Users of each kind divided until every sign-in of every one of some states ends the same way for all of a group. The users
 * of the states are in the same places. Yields how far it has come, from 0 to 1.
 */
export function* outcomeGroups(states: readonly PlayedSets[]): Generator<number, readonly SetOfKind[], undefined> {
  const groups: SetOfKind[] = []
  const kinds = kindsIn(states)
  for (const kind of kinds) {
    const { colors, divide } = coloring(kind.size)
    for (const [at, state] of states.entries()) {
      const requests = [...state.requestsOf(kind.index).values()]
      for (const [done, request] of requests.entries()) {
        divide(state.partsOf(kind.index, request).map(({ members }) => members))
        yield (kind.index + (at + done / requests.length) / states.length) / kinds.length
      }
    }
    for (const members of byColor(colors, kind.words)) groups.push({ kind, members })
  }
  return groups
}

const placeOfFirst = ({ kind, members }: SetOfKind): number => kind.firstWord * 32 + firstOf(members)

function userIn(sets: UserSets, kind: Kind, place: number): User | undefined {
  const stated = sets.tenant.users.get(kind.representative)
  return stated && (sets.declared.users.get(sets.nameAt(place)) ?? sets.userAt(place, stated))
}

/** A user of a tenant by the user principal name, as it is written. */
export function userNamed(sets: UserSets, name: UserName): User | undefined {
  for (const kind of sets.kinds) {
    const first = kind.firstWord * 32
    for (let place = first; place < first + kind.size; place += 1)
      if (sets.nameAt(place) === name) return userIn(sets, kind, place)
  }
  return undefined
}

/** The groups whose users a tenant has, in the order of its files. */
export function groupsIn(sets: UserSets, groups: readonly SetOfKind[]): readonly SetOfKind[] {
  const known = new Set(sets.kinds.map(({ index }) => index))
  const orderOf = (group: SetOfKind): number => sets.orderOf(placeOfFirst(group))
  return groups.filter(({ kind }) => known.has(kind.index)).sort((one, other) => orderOf(one) - orderOf(other))
}

/** The users of a tenant with groups of them, see `groupsIn`, as classes; each signs in as its first user. */
export function populationOfGroups(sets: UserSets, groups: readonly SetOfKind[]): Population {
  const users = new Map<UserName, User>()
  const kinds = new Map(sets.kinds.map((kind) => [kind.index, kind]))
  const classes = groups.map((group, index): UserClass => {
    const kind = kinds.get(group.kind.index)
    const user = kind && userIn(sets, kind, placeOfFirst(group))
    if (kind === undefined || user === undefined) throw new Error('a group of users whom the tenant does not have')
    users.set(user.userPrincipalName, user)
    return { index, representative: user.userPrincipalName, size: sizeOf(group.members), traits: kind.traits }
  })
  return { tenant: { ...sets.tenant, users }, classes, users: sets.users, records: new Map() }
}
