import { asksForRisk } from './asks-for-risk.ts'
import { addMask, eachIndex, emptyMask, hasBit, inBoth, type Mask, meets, setBit, without } from './bits.ts'
import type { ClauseState } from './clause-states.ts'
import type { CompiledPolicies } from './compile.ts'
import { contextOf } from './demand-context.ts'
import { mayShapeOtherwise, noneOpen, type OpenPolicies, openPolicies } from './open-policies.ts'
import { reachOf } from './reach.ts'
import { rowsWithoutUser } from './rows-of.ts'
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
  /** Policies of which it is open for every user whether they apply. */
  readonly open: OpenPolicies
}

/** A demand that is not met, and the policies behind it. */
export interface Demand {
  readonly policies: Mask
  /** The controls that meet it; undefined if no other demand implies it. */
  readonly words: readonly string[] | undefined
}

const wordsOf = (state: ClauseState): readonly string[] | undefined =>
  state.kind === 'open' || state.kind === 'impossible' ? state.clause.controls.map(({ word }) => word) : undefined

function demandsOf(compiled: CompiledPolicies, signIn: PolicySignIn, among: Mask): readonly Demand[] {
  const { states, legacy } = contextOf(compiled.demands, signIn)
  const demands = states.flatMap((state, at): readonly Demand[] => {
    const policies = inBoth(compiled.demands.demanding[at] ?? [], among)
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
    const policies = inBoth(mask ?? [], settled)
    return meets(policies, policies) ? [{ policies, words: undefined }] : []
  })
}

/** What decides about a question once the user is known, all else judged once. */
export function questionSplit(compiled: CompiledPolicies, signIn: PolicySignIn, detail: Detail): QuestionSplit {
  const rows = rowsWithoutUser(compiled, signIn)
  const { certain, possible } = reachOf(compiled, rows)
  const nothing = emptyMask(compiled.policies.length)
  if (detail === 'policies')
    return withKey({
      single: possible,
      blocks: nothing,
      blocksByName: false,
      demands: [],
      shaping: nothing,
      open: noneOpen,
    })
  const reached = inBoth(possible, compiled.enforced)
  const open = without(reached, certain)
  const sure = inBoth(certain, reached)
  const single = inBoth(asksForRisk(compiled), sure)
  const shaping = inBoth(reached, compiled.shaping)
  const asked = { compiled, signIn, rows, context: contextOf(compiled.demands, signIn) }
  if (mayShapeOtherwise(asked, open)) addMask(single, shaping)
  const settled = without(sure, single)
  const blocks = inBoth(settled, compiled.demands.blocks)
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
