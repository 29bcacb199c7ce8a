import { addTo, type Bitmap } from '../../classes/bitmap.ts'
import type { Kind, UserSets } from '../../classes/user-sets.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { addMask, eachIndex, emptyLike, emptyMask, type Mask, without } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { principalRow, sidesOf } from './judge-users.ts'
import { namingGroup, type UserIndex } from './user-index.ts'

/** For each policy, by its index, the users whom it concerns for sure, and those whom it concerns or may concern. */
export interface AssignedUsers {
  readonly certain: readonly Bitmap[]
  /** The same set where nothing is open. */
  readonly possible: readonly Bitmap[]
}

interface Filling {
  readonly sets: UserSets
  readonly index: UserIndex
  readonly certain: Bitmap[]
  /** Undefined where it is the certain one as far as users have been gone through. */
  readonly possible: (Bitmap | undefined)[]
  /** What policies say about each group, found once. */
  readonly byGroup: (ReturnType<typeof namingGroup> | undefined)[]
}

function take({ certain, possible, sets }: Filling, place: number, sure: Mask, maybe: Mask): void {
  eachIndex(sure, (policy) => {
    addTo(setAt(certain, policy, sets), place)
    const open = possible[policy]
    if (open !== undefined) addTo(open, place)
  })
  eachIndex(without(maybe, sure), (policy) => {
    const open = possible[policy] ?? setAt(certain, policy, sets).slice()
    addTo(open, place)
    possible[policy] = open
  })
}

function setAt(list: Bitmap[], policy: number, { words }: UserSets): Bitmap {
  const known = list[policy]
  if (known !== undefined) return known
  const made = new Uint32Array(words)
  list[policy] = made
  return made
}

function ofGroup({ byGroup, index, sets }: Filling, group: number) {
  const known = byGroup[group]
  if (known !== undefined) return known
  const made = namingGroup(index, sets.groups.leadsTo(group))
  byGroup[group] = made
  return made
}

/** Goes through the users of a kind: what is equal for all of them is judged once, their groups are joined to it. */
function takeKind(filling: Filling, kind: Kind, user: User): void {
  const { index } = filling
  const first = kind.firstWord * 32
  const alike = kind.size === 1 || user.groups === undefined || !hasGroupsRead(user)
  const row = principalRow(index, user, 'undetermined')
  const join = joining(filling, user)
  for (let place = first; place < first + kind.size; place += 1) {
    if (alike) take(filling, place, row.certain, row.possible)
    else {
      const { sure, maybe } = join(place)
      take(filling, place, sure, maybe)
    }
  }
}

/** Programs are named by policies, and some principals are beyond them: of neither are the groups read. */
const hasGroupsRead = ({ kind }: User): boolean =>
  kind !== 'service-principal' && kind !== 'managed-identity' && kind !== 'anonymous'

/** The row of the user at a place: what policies say about the kind and of each of the user's groups. */
function joining(filling: Filling, user: User): (place: number) => { readonly sure: Mask; readonly maybe: Mask } {
  const { index, sets } = filling
  const { include, exclude } = sidesOf(index, { ...user, groups: new Set<string>() })
  const perhaps = emptyMask(index.policies)
  for (const { policies } of index.perhapsForWorkloads) addMask(perhaps, policies)
  const [into, out] = [include.certain.slice(), exclude.certain.slice()]
  const [sure, maybe] = [emptyLike(into), emptyLike(into)]
  const join = (group: number): void => {
    const named = ofGroup(filling, group)
    addMask(into, named.include)
    addMask(out, named.exclude)
  }
  return (place) => {
    copy(include.certain, into)
    copy(exclude.certain, out)
    sets.eachGroup(place, join)
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
