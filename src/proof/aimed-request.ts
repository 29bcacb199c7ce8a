import type { WhatIfJudge } from '../analysis/what-if/judge.ts'
import { decideWhatIf, questionTo } from '../analysis/what-if/what-if.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import { parseSource } from '../source/document/located-document.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { ConditionName, PolicyOutcome } from '../vocabulary/policies.ts'
import type { PolicyName } from '../vocabulary/requests.ts'
import { unlistedProgramId } from '../vocabulary/unlisted.ts'
import type { ReplayRequest } from './replay-request.ts'

/** What a request is to show of one policy: that it applies, or that one of its conditions is not met. */
export interface RequestTarget {
  readonly policy: PolicyName
  readonly id?: string
  readonly misses?: ConditionName
}

/** A scenario of a feature, and its place as `FILE:LINE`. */
export interface ScenarioPlace {
  readonly name: string
  readonly place: string
}

/** A request for every policy's answer, with what the model expects of the policies that it was made for. */
export interface TargetedRequest {
  readonly aims: readonly RequestTarget[]
  /** The scenarios that describe the sign-in; absent where a policy set asks. */
  readonly scenarios?: readonly ScenarioPlace[]
  readonly request: ReplayRequest & { readonly appliedPoliciesOnly: false }
}

/** Requests in which each policy applies, and is missed by each of its conditions alone where that is possible. */
export interface RequestSet {
  readonly requests: readonly TargetedRequest[]
  /** The policies for which no request with declared people or programs was found. */
  readonly without: readonly PolicyName[]
  /** Conditions that no request misses, as one that every declared person meets. */
  readonly unmissed: readonly { readonly policy: PolicyName; readonly condition: ConditionName }[]
  /** Scenarios without a request, and why. */
  readonly leftOut?: readonly (ScenarioPlace & { readonly why: string })[]
}

/** The body of a request. */
export type Asked = TargetedRequest['request']

/** What the policies say to a request, by the way on which a saved answer is compared. */
export function outcomesTo(judge: WhatIfJudge, request: Asked): readonly PolicyOutcome[] {
  const document = parseSource({ name: 'request.json', text: JSON.stringify(request) })
  const question = document.ok ? questionTo(judge, document.value) : document
  const decided = question.ok ? decideWhatIf(question.value) : question
  return decided.ok ? decided.value.evaluation.outcomes() : []
}

/** Whether a policy applies, enforced or not. */
export const applies = (outcome: PolicyOutcome | undefined): boolean =>
  outcome?.effect === 'applies' || outcome?.effect === 'report-only'

/** The conditions that a sign-in misses. */
export const missedIn = ({ conditions, effect }: PolicyOutcome): readonly ConditionName[] =>
  // The keys of a policy's findings are the names of its conditions.
  effect === 'skipped' ? (Object.keys(conditions) as ConditionName[]).filter((name) => conditions[name] === 'miss') : []

/** The same request for the same user by the object id, as far as the file has it: Graph takes no names. */
export function byId({ users }: Tenant, request: Asked): Asked {
  const { signInIdentity } = request
  const id = users.get(String(signInIdentity['userId'] ?? ''))?.id
  return id === undefined ? request : { ...request, signInIdentity: { ...signInIdentity, userId: id } }
}

/** Only whom the file declares can be asked for in a tenant. */
export function isAskable({ principal }: Partial<PolicySignIn>): boolean {
  if (principal === undefined) return true
  const name = principal.userPrincipalName ?? (principal.kind === 'service-principal' ? principal.id : undefined)
  return name !== undefined && name !== unlistedProgramId
}
