import type { PolicyName } from './requests.ts'

/** Client app types of Conditional Access, as Graph names them. */
export const clientAppTypes = ['browser', 'mobileAppsAndDesktopClients', 'exchangeActiveSync', 'other'] as const

/** The kind of client that a policy sees. */
export type ClientAppType = (typeof clientAppTypes)[number]

/** Grant controls in the order in which the vendor asks for them. */
export const grantControls = [
  'mfa',
  'compliantDevice',
  'domainJoinedDevice',
  'approvedApplication',
  'compliantApplication',
  'passwordChange',
  'riskRemediation',
] as const

/** A built-in grant control other than `block`. */
export type GrantControl = (typeof grantControls)[number]

/** The conditions of a policy, in the order in which the vendor evaluates them. */
export const conditionNames = [
  'application',
  'userActions',
  'authenticationContext',
  'users',
  'workloadIdentities',
  'devicePlatform',
  'location',
  'clientApps',
  'signInRisk',
  'userRisk',
  'servicePrincipalRisk',
  'insiderRisk',
  'authenticationFlow',
  'devices',
  'time',
  'notUnderstood',
] as const

/** One condition of a Conditional Access policy. */
export type ConditionName = (typeof conditionNames)[number]

/** What a condition says about one sign-in: met, not met, depends on a signal not given, or not configured. */
export type ConditionResult = 'hit' | 'miss' | 'may' | 'not-configured'

/** The result of each condition of one policy. */
export type ConditionResults = Readonly<Partial<Record<ConditionName, ConditionResult>>>

/** Combined answer of every policy on one sign-in. */
export type PolicyDecision = 'allow' | 'block' | 'controls-required' | 'cannot-satisfy' | 'undetermined'

/** A session control merged over policies, in Graph's shape. */
export type SessionControls = Readonly<Record<string, unknown>>

/** The combined decision in the shape of the JSON contract. */
export interface CombinedDecision {
  readonly decision: PolicyDecision
  /** Policies that decided: the blocking ones, or those whose controls are required. */
  readonly policies: readonly PolicyName[]
  /** All clauses must hold, any one control meets a clause, in the order in which the vendor asks. */
  readonly required: readonly (readonly string[])[]
  readonly session?: SessionControls
  readonly missing?: readonly string[]
  readonly ifReportOnlyEnforced?: {
    readonly decision: PolicyDecision
    readonly policies: readonly PolicyName[]
    readonly missing?: readonly string[]
  }
}

/** A clause that is still required and may be met already: that depends on these facts. */
export interface OpenClause {
  readonly clause: readonly string[]
  readonly missing: readonly string[]
}

/** One policy on one sign-in. */
export interface PolicyOutcome {
  readonly policy: PolicyName
  readonly id?: string
  readonly effect: 'applies' | 'skipped' | 'report-only' | 'signal-dependent' | 'disabled'
  readonly conditions: ConditionResults
  /** The sign-in log's word for it. */
  readonly result: string
  /** The first condition that failed, in the terms of the What If answer; `notSet` where the policy applies. */
  readonly reasons: readonly string[]
  /** Signals that would decide a `may`. */
  readonly missing?: readonly string[]
  /** The service whose policy binds here, where it is not the leg's own. */
  readonly via?: { readonly service: string; readonly binding: 'early' | 'late' }
}
