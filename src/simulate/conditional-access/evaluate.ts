import { keepMask as keepDecision, recallMask } from '../../memory/mask-store.ts'
import type { CombinedDecision, PolicyOutcome, SessionControls } from '../../vocabulary/policies.ts'
import { addMask, emptyMask, hasBit, inBoth, indexesOf, type Mask, meets, sameMask, setBit, without } from './bits.ts'
import type { DemandContext } from './clause-states.ts'
import { answer, changingPolicies, decisionOf, sameAnswer, type UnfinishedDecision } from './combine.ts'
import type { CompiledPolicies } from './compile.ts'
import { completionsOf } from './completions.ts'
import { contextOf } from './demand-context.ts'
import { mergeSessions } from './merge-session.ts'
import { outcomesOf } from './outcomes.ts'
import { missingOf, type Reach, reachOf, reachWithin } from './reach.ts'
import { neededBy, type PolicyReading, rowsOf, rowsWithoutUser, type SignInRows, usualReading } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

/** What all policies together say about one sign-in, and, when asked, what each of them says. */
export interface PolicyEvaluation {
  readonly combined: CombinedDecision
  /** Every policy on this sign-in, in the order of the file; made when read. */
  readonly outcomes: () => readonly PolicyOutcome[]
  /** Whether an enforced policy that blocks applies for sure. */
  readonly blocksOutright: () => boolean
}

/** Combines the policies of some states; open ones count only as far as they could change the answer. */
function combine(
  compiled: CompiledPolicies,
  rows: SignInRows,
  reach: Reach,
  context: DemandContext,
): UnfinishedDecision {
  const { certain, possible } = reach
  const sure = answer(compiled, certain, context)
  if (certain === possible || sure.decision === 'block') return decisionOf(compiled, sure, certain)
  const perhaps = without(possible, certain)
  const shaping = possiblyShaping(compiled, rows, certain, perhaps)
  if (sameAnswer(sure, answer(compiled, possible, context)) && shaping.length === 0)
    return decisionOf(compiled, sure, certain)
  const changing = [...new Set([...changingPolicies(compiled, perhaps, sure, context), ...shaping])]
  const missing = new Set([...sure.requirement.unresolved, ...sure.unknown])
  for (const index of changing) {
    for (const name of missingOf(compiled, rows, index)) missing.add(name)
    for (const name of unknownDemands(compiled, index, context)) missing.add(name)
  }
  const policies = changing.flatMap((index) => compiled.policies[index]?.name ?? [])
  return { decision: 'undetermined', policies, required: sure.requirement.required, missing: [...missing].sort() }
}

/** What a policy demands that was not understood. */
function unknownDemands(compiled: CompiledPolicies, index: number, context: DemandContext): readonly string[] {
  return answer(compiled, only(compiled, index), context).unknown
}

function only({ policies }: CompiledPolicies, index: number): Mask {
  const mask = emptyMask(policies.length)
  setBit(mask, index)
  return mask
}

/** Policies that shape the session otherwise if a condition that was not understood should hold. */
function possiblyShaping(
  compiled: CompiledPolicies,
  rows: SignInRows,
  certain: Mask,
  perhaps: Mask,
): readonly number[] {
  if (!meets(compiled.shaping, perhaps)) return []
  const now = JSON.stringify(sessionOf(compiled, certain))
  return indexesOf(perhaps).filter((index) => {
    if (!hasBit(compiled.shaping, index)) return false
    if (!missingOf(compiled, rows, index).some((name) => /^(policy|namedLocation):/.test(name))) return false
    const both = only(compiled, index)
    addMask(both, certain)
    return JSON.stringify(sessionOf(compiled, both)) !== now
  })
}

function sessionOf({ policies, shaping }: CompiledPolicies, certain: Mask): SessionControls | undefined {
  if (!meets(shaping, certain)) return undefined
  return mergeSessions(indexesOf(certain).flatMap((index) => policies[index]?.session ?? []))
}

/**
 * Policies can leave a decision open one by one and yet agree together. Where a single signal with a closed list of
 * values is missing, every value is tried: one answer for all of them is the answer.
 */
function agreed(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  reading: PolicyReading,
  open: UnfinishedDecision,
): UnfinishedDecision {
  const completions = open.policies.length < 2 ? [] : completionsOf(signIn, open.missing ?? [])
  const answers = completions.map((complete) => {
    const rows = rowsOf(compiled, complete, reading)
    const reach = reachWithin(reachOf(compiled, rows), compiled.enforced)
    return combine(compiled, rows, reach, contextOf(compiled.demands, complete))
  })
  const [first] = answers
  if (first === undefined || first.decision === 'undetermined') return open
  const required = JSON.stringify(first.required)
  const same = answers.every((each) => each.decision === first.decision && JSON.stringify(each.required) === required)
  return same ? { ...first, policies: [...new Set(answers.flatMap(({ policies }) => policies))].sort() } : open
}

/** The decision of policies that apply for sure, enforced or reporting: kept, since sign-ins share few sets. */
function decideSettled(compiled: CompiledPolicies, all: Mask, context: DemandContext): Readonly<CombinedDecision> {
  const known = recallMask(context.decided, all)
  if (known !== undefined) return known
  const { certain } = compiled.anyReporting
    ? reachWithin({ certain: all, possible: all }, compiled.enforced)
    : { certain: all }
  const decision = decisionOf(compiled, answer(compiled, certain, context), certain)
  const session = decision.decision === 'block' ? undefined : sessionOf(compiled, certain)
  if (session !== undefined) decision.session = session
  if (meets(all, compiled.reporting))
    decision.ifReportOnlyEnforced = trialOf(decisionOf(compiled, answer(compiled, all, context), all))
  return keepDecision(context.decided, all, decision)
}

const trialOf = ({
  decision,
  policies,
  missing,
}: CombinedDecision): NonNullable<CombinedDecision['ifReportOnlyEnforced']> => ({
  decision,
  policies,
  ...(missing === undefined ? {} : { missing }),
})

/** Whom the policies concern: those that do for sure, and those that do or may. */
export interface ConcernedMasks {
  readonly certain: Mask
  readonly possible: Mask
}

/**
 * What the policies decide for a user of whom it is known which of them concern it; undefined where it is open whether one
 * of them applies.
 */
export function settledDecision(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  user: ConcernedMasks,
): CombinedDecision | undefined {
  const { certain, possible } = reachWithin(reachOf(compiled, rowsWithoutUser(compiled, signIn)), compiled.enforced)
  const [sure, maybe] = [inBoth(certain, user.certain), inBoth(possible, user.possible)]
  return sameMask(sure, maybe) ? decideSettled(compiled, sure, contextOf(compiled.demands, signIn)) : undefined
}

/** Whether the sign-in needs services later, of which the policies are shown as applying without deciding. */
const needsLater = ({ target }: PolicySignIn): boolean => neededBy(target, 'late').length > 0

/** Outcomes come in the order of the file. */
const isBlock =
  ({ policies, inFileOrder }: CompiledPolicies) =>
  ({ effect }: PolicyOutcome, at: number): boolean =>
    effect === 'applies' && policies[inFileOrder[at] ?? -1]?.grant?.block === true

/** Decides one sign-in against all policies of a tenant. */
export function decidePolicies(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  reading: PolicyReading = usualReading,
): PolicyEvaluation {
  const rows = rowsOf(compiled, signIn, reading)
  const context = contextOf(compiled.demands, signIn)
  const all = reachOf(compiled, rows)
  let made: readonly PolicyOutcome[] | undefined
  const outcomes = (): readonly PolicyOutcome[] => {
    made ??= outcomesOf(compiled, signIn, reading, rows, context)
    return made
  }
  const blocksOutright = (): boolean => {
    const { certain } = reachWithin(all, compiled.enforced)
    return meets(certain, compiled.demands.blocks) || (needsLater(signIn) && outcomes().some(isBlock(compiled)))
  }
  // Where no condition is open, no signal is missing that could be tried in all its values.
  if (all.certain === all.possible)
    return { combined: decideSettled(compiled, all.certain, context), outcomes, blocksOutright }
  const enforced = compiled.anyReporting ? reachWithin(all, compiled.enforced) : all
  const found = combine(compiled, rows, enforced, context)
  const combined = found.decision === 'undetermined' ? agreed(compiled, signIn, reading, found) : found
  const session = combined.decision === 'block' ? undefined : sessionOf(compiled, enforced.certain)
  if (session !== undefined) combined.session = session
  // Where no policy that only reports may reach the sign-in, nothing is reported about them.
  if (meets(all.possible, compiled.reporting))
    combined.ifReportOnlyEnforced = trialOf(combine(compiled, rows, all, context))
  return { combined, outcomes, blocksOutright }
}
