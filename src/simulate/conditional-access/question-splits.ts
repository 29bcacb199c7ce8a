import { addAll, type Bitmap, common, difference, firstOf, isEmpty, isIn } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { asksForRisk } from './asks-for-risk.ts'
import type { AssignedUsers } from './assigned-users.ts'
import {
  addMask,
  eachIndex,
  emptyMask,
  hasBit,
  indexesOf,
  keepMask,
  type Mask,
  maskWhere,
  meets,
  setBit,
  without,
} from './bits.ts'
import type { ClauseState } from './clause-states.ts'
import type { CompiledPolicies } from './compile.ts'
import { contextOf } from './demand-context.ts'
import { mayShapeOtherwise, noneOpen, type OpenPolicies, openPolicies, rowsWithoutUser } from './open-policies.ts'
import { reachOf } from './reach.ts'
import type { PolicySignIn } from './sign-in.ts'

/**
 * How finely users are distinguished: by what decides their sign-in, also by every demand, by what shapes the session and
 * by each policy that blocks, or by every policy that could reach it.
 */
export type Detail = 'verdict' | 'demands' | 'policies'

/** What of one question to the policies depends on the user: equal splits have equal keys. */
export interface QuestionSplit {
  readonly key: string
  /** Policies of which each counts by itself. */
  readonly single: Mask
  /** Policies that block for sure; whom one of them concerns, no other matters to. */
  readonly blocks: Mask
  /** Whether each of them counts by itself. */
  readonly blocksByName: boolean
  /** The policies behind each demand that is not met, those that fewer controls meet first. */
  readonly demands: readonly Demand[]
  /** Policies that shape the session, which counts where it is open whether one of them applies. */
  readonly shaping: Mask
  /** Policies of which it is open for everybody whether they apply. */
  readonly open: OpenPolicies
}

interface Demand {
  readonly policies: Mask
  /** The controls that meet it; undefined if no other demand implies it. */
  readonly words: readonly string[] | undefined
}

const wordsOf = (state: ClauseState): readonly string[] | undefined =>
  state.kind === 'open' || state.kind === 'impossible' ? state.clause.controls.map(({ word }) => word) : undefined

function demandsOf(compiled: CompiledPolicies, signIn: PolicySignIn, among: Mask): readonly Demand[] {
  const { states, legacy } = contextOf(compiled.demands, signIn)
  const demands = states.flatMap((state, at): readonly Demand[] => {
    const policies = (compiled.demands.demanding[at] ?? []).slice()
    keepMask(policies, among)
    return state.kind === 'met' || !meets(policies, policies) ? [] : [{ policies, words: wordsOf(state) }]
  })
  const understood = demands.filter(({ words }) => words !== undefined)
  const others = demands.filter(({ words }) => words === undefined)
  if (!legacy || understood.length === 0)
    return [...understood.sort((one, other) => (one.words?.length ?? 0) - (other.words?.length ?? 0)), ...others]
  // A legacy client can meet nothing: which demand it does not meet is all the same.
  const policies = emptyMask(compiled.policies.length)
  for (const demand of understood) addMask(policies, demand.policies)
  return [{ policies, words: [] }, ...others]
}

/** Every demand that is not met, and every way in which the session is shaped, each by itself. */
function eachDemand(compiled: CompiledPolicies, signIn: PolicySignIn, settled: Mask): readonly Demand[] {
  const { states } = contextOf(compiled.demands, signIn)
  const sessions = new Map<string, Mask>()
  eachIndex(settled, (index) => {
    if (!hasBit(compiled.shaping, index)) return
    const text = JSON.stringify(compiled.policies[index]?.session)
    const mask = sessions.get(text) ?? emptyMask(compiled.policies.length)
    setBit(mask, index)
    sessions.set(text, mask)
  })
  const masks = states.flatMap((state, at) => (state.kind === 'met' ? [] : [compiled.demands.demanding[at]]))
  return [...masks, ...sessions.values()].flatMap((mask): readonly Demand[] => {
    const policies = mask?.slice() ?? []
    keepMask(policies, settled)
    return meets(policies, policies) ? [{ policies, words: undefined }] : []
  })
}

/** What decides about a question once the user is known, all else judged once. */
export function questionSplit(compiled: CompiledPolicies, signIn: PolicySignIn, detail: Detail): QuestionSplit {
  const rows = rowsWithoutUser(compiled, signIn)
  const { certain, possible } = reachOf(compiled, rows)
  const reached = possible.slice()
  const nothing = emptyMask(compiled.policies.length)
  if (detail === 'policies')
    return withKey({
      single: reached,
      blocks: nothing,
      blocksByName: false,
      demands: [],
      shaping: nothing,
      open: noneOpen,
    })
  keepMask(reached, compiled.enforced)
  const open = without(reached, certain)
  const single = asksForRisk(compiled)
  keepMask(single, certain)
  keepMask(single, reached)
  const shaping = reached.slice()
  keepMask(shaping, compiled.shaping)
  const asked = { compiled, signIn, rows, context: contextOf(compiled.demands, signIn) }
  if (mayShapeOtherwise(asked, open)) addMask(single, shaping)
  const settled = without(certain, single)
  keepMask(settled, reached)
  const blocks = settled.slice()
  keepMask(blocks, compiled.demands.blocks)
  const blocksByName = detail === 'demands'
  const rest = without(settled, blocks)
  const demands = (blocksByName ? eachDemand : demandsOf)(compiled, signIn, rest)
  return withKey({
    single,
    blocks,
    blocksByName,
    demands,
    shaping,
    open: openPolicies(asked, without(open, single), reached),
  })
}

function withKey(split: Omit<QuestionSplit, 'key'>): QuestionSplit {
  const demands = split.demands.map(({ policies, words }) => `${policies.join()} ${words?.join() ?? '?'}`)
  const { single, blocks, shaping, blocksByName, open } = split
  const key = [single.join(), blocks.join(), shaping.join(), ...demands, open.key].join('|')
  return { ...split, key: blocksByName ? `named|${key}` : key }
}

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
function certainOfFirst({ kind, assigned }: Splitting, users: Bitmap): Mask {
  const place = kind.firstWord * 32 + firstOf(users)
  return maskWhere(assigned.certain.length, (policy) => isIn(assigned.certain[policy] ?? users, place))
}

/** Splits users to whom the policies that apply for sure say the same by those that are open for everybody. */
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
  // Where it is open of single users whether a policy concerns them, each that is open for everybody counts by itself.
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
