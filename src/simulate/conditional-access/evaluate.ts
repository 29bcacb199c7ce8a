import type { CombinedDecision, PolicyOutcome, SessionControls } from '../../vocabulary/policies.ts'
import { addMask, indexesOf, type Mask, without } from './bits.ts'
import { answer, changingPolicies, decisionOf, sameAnswer } from './combine.ts'
import type { CompiledPolicies } from './compile.ts'
import { contextOf, type DemandContext } from './demand-context.ts'
import { mergeSessions } from './merge-session.ts'
import { outcomesOf } from './outcomes.ts'
import { missingOf, type Reach, reachOf } from './reach.ts'
import { type PolicyReading, rowsOf, type SignInRows } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

/** What all policies together say of one sign-in, and, when asked, what each of them says. */
export interface PolicyEvaluation {
  readonly combined: CombinedDecision
  /** Every policy on this sign-in, in the order of the file; made when read. */
  readonly outcomes: () => readonly PolicyOutcome[]
}

const usual: PolicyReading = { missing: 'undetermined', dependencies: true }

/** Combines the policies of some states; open ones count only as far as they could change the answer. */
function combine(compiled: CompiledPolicies, rows: SignInRows, reach: Reach, context: DemandContext): CombinedDecision {
  const { certain, possible } = reach
  const sure = answer(compiled, certain, context)
  if (reach.settled || sure.decision === 'block') return decisionOf(compiled, sure, certain)
  if (sameAnswer(sure, answer(compiled, possible, context))) return decisionOf(compiled, sure, certain)
  const changing = changingPolicies(compiled, without(possible, certain), sure, context)
  const missing = new Set(sure.requirement.unresolved)
  for (const index of changing) for (const name of missingOf(compiled, rows, index)) missing.add(name)
  const policies = changing.flatMap((index) => compiled.policies[index]?.name ?? [])
  return { decision: 'undetermined', policies, required: sure.requirement.required, missing: [...missing].sort() }
}

function sessionOf({ policies, shaping }: CompiledPolicies, certain: Mask): SessionControls | undefined {
  let any = false
  for (let word = 0; word < shaping.length; word += 1) any ||= ((shaping[word] ?? 0) & (certain[word] ?? 0)) !== 0
  return any ? mergeSessions(indexesOf(certain).flatMap((index) => policies[index]?.session ?? [])) : undefined
}

function isEmptyMask(mask: Mask): boolean {
  for (let word = 0; word < mask.length; word += 1) if (mask[word] !== 0) return false
  return true
}

/** What would hold if policies that only report were enforced; undefined where none of them reaches the sign-in. */
function ifEnforced(
  compiled: CompiledPolicies,
  rows: SignInRows,
  context: DemandContext,
): CombinedDecision['ifReportOnlyEnforced'] | undefined {
  const { reporting, enforced } = compiled
  if (isEmptyMask(reporting) || isEmptyMask(reachOf(compiled, rows, reporting).possible)) return undefined
  const all = enforced.slice()
  addMask(all, reporting)
  const { decision, policies } = combine(compiled, rows, reachOf(compiled, rows, all), context)
  return { decision, policies }
}

/** Decides one sign-in against all policies of a tenant. */
export function decidePolicies(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  reading: PolicyReading = usual,
): PolicyEvaluation {
  const rows = rowsOf(compiled, signIn, reading)
  const context = contextOf(compiled.demands, signIn)
  const reach = reachOf(compiled, rows, compiled.enforced)
  const decision = combine(compiled, rows, reach, context)
  const session = decision.decision === 'block' ? undefined : sessionOf(compiled, reach.certain)
  const ifReportOnlyEnforced = ifEnforced(compiled, rows, context)
  const combined =
    session === undefined && ifReportOnlyEnforced === undefined
      ? decision
      : {
          ...decision,
          ...(session === undefined ? {} : { session }),
          ...(ifReportOnlyEnforced === undefined ? {} : { ifReportOnlyEnforced }),
        }
  return { combined, outcomes: () => outcomesOf(compiled, signIn, reading, rows) }
}
