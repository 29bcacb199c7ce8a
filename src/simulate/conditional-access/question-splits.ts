import { addAll, type Bitmap, common, difference, isEmpty } from '../../classes/bitmap.ts'
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
import { reachOf } from './reach.ts'
import { rowsOf } from './rows-of.ts'
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
  const rows = [...rowsOf(compiled, signIn, { missing: 'undetermined', dependencies: true })]
  // The second row is that of the user.
  rows[1] = undefined
  const { certain, possible } = reachOf(compiled, rows)
  const reached = possible.slice()
  const nothing = emptyMask(compiled.policies.length)
  if (detail === 'policies')
    return withKey({ single: reached, blocks: nothing, blocksByName: false, demands: [], shaping: nothing })
  keepMask(reached, compiled.enforced)
  const single = without(reached, certain)
  const risky = asksForRisk(compiled)
  keepMask(risky, reached)
  addMask(single, risky)
  const shaping = reached.slice()
  keepMask(shaping, compiled.shaping)
  if (meets(single, shaping)) addMask(single, shaping)
  const settled = without(reached, single)
  const blocks = settled.slice()
  keepMask(blocks, compiled.demands.blocks)
  const blocksByName = detail === 'demands'
  const rest = without(settled, blocks)
  const demands = (blocksByName ? eachDemand : demandsOf)(compiled, signIn, rest)
  return withKey({ single, blocks, blocksByName, demands, shaping })
}

function withKey(split: Omit<QuestionSplit, 'key'>): QuestionSplit {
  const demands = split.demands.map(({ policies, words }) => `${policies.join()} ${words?.join() ?? '?'}`)
  const { single, blocks, shaping, blocksByName } = split
  const key = [single.join(), blocks.join(), shaping.join(), ...demands].join('|')
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
  const open = openFor(splitting, all)
  if (meets(open, split.shaping)) addMask(open, split.shaping)
  addMask(open, split.single)
  const blocks = without(split.blocks, open)
  const demands = split.demands.map((demand) => ({ ...demand, policies: without(demand.policies, open) }))
  const parts = bySingle(splitting, [users], open)
  const blocked = union(splitting, blocks)
  return parts.flatMap((part) => {
    const inside = common(part, blocked)
    if (isEmpty(inside)) return byDemands(splitting, part, demands)
    const outside = difference(part, blocked)
    const blockedParts = split.blocksByName ? bySingle(splitting, [inside], blocks) : [inside]
    return isEmpty(outside) ? blockedParts : [...blockedParts, ...byDemands(splitting, outside, demands)]
  })
}
