import type { Tenant, User } from '../tenant/tenant.ts'
import type { UserName } from '../vocabulary/requests.ts'
import { type Bitmap, fullBitmap, membersOf, wordsFor } from './bitmap.ts'
import { type GroupBook, groupBook } from './group-book.ts'
import { type Names, names } from './names.ts'
import { type NumberLists, numberLists } from './number-lists.ts'

/** Users equal in everything except their names and the groups that only policies read. */
export interface Kind {
  readonly index: number
  /** The first of them, from which their common properties are read. */
  readonly representative: UserName
  readonly size: number
  readonly traits: Readonly<Record<string, string>>
  /** The index of the kind's first word in a set of all users; every kind starts at a word boundary. */
  readonly firstWord: number
  /** The number of words of the kind. */
  readonly words: number
}

/** The users of a tenant in columns. A set of users is a bitmap over places; the places of a kind are contiguous. */
export interface UserSets {
  /** The tenant as declared, with the users of its own file only. */
  readonly declared: Tenant
  /** The tenant with one user for each kind. */
  readonly tenant: Tenant
  readonly kinds: readonly Kind[]
  readonly users: number
  /** The number of words in a set of all users. */
  readonly words: number
  readonly groups: GroupBook
  /** The numbers of the groups that the user at a place is a direct member of. */
  readonly eachGroup: (place: number, take: (group: number) => void) => void
  readonly nameAt: (place: number) => UserName
  readonly displayNameAt: (place: number) => string
  /** The user at a place, given the state of the user's kind at the time. */
  readonly userAt: (place: number, kind: User) => User
  /** The place in the order of the files. */
  readonly orderOf: (place: number) => number
}

/** Some users of one kind: a bitmap over the places of that kind only. */
export interface SetOfKind {
  readonly kind: Kind
  readonly members: Bitmap
}

/** The data recorded for a user in addition to the kind. */
export interface Member {
  readonly name: UserName
  readonly displayName: string | undefined
  readonly groups: readonly string[]
}

/** Collects users one at a time, in file order. */
export interface UserSetBuilder {
  /** Every group that a user so far is in, directly or indirectly: names and ids in lower case. */
  readonly groupNames: () => Iterable<string>
  readonly add: (kind: number, member: Member) => void
  /** The users in a tenant, by default the one they were collected for, as it is declared; can be called for several. */
  readonly finish: (
    tenant: Tenant,
    kinds: readonly Omit<Kind, 'firstWord' | 'words' | 'index'>[],
    declared?: Tenant,
  ) => UserSets
}

/** Sorts users by kind; keeps file order within a kind. */
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
export function userSets(of: Tenant): UserSetBuilder {
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
    finish: (tenant, kinds, declared = of) => finished(columns, declared, tenant, kinds),
  }
}

type KindAsFound = Parameters<UserSetBuilder['finish']>[1][number]

const nothing: ReadonlySet<string> = new Set()

function finished(columns: Columns, declared: Tenant, tenant: Tenant, found: readonly KindAsFound[]): UserSets {
  const { groups, userNames, displayNames, memberships, kindOf } = columns
  const sizes = found.map(({ size }) => size)
  const { first, words, order } = placed(kindOf, sizes)
  const kinds = found.map((one, index) => ({ ...one, index, firstWord: first[index] ?? 0, words: wordsFor(one.size) }))
  const orderOf = (place: number): number => order[place] ?? 0
  const nameAt = (place: number): UserName => userNames.at(orderOf(place))
  const displayNameAt = (place: number): string => {
    const displayName = displayNames.at(orderOf(place))
    return displayName === '' ? nameAt(place) : displayName
  }
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
    // The id belongs to the representative; users that policies name by id have a kind of their own.
    const { id: _id, ...rest } = kind
    const own = { ...rest, userPrincipalName: name, displayName: displayNameAt(place) }
    return kind.groups === undefined ? own : { ...own, groups: groupsAt(place) }
  }
  const users = kindOf.length
  return { declared, tenant, kinds, users, words, groups, eachGroup, nameAt, displayNameAt, userAt, orderOf }
}
