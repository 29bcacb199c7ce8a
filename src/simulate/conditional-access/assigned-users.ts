import { addTo, type Bitmap, emptyBitmap, isIn, removeFrom } from '../../classes/bitmap.ts'
import type { Kind, UserSets } from '../../classes/user-sets.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import {
  addMask,
  eachIndex,
  emptyLike,
  emptyMask,
  hasBit,
  indexesOf,
  type Mask,
  maskWhere,
  setBit,
  without,
} from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { principalRow, sidesOf } from './judge-users.ts'
import { namingGroup, type UserIndex } from './user-index.ts'

/** For each policy, by its index, the users whom it concerns for sure, and those whom it concerns or may concern. */
export interface AssignedUsers {
  readonly certain: readonly Bitmap[]
  /** The same set where nothing is open. */
  readonly possible: readonly Bitmap[]
}

/** The policies that concern one user, given by place among all users. */
export const policiesOfUser = (columns: readonly Bitmap[], place: number): Mask =>
  maskWhere(columns.length, (policy) => isIn(columns[policy] ?? nobody, place))

const nobody: Bitmap = emptyBitmap(0)

interface Filling {
  readonly sets: UserSets
  readonly index: UserIndex
  readonly certain: Bitmap[]
  /** Undefined where it is the certain one as far as users have been gone through. */
  readonly possible: (Bitmap | undefined)[]
  /** What policies say about each group, found once. */
  readonly byGroup: (Naming | undefined)[]
}

/** The policies that include a group, and those that exclude it, by index. */
interface Naming {
  readonly include: readonly number[]
  readonly exclude: readonly number[]
}

/** The policies that concern a user for sure, and those that do or may. */
interface Concerning {
  readonly sure: Mask
  readonly maybe: Mask
}

function setAt(list: Bitmap[], policy: number, { words }: UserSets): Bitmap {
  const known = list[policy]
  if (known !== undefined) return known
  const made = new Uint32Array(words)
  list[policy] = made
  return made
}

/** The set of those whom a policy may concern, apart from those whom it concerns for sure from now on. */
function possibleAt({ possible, certain, sets }: Filling, policy: number): Bitmap {
  const made = possible[policy] ?? setAt(certain, policy, sets).slice()
  possible[policy] = made
  return made
}

/** Every user of a kind is concerned alike: users who are not are put right afterwards. */
function takeAll(filling: Filling, { firstWord, size }: Kind, { sure, maybe }: Concerning): void {
  const fill = (set: Bitmap): void => {
    const whole = size >>> 5
    set.fill(0xffffffff, firstWord, firstWord + whole)
    const rest = size & 31
    if (rest !== 0) set[firstWord + whole] = 2 ** rest - 1
  }
  eachIndex(sure, (policy) => {
    fill(setAt(filling.certain, policy, filling.sets))
    const open = filling.possible[policy]
    if (open !== undefined) fill(open)
  })
  eachIndex(without(maybe, sure), (policy) => fill(possibleAt(filling, policy)))
}

/** Puts right whom policies concern of one user, of whom other things are said than of the kind. */
function putRight(filling: Filling, place: number, { sure, maybe }: Concerning, before: Concerning): void {
  const { certain, possible, sets } = filling
  eachDifference(sure, before.sure, (policy, now) => {
    const set = setAt(certain, policy, sets)
    // Where nothing is open so far, the two are one set: what is possible is kept before it changes.
    if (!now && hasBit(maybe, policy)) possibleAt(filling, policy)
    if (now) addTo(set, place)
    else removeFrom(set, place)
  })
  eachDifference(maybe, before.maybe, (policy, now) => {
    const open = possible[policy] ?? (now === hasBit(sure, policy) ? undefined : possibleAt(filling, policy))
    if (open === undefined) return
    if (now) addTo(open, place)
    else removeFrom(open, place)
  })
}

/** Calls for each policy whose bit is set in one of the masks and not in the other, with whether it is in the first. */
function eachDifference(one: Mask, other: Mask, take: (policy: number, inFirst: boolean) => void): void {
  for (let word = 0; word < one.length; word += 1) {
    const first = one[word] ?? 0
    let bits = first ^ (other[word] ?? 0)
    while (bits !== 0) {
      const lowest = bits & -bits
      take((word << 5) + 31 - Math.clz32(lowest), (first & lowest) !== 0)
      bits ^= lowest
    }
  }
}

function ofGroup({ byGroup, index, sets }: Filling, group: number): Naming {
  const known = byGroup[group]
  if (known !== undefined) return known
  const { include, exclude } = namingGroup(index, sets.groups.leadsTo(group))
  const made = { include: indexesOf(include), exclude: indexesOf(exclude) }
  byGroup[group] = made
  return made
}

/** Goes through the users of a kind: what is equal for all of them is judged once, their groups are joined to it. */
function takeKind(filling: Filling, kind: Kind, user: User): void {
  const { index } = filling
  const first = kind.firstWord * 32
  if (kind.size === 1 || user.groups === undefined || !hasGroupsRead(user)) {
    const row = principalRow(index, user, 'undetermined')
    takeAll(filling, kind, { sure: row.certain, maybe: row.possible })
    return
  }
  const join = joining(filling, user)
  const { sure, maybe } = join(undefined)
  const before: Concerning = { sure: sure.slice(), maybe: maybe.slice() }
  takeAll(filling, kind, before)
  for (let place = first; place < first + kind.size; place += 1) putRight(filling, place, join(place), before)
}

/** Programs are named by policies, and some principals are beyond them: of neither are the groups read. */
const hasGroupsRead = ({ kind }: User): boolean =>
  kind !== 'service-principal' && kind !== 'managed-identity' && kind !== 'anonymous'

/** The row of the user at a place: what policies say about the kind and of each of the user's groups; without a place, of nobody's. */
function joining(filling: Filling, user: User): (place: number | undefined) => Concerning {
  const { index, sets } = filling
  const { include, exclude } = sidesOf(index, { ...user, groups: new Set<string>() })
  const perhaps = emptyMask(index.policies)
  for (const { policies } of index.perhapsForWorkloads) addMask(perhaps, policies)
  const [into, out] = [include.certain.slice(), exclude.certain.slice()]
  const [sure, maybe] = [emptyLike(into), emptyLike(into)]
  const join = (group: number): void => {
    const named = ofGroup(filling, group)
    for (const policy of named.include) setBit(into, policy)
    for (const policy of named.exclude) setBit(out, policy)
  }
  return (place) => {
    copy(include.certain, into)
    copy(exclude.certain, out)
    if (place !== undefined) sets.eachGroup(place, join)
    for (let word = 0; word < into.length; word += 1) {
      const [named, left] = [into[word] ?? 0, out[word] ?? 0]
      const openIn = (include.open[word] ?? 0) & ~named
      const openOut = (exclude.open[word] ?? 0) & ~left
      const reached = (named | openIn) & ~left & ~(index.forWorkloads[word] ?? 0)
      maybe[word] = reached
      sure[word] = reached & ~openIn & ~openOut & ~(perhaps[word] ?? 0)
    }
    return { sure, maybe }
  }
}

function copy(from: Mask, to: Mask): void {
  for (let word = 0; word < from.length; word += 1) to[word] = from[word] ?? 0
}

/** The users whom each policy concerns; those of a kind are like its representative at the time in question. */
export function assignedUsers(
  compiled: CompiledPolicies,
  sets: UserSets,
  representatives: Tenant['users'],
): AssignedUsers {
  const filling: Filling = { sets, index: compiled.users, certain: [], possible: [], byGroup: [] }
  for (const kind of sets.kinds) {
    const user = representatives.get(kind.representative)
    if (user !== undefined) takeKind(filling, kind, user)
  }
  const certain = compiled.policies.map((_, policy) => setAt(filling.certain, policy, sets))
  return { certain, possible: certain.map((sure, policy) => filling.possible[policy] ?? sure) }
}
