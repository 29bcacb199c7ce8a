import type { Mutable } from '../../vocabulary/mutable.ts'
import type { CombinedDecision, PolicyDecision } from '../../vocabulary/policies.ts'
import { addMask, emptyMask, indexesOf, type Mask, meets } from './bits.ts'
import type { DemandContext, Requirement } from './clause-states.ts'
import type { CompiledPolicies } from './compile.ts'
import { requirementOf } from './demand-context.ts'
import { namesInBoth } from './name-store.ts'

/** The answer of a set of applicable policies, before signals that are missing. */
export interface Answer {
  readonly decision: PolicyDecision
  readonly requirement: Requirement
  /** Indexes of the clauses that decide; none when a blocking policy does. */
  readonly clauses: readonly number[]
  /** Missing facts: demands that are not understood. An answer with any is not an answer yet. */
  readonly unknown: readonly string[]
}

const noClauses: readonly number[] = []
const nothing: Requirement = { required: [], unresolved: [], key: '' }
const allowed: Answer = { decision: 'allow', requirement: nothing, clauses: noClauses, unknown: [] }
const blocked: Answer = { decision: 'block', requirement: nothing, clauses: noClauses, unknown: [] }

/** Combines the policies of a mask: a block wins, else everything that they demand must be met. */
export function answer({ demands }: CompiledPolicies, policies: Mask, context: DemandContext): Answer {
  if (meets(policies, demands.blocks)) return blocked
  let open: number[] | undefined
  let impossible: number[] | undefined
  let unknown: readonly string[] = allowed.unknown
  let unclear = noClauses
  for (let index = 0; index < demands.demanding.length; index += 1) {
    const state = context.states[index]
    const demanding = demands.demanding[index]
    if (state === undefined || state.kind === 'met' || demanding === undefined || !meets(policies, demanding)) continue
    const { kind } = state
    if (state.kind === 'unknown') {
      unknown = [...unknown, ...state.facts]
      unclear = [...unclear, index]
      continue
    }
    open = open === undefined ? [index] : [...open, index]
    if (kind === 'impossible') impossible = impossible === undefined ? [index] : [...impossible, index]
  }
  if (open === undefined) return unknown.length === 0 ? allowed : { ...allowed, clauses: unclear, unknown }
  if (context.legacy) return { ...blocked, clauses: open }
  const requirement = requirementOf(context, open)
  return impossible === undefined
    ? { decision: 'controls-required', requirement, clauses: [...open, ...unclear], unknown }
    : { decision: 'cannot-satisfy', requirement, clauses: [...impossible, ...unclear], unknown }
}

/** Whether two answers demand the same. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  const same = one.decision === other.decision && one.requirement.key === other.requirement.key
  return same && one.unknown.length + other.unknown.length === 0
}

/** Names of the policies that decide. */
function decidingNames(compiled: CompiledPolicies, { decision, clauses }: Answer, policies: Mask): readonly string[] {
  if (decision === 'allow' && clauses.length === 0) return []
  const { names, policies: inOrder } = compiled
  const { blocks, demanding } = compiled.demands
  const [first] = clauses
  if (first === undefined) return namesInBoth(names, inOrder, policies, blocks)
  if (clauses.length === 1) return namesInBoth(names, inOrder, policies, demanding[first] ?? blocks)
  const mask = emptyMask(compiled.policies.length)
  for (const clause of clauses) addMask(mask, demanding[clause])
  return namesInBoth(names, inOrder, policies, mask)
}

/** A decision to which the session and the reporting policies are still to be added. */
export type UnfinishedDecision = Mutable<CombinedDecision>

/** An answer in the shape of the contract. */
export function decisionOf(compiled: CompiledPolicies, found: Answer, mask: Mask): UnfinishedDecision {
  const { decision, requirement, unknown } = found
  const policies = decidingNames(compiled, found, mask)
  const { required, unresolved } = requirement
  if (unknown.length > 0)
    return { decision: 'undetermined', policies, required, missing: [...new Set([...unresolved, ...unknown])] }
  if (decision !== 'controls-required' || unresolved.length === 0) return { decision, policies, required }
  return { decision: 'undetermined', policies, required, missing: unresolved }
}

/** Open policies that could change the answer: they block, or demand something that the certain ones do not. */
export function changingPolicies(
  compiled: CompiledPolicies,
  open: Mask,
  sure: Answer,
  context: DemandContext,
): readonly number[] {
  const demanded = new Set(sure.requirement.required.map((clause) => clause.join(' ')))
  return indexesOf(open).filter((index) => {
    const alone = emptyMask(compiled.policies.length)
    alone[index >> 5] = 1 << (index & 31)
    const { decision, requirement, unknown } = answer(compiled, alone, context)
    if (unknown.length > 0) return true
    if (decision === 'allow') return false
    return decision !== sure.decision || requirement.required.some((clause) => !demanded.has(clause.join(' ')))
  })
}
