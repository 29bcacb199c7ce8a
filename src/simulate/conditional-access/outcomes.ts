import { declareCache, shown } from '../../memory/declared-cache.ts'
import { type KeyStore, keep, keepOf, keyStore, objectStore, recall, recallOf } from '../../memory/stores.ts'
import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { Mutable } from '../../vocabulary/mutable.ts'
import type { ConditionName, ConditionResult, ConditionResults, PolicyOutcome } from '../../vocabulary/policies.ts'
import { hasBit } from './bits.ts'
import type { DemandContext } from './clause-states.ts'
import { type CompiledPolicies, isIdle } from './compile.ts'
import { missingOf } from './reach.ts'
import type { Row } from './row.ts'
import { type PolicyReading, rowConditions, type SignInRows } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'
import { type Standing, type StandingReading, standingOf } from './standing.ts'
import { type Need, targetsOf } from './targets.ts'

interface Reading extends StandingReading {
  /** The target without the services that it needs. */
  readonly own: Row | undefined
  readonly needs: readonly Need[]
  readonly findings: KeyStore<number, Findings>[]
}

/** The word for what the sign-in is for, or for who signs in. */
function conditionName(at: number, { target, principal }: PolicySignIn): ConditionName {
  if (at === 0 && 'userAction' in target) return 'userActions'
  if (at === 0 && 'authenticationContext' in target) return 'authenticationContext'
  if (at === 1 && principal.kind === 'service-principal') return 'workloadIdentities'
  return rowConditions[at] ?? 'notUnderstood'
}

/** The words of the What If answer for a condition that failed. */
const reasonWords: Readonly<Partial<Record<string, string>>> = {
  servicePrincipalRisk: 'workloadIdentities',
}

/** The result of the conditions of a policy, and why it does not apply. */
interface Findings {
  readonly conditions: ConditionResults
  readonly reasons: readonly string[]
}

const cache = declareCache('findings of policies', [
  'policies',
  'policy',
  ...rowConditions,
  'kind of target',
  'kind of principal',
])

// Invariant: findings depend on the policy, on what each condition says about it, and on how the first two are named.
const findingsByPolicy = objectStore<KeyStore<number, Findings>[]>(cache)

const anyPolicies = {}

/** Findings of each policy of a tenant by what its conditions say, which many sign-ins share. */
function findingsOf(compiled: CompiledPolicies): KeyStore<number, Findings>[] {
  const owner = shown(cache, 'policies', compiled, anyPolicies)
  return recallOf(findingsByPolicy, owner) ?? keepOf(findingsByPolicy, owner, [])
}

const results: readonly ConditionResult[] = ['not-configured', 'miss', 'may', 'hit']

const stateAt = rowConditions.map((_, at) => 4 ** at)

/** What each condition that a policy has says about it, two bits for each row. */
function stateOf({ compiled, rows }: Reading, index: number, application: Row | undefined): number {
  let state = 0
  for (const at of compiled.conditionsOf[index] ?? []) {
    const row = at === 0 && application !== undefined ? application : rows[at]
    if (row === undefined) continue
    state += (hasBit(row.certain, index) ? 3 : hasBit(row.possible, index) ? 2 : 1) * (stateAt[at] ?? 0)
  }
  return state
}

/** The names of the first two conditions depend on what the sign-in is for and on who signs in. */
function namingOf({ target, principal }: PolicySignIn): number {
  const targets = 'userAction' in target ? 1 : 'authenticationContext' in target ? 2 : 0
  const program = principal.kind === 'service-principal' ? 1 : 0
  return shown(cache, 'kind of target', targets, 0) * 2 + shown(cache, 'kind of principal', program, 0)
}

/** What the conditions say, except for the one that a test leaves out. */
function withoutLeftOut(state: number): number {
  const names: readonly (string | undefined)[] = rowConditions
  const at = names.indexOf(cache.leftOut)
  return at < 0 ? state : state - (Math.floor(state / 4 ** at) % 4) * 4 ** at
}

function computeFindings({ compiled, signIn, rows }: Reading, policy: Policy, index: number, state: number): Findings {
  const entries = rows.map((_, at): readonly [ConditionName, ConditionResult] => [
    conditionName(at, signIn),
    results[Math.floor(state / 4 ** at) % 4] ?? 'not-configured',
  ])
  const open = hasBit(compiled.open, index)
  const conditions = Object.fromEntries(open ? [...entries, ['notUnderstood', 'may'] as const] : entries)
  return { conditions, reasons: reasonsOf(policy, conditions) }
}

function findingsFor(reading: Reading, policy: Policy, index: number, application: Row | undefined): Findings {
  const state = stateOf(reading, index, application)
  const key = (cache.leftOut === undefined ? state : withoutLeftOut(state)) * 6 + namingOf(reading.signIn)
  const at = shown(cache, 'policy', index, 0)
  let store = reading.findings[at]
  if (store === undefined) {
    store = keyStore(cache, 5000)
    reading.findings[at] = store
  }
  return recall(store, key) ?? keep(store, key, computeFindings(reading, policy, index, state))
}

function reasonsOf(policy: Policy, conditions: ConditionResults): readonly string[] {
  if (policy.state === 'disabled') return ['policyNotEnabled']
  const failed = Object.entries(conditions).find(([, result]) => result === 'miss')
  if (failed !== undefined) return [reasonWords[failed[0]] ?? failed[0]]
  if (isIdle(policy)) return ['emptyPolicy']
  return Object.values(conditions).includes('may') ? ['notEnoughInformation'] : ['notSet']
}

const reported = {
  met: 'reportOnlySuccess',
  failed: 'reportOnlyFailure',
  pending: 'reportOnlyInterrupted',
  unknown: 'unknown',
} as const

/** The word of the sign-in log. Report-only policies are not evaluated for user actions. */
function resultOf({ signIn }: Reading, policy: Policy, reason: string, standing: Standing): string {
  if (policy.state === 'disabled') return 'notEnabled'
  const reporting = policy.state === 'enabledForReportingButNotEnforced'
  if (reason === 'notEnoughInformation') return 'unknown'
  if (reason !== 'notSet') return reporting ? 'reportOnlyNotApplied' : 'notApplied'
  if (reporting && 'userAction' in signIn.target) return 'reportOnlyNotApplied'
  if (reporting) return reported[standing]
  if (standing === 'unknown') return 'unknown'
  return standing === 'met' ? 'success' : 'failure'
}

function effectOf(policy: Policy, reason: string): PolicyOutcome['effect'] {
  if (policy.state === 'disabled') return 'disabled'
  if (reason === 'notEnoughInformation') return 'signal-dependent'
  if (reason !== 'notSet') return 'skipped'
  return policy.state === 'enabled' ? 'applies' : 'report-only'
}

/** The service whose policy binds, where the target's own row does not reach the policy. */
function viaOf({ own, needs }: Reading, index: number): Need | undefined {
  if (own === undefined || hasBit(own.possible, index)) return undefined
  return needs.find(({ row }) => hasBit(row.possible, index))
}

function outcomeOf(reading: Reading, policy: Policy, index: number): PolicyOutcome {
  const need = viaOf(reading, index)
  const late = need?.via.binding === 'late' ? need.row : undefined
  const { conditions, reasons } = findingsFor(reading, policy, index, late)
  const reason = reasons[0] ?? 'notSet'
  const effect = effectOf(policy, reason)
  const demands = effect === 'skipped' || effect === 'disabled' ? undefined : standingOf(reading, index)
  const outcome: Mutable<PolicyOutcome> = {
    policy: policy.name,
    effect,
    conditions,
    result: resultOf(reading, policy, reason, demands?.standing ?? 'met'),
    reasons,
  }
  if (policy.id !== undefined) outcome.id = policy.id
  const missing = demands === undefined ? [] : missingFor(reading, effect, index, demands.facts)
  if (missing.length > 0) outcome.missing = missing
  if (need !== undefined && effect !== 'skipped' && effect !== 'disabled') outcome.via = need.via
  return outcome
}

/** On what a policy that applies, or may apply, still depends. */
function missingFor(
  { compiled, rows }: Reading,
  effect: PolicyOutcome['effect'],
  index: number,
  demands: readonly string[],
): readonly string[] {
  if (effect !== 'signal-dependent' && demands.length === 0) return []
  const conditions = effect === 'signal-dependent' ? missingOf(compiled, rows, index) : []
  return [...new Set([...conditions, ...demands])]
}

/** Every policy on one sign-in, in the order of the file. */
export function outcomesOf(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  { dependencies }: PolicyReading,
  rows: SignInRows,
  context: DemandContext,
): readonly PolicyOutcome[] {
  const found = dependencies ? targetsOf(compiled, signIn) : undefined
  const reading: Reading = {
    compiled,
    signIn,
    rows,
    own: found?.own,
    needs: found?.needs ?? [],
    context,
    findings: findingsOf(compiled),
  }
  const outcomes: PolicyOutcome[] = []
  for (const index of compiled.inFileOrder) {
    const policy = compiled.policies[index]
    if (policy !== undefined) outcomes.push(outcomeOf(reading, policy, index))
  }
  return outcomes
}
