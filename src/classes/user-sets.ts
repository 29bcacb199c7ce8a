import type { Tenant, User } from '../tenant/tenant.ts'
import type { UserName } from '../vocabulary/requests.ts'
import { type Bitmap, fullBitmap, membersOf, wordsFor } from './bitmap.ts'
import { type GroupBook, groupBook } from './group-book.ts'
import { type Names, names } from './names.ts'
import { type NumberLists, numberLists } from './number-lists.ts'

/** Users equal in everything except their names and the groups that only policies read. */
export interface Kind {
  readonly index: number
  /** The first of them; what all of them have in common is read of this one. */
  readonly representative: UserName
  readonly size: number
  readonly traits: Readonly<Record<string, string>>
  /** The first word of the kind in a set of all users; a kind begins with a separate word. */
  readonly firstWord: number
  /** How many words hold the kind. */
  readonly words: number
}

/** The users of a tenant as columns. A set of users is a bitmap over places; the places of a kind lie together. */
export interface UserSets {
  /** The tenant as declared, with those users that are in its own file. */
  readonly declared: Tenant
  /** The tenant with one user for each kind. */
  readonly tenant: Tenant
  readonly kinds: readonly Kind[]
  readonly users: number
  /** How many words a set of all users has. */
  readonly words: number
  readonly groups: GroupBook
  /** The numbers of the groups that the user at a place is in without the help of other groups. */
  readonly eachGroup: (place: number, take: (group: number) => void) => void
  readonly nameAt: (place: number) => UserName
  /** The user at a place, given what the user's kind is like at the time in question. */
  readonly userAt: (place: number, kind: User) => User
  /** The place in the order of the files. */
  readonly orderOf: (place: number) => number
}

/** Some users of one kind: a bitmap over the places of the kind alone. */
export interface SetOfKind {
  readonly kind: Kind
  readonly members: Bitmap
}

/** What is taken down of a user besides the kind. */
export interface Member {
  readonly name: UserName
  readonly displayName: string | undefined
  readonly groups: readonly string[]
}

/** Gathers users one by one, in the order of the files. */
export interface UserSetsInTheMaking {
  /** Every group that some user is in so far, directly or through others: lower-cased names and ids. */
  readonly groupNames: () => Iterable<string>
  readonly add: (kind: number, member: Member) => void
  readonly finish: (tenant: Tenant, kinds: readonly Omit<Kind, 'firstWord' | 'words' | 'index'>[]) => UserSets
}

/** Users by kind, the order of the files kept within a kind. */
function placed(kindOf: readonly number[], sizes: readonly number[]) {
  const first: number[] = []
  let words = 0
  for (const size of sizes) {
    first.push(words)
    words += wordsFor(size)
  }
  const next = first.map((word) => word * 32)
  const order = new Uint32Array(words * 32)
  kindOf.forEach((kind, at) => {
    const place = next[kind] ?? 0
    order[place] = at
    next[kind] = place + 1
  })
  return { first, words, order }
}

/** All users of a kind. */
export const allOf = (kind: Kind): SetOfKind => ({ kind, members: fullBitmap(kind.size) })

/** The places of the users in a set. */
export function* placesOf({ kind, members }: SetOfKind): Generator<number, void, undefined> {
  for (const member of membersOf(members)) yield kind.firstWord * 32 + member
}

interface Columns {
  readonly groups: GroupBook
  readonly userNames: Names
  readonly displayNames: Names
  readonly memberships: NumberLists
  readonly kindOf: number[]
}

/** No users yet. */
export function userSets(of: Tenant): UserSetsInTheMaking {
  const columns: Columns = {
    groups: groupBook(of.surroundings.groups),
    userNames: names(),
    displayNames: names(),
    memberships: numberLists(),
    kindOf: [],
  }
  return {
    groupNames: () => columns.groups.allNames(),
    add: (kind, { name, displayName, groups }) => {
      columns.kindOf.push(kind)
      columns.userNames.add(name)
      columns.displayNames.add(displayName ?? '')
      for (const group of groups) columns.memberships.add(columns.groups.numberOf(group))
      columns.memberships.end()
    },
    finish: (tenant, kinds) => finished(columns, of, tenant, kinds),
  }
}

type KindAsFound = Parameters<UserSetsInTheMaking['finish']>[1][number]

const nothing: ReadonlySet<string> = new Set()

function finished(columns: Columns, declared: Tenant, tenant: Tenant, found: readonly KindAsFound[]): UserSets {
  const { groups, userNames, displayNames, memberships, kindOf } = columns
  const sizes = found.map(({ size }) => size)
  const { first, words, order } = placed(kindOf, sizes)
  const kinds = found.map((one, index) => ({ ...one, index, firstWord: first[index] ?? 0, words: wordsFor(one.size) }))
  const orderOf = (place: number): number => order[place] ?? 0
  const nameAt = (place: number): UserName => userNames.at(orderOf(place))
  const eachGroup: UserSets['eachGroup'] = (place, take) => {
    const at = orderOf(place)
    for (let next = memberships.start(at); next < memberships.stop(at); next += 1) take(memberships.value(next))
  }
  const groupsAt = (place: number): ReadonlySet<string> => {
    const all = new Set<string>()
    eachGroup(place, (group) => {
      for (const name of groups.leadsTo(group)) all.add(name)
    })
    return all.size === 0 ? nothing : all
  }
  const userAt: UserSets['userAt'] = (place, kind) => {
    const name = nameAt(place)
    if (name === kind.userPrincipalName) return kind
    // The id is the representative's own; policies that name users by id make each of them a kind.
    const { id: _id, ...rest } = kind
    const displayName = displayNames.at(orderOf(place))
    const own = { ...rest, userPrincipalName: name, displayName: displayName === '' ? name : displayName }
    return kind.groups === undefined ? own : { ...own, groups: groupsAt(place) }
  }
  return { declared, tenant, kinds, users: kindOf.length, words, groups, eachGroup, nameAt, userAt, orderOf }
}
