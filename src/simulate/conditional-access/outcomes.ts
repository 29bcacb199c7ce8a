import type { Policy } from '../../tenant/conditional-access/model.ts'
import type { ConditionName, ConditionResult, ConditionResults, PolicyOutcome } from '../../vocabulary/policies.ts'
import { hasBit } from './bits.ts'
import type { CompiledPolicies } from './compile.ts'
import { isInteractive } from './controls-met.ts'
import { contextOf, type DemandContext } from './demand-context.ts'
import { missingOf } from './reach.ts'
import type { Row } from './row.ts'
import { neededBy, type PolicyReading, rowConditions, type SignInRows, targetRow } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

type Via = NonNullable<PolicyOutcome['via']>

interface Need {
  readonly via: Via
  readonly row: Row
}

interface Reading {
  readonly compiled: CompiledPolicies
  readonly signIn: PolicySignIn
  readonly rows: SignInRows
  /** The target without the services that it needs. */
  readonly own: Row | undefined
  readonly needs: readonly Need[]
  readonly context: DemandContext
}

function needsOf(compiled: CompiledPolicies, signIn: PolicySignIn): readonly Need[] {
  const { target } = signIn
  return (['early', 'late'] as const).flatMap((binding) =>
    neededBy(target, binding).map(({ application, service }) => ({
      via: { service, binding },
      row: targetRow(compiled, { ...signIn, target: { applications: [application] } }, []),
    })),
  )
}

/** The word for what the sign-in is for, or for who signs in. */
function conditionName(at: number, { target, principal }: PolicySignIn): ConditionName {
  if (at === 0 && 'userAction' in target) return 'userActions'
  if (at === 0 && 'authenticationContext' in target) return 'authenticationContext'
  if (at === 1 && principal.kind === 'service-principal') return 'workloadIdentities'
  return rowConditions[at] ?? 'notUnderstood'
}

const resultIn = (row: Row, index: number): ConditionResult =>
  hasBit(row.certain, index) ? 'hit' : hasBit(row.possible, index) ? 'may' : 'miss'

function isConfigured(compiled: CompiledPolicies, at: number, index: number): boolean {
  const { dimensions } = compiled
  const dimension = [
    undefined,
    undefined,
    dimensions.platforms,
    dimensions.locations,
    dimensions.clientApps,
    dimensions.signInRisk,
    dimensions.userRisk,
    dimensions.servicePrincipalRisk,
    dimensions.insiderRisk,
    dimensions.transferMethods,
    dimensions.devices,
  ][at]
  return dimension === undefined || !hasBit(dimension.free, index)
}

function conditionsOf({ compiled, signIn, rows }: Reading, index: number): ConditionResults {
  const found = rows.map((row, at): readonly [ConditionName, ConditionResult] => {
    const configured = row !== undefined && isConfigured(compiled, at, index)
    return [conditionName(at, signIn), configured ? resultIn(row, index) : 'not-configured']
  })
  const open = hasBit(compiled.open, index)
  return Object.fromEntries(open ? [...found, ['notUnderstood', 'may']] : found)
}

/** The words of the What If answer for a condition that failed. */
const reasonWords: Readonly<Partial<Record<string, string>>> = {
  servicePrincipalRisk: 'workloadIdentities',
  notUnderstood: 'invalidCondition',
}

function isEmptyPolicy({ grant, session, notUnderstood }: Policy): boolean {
  return grant === undefined && Object.keys(session).length === 0 && notUnderstood.length === 0
}

function reasonsOf(policy: Policy, conditions: ConditionResults): readonly string[] {
  if (policy.state === 'disabled') return ['policyNotEnabled']
  const failed = Object.entries(conditions).find(([, result]) => result === 'miss')
  if (failed !== undefined) return [reasonWords[failed[0]] ?? failed[0]]
  if (isEmptyPolicy(policy)) return ['emptyPolicy']
  return Object.values(conditions).includes('may') ? ['notEnoughInformation'] : ['notSet']
}

type Standing = 'met' | 'failed' | 'pending'

/** How the demands of one policy stand. */
function standingOf({ compiled, context }: Reading, index: number): Standing {
  const { blocks, demanding } = compiled.demands
  if (hasBit(blocks, index)) return 'failed'
  const states = context.states.filter((_, clause) => {
    const policies = demanding[clause]
    return policies !== undefined && hasBit(policies, index)
  })
  const left = states.flatMap((state) => (state.kind === 'met' ? [] : [state]))
  const asks = left.every(
    ({ kind, clause }) => kind === 'open' && clause.controls.some((each) => isInteractive(each.kind)),
  )
  return left.length === 0 ? 'met' : asks ? 'pending' : 'failed'
}

const reported = { met: 'reportOnlySuccess', failed: 'reportOnlyFailure', pending: 'reportOnlyInterrupted' } as const

/** The word of the sign-in log. Report-only policies are not evaluated for user actions. */
function resultOf(reading: Reading, index: number, policy: Policy, reason: string): string {
  if (policy.state === 'disabled') return 'notEnabled'
  const reporting = policy.state === 'enabledForReportingButNotEnforced'
  if (reason === 'notEnoughInformation') return 'unknown'
  if (reason !== 'notSet') return reporting ? 'reportOnlyNotApplied' : 'notApplied'
  if (reporting && 'userAction' in reading.signIn.target) return 'reportOnlyNotApplied'
  const standing = standingOf(reading, index)
  if (reporting) return reported[standing]
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
  const direct = conditionsOf(reading, index)
  const conditions = need?.via.binding === 'late' ? { ...direct, application: resultIn(need.row, index) } : direct
  const reasons = reasonsOf(policy, conditions)
  const reason = reasons[0] ?? 'notSet'
  const effect = effectOf(policy, reason)
  const missing = effect === 'signal-dependent' ? missingOf(reading.compiled, reading.rows, index) : []
  return {
    policy: policy.name,
    ...(policy.id === undefined ? {} : { id: policy.id }),
    effect,
    conditions,
    result: resultOf(reading, index, policy, reason),
    reasons,
    ...(missing.length === 0 ? {} : { missing }),
    ...(need === undefined || effect === 'skipped' || effect === 'disabled' ? {} : { via: need.via }),
  }
}

/** Every policy on one sign-in, in the order of the file. */
export function outcomesOf(
  compiled: CompiledPolicies,
  signIn: PolicySignIn,
  { dependencies }: PolicyReading,
  rows: SignInRows,
): readonly PolicyOutcome[] {
  const reading: Reading = {
    compiled,
    signIn,
    rows,
    own: dependencies ? targetRow(compiled, signIn, []) : undefined,
    needs: dependencies ? needsOf(compiled, signIn) : [],
    context: contextOf(compiled.demands, signIn),
  }
  return compiled.inFileOrder.flatMap((index) => {
    const policy = compiled.policies[index]
    return policy === undefined ? [] : [outcomeOf(reading, policy, index)]
  })
}
