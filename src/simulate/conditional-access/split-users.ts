import { addAll, type Bitmap, common, difference, firstOf, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { type AssignedUsers, policiesOfUser } from './assigned-users.ts'
import { addMask, eachIndex, hasBit, indexesOf, type Mask, maskWhere, meets, without } from './bits.ts'
import type { OpenPolicies } from './open-policies.ts'
import type { Demand, QuestionSplit } from './question-splits.ts'

/** Users of one kind, and whom of them the policies concern. */
export interface Splitting {
  readonly kind: Kind
  readonly assigned: AssignedUsers
}

/** The part of a set of all users that is of one kind. */
export const within = ({ firstWord, words }: Kind, all: Bitmap | undefined): Bitmap =>
  all?.subarray(firstWord, firstWord + words) ?? new Uint32Array(words)

function union({ kind, assigned }: Splitting, policies: Mask): Bitmap {
  const made = new Uint32Array(kind.words)
  eachIndex(policies, (policy) => addAll(made, within(kind, assigned.certain[policy])))
  return made
}

/** The part of users in a set, and the rest; a part without users is left out. */
function parted(users: Bitmap, set: Bitmap): readonly Bitmap[] {
  const inside = common(users, set)
  if (isEmpty(inside)) return [users]
  const outside = difference(users, set)
  return isEmpty(outside) ? [users] : [inside, outside]
}

function bySingle(splitting: Splitting, users: readonly Bitmap[], single: Mask): readonly Bitmap[] {
  const { kind, assigned } = splitting
  let parts = users
  for (const policy of indexesOf(single)) {
    const [sure, maybe] = [within(kind, assigned.certain[policy]), within(kind, assigned.possible[policy])]
    parts = parts.flatMap((part) => parted(part, sure))
    if (assigned.possible[policy] !== assigned.certain[policy]) parts = parts.flatMap((part) => parted(part, maybe))
  }
  return parts
}

interface Demanded {
  readonly users: Bitmap
  readonly words: readonly (readonly string[])[]
}

/** Whom a demand concerns, and whom not; one that another demand implies makes no difference. */
function byDemand({ users, words: before }: Demanded, demand: Demand, set: Bitmap): readonly Demanded[] {
  const { words } = demand
  if (words !== undefined && before.some((one) => one.every((word) => words.includes(word))))
    return [{ users, words: before }]
  const inside = common(users, set)
  if (isEmpty(inside)) return [{ users, words: before }]
  const outside = difference(users, set)
  const more = { users: inside, words: words === undefined ? before : [...before, words] }
  return isEmpty(outside) ? [more] : [more, { users: outside, words: before }]
}

function byDemands(splitting: Splitting, users: Bitmap, demands: readonly Demand[]): readonly Bitmap[] {
  let parts: readonly Demanded[] = [{ users, words: [] }]
  for (const demand of demands) {
    const set = union(splitting, demand.policies)
    parts = parts.flatMap((part) => byDemand(part, demand, set))
  }
  return parts.map((part) => part.users)
}

/** The users whom one of some policies may concern. */
function possibly({ kind, assigned }: Splitting, policies: Mask): Bitmap {
  const made = new Uint32Array(kind.words)
  eachIndex(policies, (policy) => addAll(made, within(kind, assigned.possible[policy])))
  return made
}

/** The policies that certainly concern the first of some users. */
const certainOfFirst = ({ kind, assigned }: Splitting, users: Bitmap): Mask =>
  policiesOfUser(assigned.certain, kind.firstWord * 32 + firstOf(users))

/** Splits users to whom the policies that apply for sure say the same by those that are open for every user. */
function byOpenPolicies(splitting: Splitting, users: Bitmap, open: OpenPolicies): readonly Bitmap[] {
  if (!meets(open.policies, open.policies)) return [users]
  const { adding, alike, single } = open.opening(certainOfFirst(splitting, users))
  const changed = common(users, possibly(splitting, adding))
  if (isEmpty(changed)) return [users]
  let parts: readonly Bitmap[] = [changed]
  for (const policies of alike) {
    const set = possibly(splitting, policies)
    parts = parts.flatMap((part) => parted(part, set))
  }
  const rest = difference(users, changed)
  return [...(isEmpty(rest) ? [] : [rest]), ...bySingle(splitting, parts, single)]
}

/** Policies of which it is open whether they concern some users of the kind: each counts by itself. */
function openFor({ kind, assigned }: Splitting, policies: Mask): Mask {
  return maskWhere(policies.length * 32, (policy) => {
    const [sure, maybe] = [assigned.certain[policy], assigned.possible[policy]]
    if (!hasBit(policies, policy) || sure === maybe) return false
    return !isEmpty(difference(within(kind, maybe), within(kind, sure)))
  })
}

/** Splits users of one kind until what the policies say to a question is equal for each part. */
export function splitByQuestion(splitting: Splitting, users: Bitmap, split: QuestionSplit): readonly Bitmap[] {
  const all = split.single.slice()
  addMask(all, split.blocks)
  for (const { policies } of split.demands) addMask(all, policies)
  addMask(all, split.shaping)
  addMask(all, split.open.policies)
  const open = openFor(splitting, all)
  // Where it is open of single users whether a policy concerns them, each that is open for all counts by itself.
  const byOpen = meets(open, open) ? undefined : split.open
  if (byOpen === undefined) addMask(open, split.open.policies)
  if (meets(open, split.shaping)) addMask(open, split.shaping)
  addMask(open, split.single)
  const blocks = without(split.blocks, open)
  const demands = split.demands.map((demand) => ({ ...demand, policies: without(demand.policies, open) }))
  const parts = bySingle(splitting, [users], open)
  const blocked = union(splitting, blocks)
  return parts.flatMap((part) => {
    const inside = common(part, blocked)
    const others = (rest: Bitmap): readonly Bitmap[] => {
      const made = byDemands(splitting, rest, demands)
      return byOpen === undefined ? made : made.flatMap((some) => byOpenPolicies(splitting, some, byOpen))
    }
    if (isEmpty(inside)) return others(part)
    const outside = difference(part, blocked)
    const blockedParts = split.blocksByName ? bySingle(splitting, [inside], blocks) : [inside]
    return isEmpty(outside) ? blockedParts : [...blockedParts, ...others(outside)]
  })
}
