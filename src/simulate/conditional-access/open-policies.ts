import { addMask, emptyMask, hasBit, inBoth, indexesOf, type Mask, maskWhere, meets, setBit, without } from './bits.ts'
import type { DemandContext } from './clause-states.ts'
import { type Answer, answer, changingPolicies, sameAnswer } from './combine.ts'
import type { CompiledPolicies } from './compile.ts'
import { completionsOf } from './completions.ts'
import { contextOf } from './demand-context.ts'
import { missingOf, type Reach, reachOf, reachWithin } from './reach.ts'
import { rowsWithoutUser, type SignInRows } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

/** A question to the policies, all of it judged but the user. */
export interface Asked {
  readonly compiled: CompiledPolicies
  readonly signIn: PolicySignIn
  readonly rows: SignInRows
  readonly context: DemandContext
}

/** How users to whom the policies that apply for sure say the same are distinguished by those that may apply. */
export interface Opening {
  /** Only users whom one of these may concern are distinguished: the others change nothing by themselves. */
  readonly adding: Mask
  /** Sets of policies: users are distinguished by whether one of a set may concern them. */
  readonly alike: readonly Mask[]
  /** Policies of which each counts by itself. */
  readonly single: Mask
}

function withPolicy(mask: Mask, index: number): Mask {
  const more = mask.slice()
  setBit(more, index)
  return more
}

/** What is missing where it is open whether a policy applies, and what it demands that is not understood. */
function missingTo({ compiled, rows, context }: Asked, index: number): readonly string[] {
  const only = withPolicy(emptyMask(compiled.policies.length), index)
  return [...new Set([...missingOf(compiled, rows, index), ...answer(compiled, only, context).unknown])].sort()
}

/** The policies by what is missing. */
function byMissing(
  asked: Asked,
  policies: Mask,
): ReadonlyMap<string, { readonly names: readonly string[]; readonly mask: Mask }> {
  const found = new Map<string, { readonly names: readonly string[]; readonly mask: Mask }>()
  for (const index of indexesOf(policies)) {
    const names = missingTo(asked, index)
    const key = names.join('\u0000')
    const known = found.get(key) ?? { names, mask: emptyMask(asked.compiled.policies.length) }
    found.set(key, known)
    setBit(known.mask, index)
  }
  return found
}

/** What reaches a question with each value that its one missing signal can have. */
export function reachOfCompletions({ compiled, signIn }: Asked, names: readonly string[]): readonly Reach[] {
  return completionsOf(signIn, names).map((complete) =>
    reachWithin(reachOf(compiled, rowsWithoutUser(compiled, complete)), compiled.enforced),
  )
}

/**
 * Whether policies that wait for one signal may agree whatever its value is: not where none of them applies with some value, and
 * each that adds something does with another.
 */
function mayAgree(reaches: readonly Reach[], policies: Mask, adding: Mask): boolean {
  if (reaches.length === 0) return false
  const apart = reaches.some(({ possible }) => !meets(possible, policies))
  const sometimes = emptyMask(policies.length * 32)
  for (const { certain } of reaches) addMask(sometimes, certain)
  return !apart || meets(without(adding, sometimes), policies)
}

/**
 * How the users to whom the policies that apply for sure give one answer are distinguished by those that may apply. `reachesOf`
 * gives what reaches the question with each value of a signal.
 */
export function openingOf(
  asked: Asked,
  { sure, applying, open }: { readonly sure: Answer; readonly applying: Mask; readonly open: Mask },
  reachesOf: (names: readonly string[]) => readonly Reach[],
): Opening {
  const { compiled, context } = asked
  const nothing = emptyMask(compiled.policies.length)
  if (sure.decision === 'block') return { adding: nothing, alike: [], single: nothing }
  // An answer that is open by itself differs where anything else is open.
  if (sure.unknown.length > 0) return { adding: open, alike: [], single: open }
  const adding = maskWhere(compiled.policies.length, (index) => {
    return hasBit(open, index) && !sameAnswer(sure, answer(compiled, withPolicy(applying, index), context))
  })
  const changing = maskOf(compiled, changingPolicies(compiled, open, sure, context))
  const single = emptyMask(compiled.policies.length)
  const alike: Mask[] = []
  for (const { names, mask } of byMissing(asked, changing).values()) {
    if (mayAgree(reachesOf(names), mask, adding)) addMask(single, mask)
    else alike.push(mask)
  }
  return { adding, alike, single }
}

/** The policies of a question of which it is open for every user whether they apply. */
export interface OpenPolicies {
  readonly policies: Mask
  /** Equal for questions on which users are distinguished alike. */
  readonly key: string
  /** How users are distinguished to whom these policies, and no others, apply for sure. */
  readonly opening: (certain: Mask) => Opening
}

/** No policy is open. */
export const noneOpen: OpenPolicies = {
  policies: [],
  key: '',
  opening: () => ({ adding: [], alike: [], single: [] }),
}

/** Whether an open policy may shape the session in a way that is told: where a condition is not understood. */
export function mayShapeOtherwise({ compiled, rows }: Asked, open: Mask): boolean {
  return indexesOf(open).some((index) => {
    const names = hasBit(compiled.shaping, index) ? missingOf(compiled, rows, index) : []
    return names.some((name) => /^(policy|namedLocation):/.test(name))
  })
}

/** What is open of a question, among all policies that reach it. */
export function openPolicies(asked: Asked, open: Mask, reached: Mask): OpenPolicies {
  if (!meets(open, open)) return noneOpen
  const { compiled, context } = asked
  const reaches = new Map<string, readonly Reach[]>()
  const reachesOf = (names: readonly string[]): readonly Reach[] => {
    const key = names.join('\u0000')
    const known = reaches.get(key) ?? reachOfCompletions(asked, names)
    reaches.set(key, known)
    return known
  }
  const known = new Map<string, Opening>()
  const { certain } = reachWithin(reachOf(compiled, asked.rows), compiled.enforced)
  return {
    policies: open,
    key: keyOf(asked, open, reached, reachesOf),
    opening: (user) => {
      const applying = inBoth(certain, user)
      const sure = answer(compiled, applying, context)
      const key = [sure.decision, sure.requirement.key, ...sure.unknown].join('\u0000')
      const made = known.get(key) ?? openingOf(asked, { sure, applying, open }, reachesOf)
      known.set(key, made)
      return made
    },
  }
}

function keyOf(
  asked: Asked,
  open: Mask,
  reached: Mask,
  reachesOf: (names: readonly string[]) => readonly Reach[],
): string {
  const { demands } = asked.compiled
  const states = asked.context.states.map((state, at) => {
    const text = state.kind === 'unknown' ? state.facts.join() : state.kind === 'met' ? '' : state.clause.key
    return `${state.kind} ${text} ${inBoth(demands.demanding[at] ?? [], reached)}`
  })
  const missing = [...byMissing(asked, open)].map(([name, { names, mask }]) => {
    const tried = reachesOf(names).map(({ certain, possible }) => `${inBoth(certain, open)} ${inBoth(possible, open)}`)
    return [name, mask.join(), ...tried].join('/')
  })
  return [inBoth(demands.blocks, reached).join(), ...states, ...missing].join(';')
}

/** The policies that leave the answer open where it is open whether they apply, given those that concern a user for sure. */
export function changingWhereOpen(compiled: CompiledPolicies, signIn: PolicySignIn, user: Mask): Mask {
  const context = contextOf(compiled.demands, signIn)
  const { certain, possible } = reachWithin(reachOf(compiled, rowsWithoutUser(compiled, signIn)), compiled.enforced)
  return maskOf(
    compiled,
    changingPolicies(compiled, possible, answer(compiled, inBoth(certain, user), context), context),
  )
}

function maskOf({ policies }: CompiledPolicies, indexes: readonly number[]): Mask {
  const mask = emptyMask(policies.length)
  for (const index of indexes) setBit(mask, index)
  return mask
}
