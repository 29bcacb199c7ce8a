import type { CombinedDecision, PolicyDecision } from '../../vocabulary/policies.ts'
import { addMask, emptyMask, indexesOf, type Mask } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { type DemandContext, type Requirement, requirementOf } from './demand-context.ts'

/** The answer of a set of applicable policies, before signals that are missing. */
export interface Answer {
  readonly decision: PolicyDecision
  readonly requirement: Requirement
  /** Indexes of the clauses that decide; none when a blocking policy does. */
  readonly clauses: readonly number[]
}

const noClauses: readonly number[] = []
const nothing: Requirement = { required: [], unresolved: [], key: '' }
const allowed: Answer = { decision: 'allow', requirement: nothing, clauses: noClauses }
const blocked: Answer = { decision: 'block', requirement: nothing, clauses: noClauses }

function meets(one: Mask, other: Mask): boolean {
  for (let word = 0; word < one.length; word += 1) if (((one[word] ?? 0) & (other[word] ?? 0)) !== 0) return true
  return false
}

/** Combines the policies of a mask: a block wins, else everything that they demand must be met. */
export function answer({ demands }: CompiledPolicies, policies: Mask, context: DemandContext): Answer {
  if (meets(policies, demands.blocks)) return blocked
  let open: number[] | undefined
  let impossible: number[] | undefined
  for (let index = 0; index < demands.demanding.length; index += 1) {
    const kind = context.states[index]?.kind
    const demanding = demands.demanding[index]
    if (kind === undefined || kind === 'met' || demanding === undefined || !meets(policies, demanding)) continue
    open = open === undefined ? [index] : [...open, index]
    if (kind === 'impossible') impossible = impossible === undefined ? [index] : [...impossible, index]
  }
  if (open === undefined) return allowed
  if (context.legacy) return { decision: 'block', requirement: nothing, clauses: open }
  const requirement = requirementOf(context, open)
  return impossible === undefined
    ? { decision: 'controls-required', requirement, clauses: open }
    : { decision: 'cannot-satisfy', requirement, clauses: impossible }
}

/** Whether two answers demand the same. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return one.decision === other.decision && one.requirement.key === other.requirement.key
}

/** Names of the policies in both masks; policies are sorted by name. */
export function namesIn(compiled: CompiledPolicies, one: Mask, other: Mask): readonly string[] {
  const names: string[] = []
  for (let word = 0; word < one.length; word += 1) {
    let bits = (one[word] ?? 0) & (other[word] ?? 0)
    while (bits !== 0) {
      const lowest = bits & -bits
      const policy = compiled.policies[(word << 5) + 31 - Math.clz32(lowest)]
      if (policy !== undefined) names.push(policy.name)
      bits ^= lowest
    }
  }
  return names
}

/** Names of the policies that decide. */
function decidingNames(compiled: CompiledPolicies, { decision, clauses }: Answer, policies: Mask): readonly string[] {
  if (decision === 'allow') return []
  const { blocks, demanding } = compiled.demands
  const [first] = clauses
  if (first === undefined) return namesIn(compiled, policies, blocks)
  if (clauses.length === 1) return namesIn(compiled, policies, demanding[first] ?? blocks)
  const mask = emptyMask(compiled.policies.length)
  for (const clause of clauses) addMask(mask, demanding[clause])
  return namesIn(compiled, policies, mask)
}

/** An answer in the shape of the contract. */
export function decisionOf(compiled: CompiledPolicies, found: Answer, policies: Mask): CombinedDecision {
  const { decision, requirement } = found
  const names = decidingNames(compiled, found, policies)
  if (decision === 'controls-required' && requirement.unresolved.length > 0) {
    return {
      decision: 'undetermined',
      policies: names,
      required: requirement.required,
      missing: requirement.unresolved,
    }
  }
  return { decision, policies: names, required: requirement.required }
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
    const { decision, requirement } = answer(compiled, alone, context)
    if (decision === 'allow') return false
    return decision !== sure.decision || requirement.required.some((clause) => !demanded.has(clause.join(' ')))
  })
}
