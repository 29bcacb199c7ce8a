import type { DiagnosticCode } from '../../../source/diagnostics/diagnostic-catalog.ts'
import type { policyConstraintCodes } from '../../../source/diagnostics/policy-constraint-codes.ts'
import type { Policy } from '../../conditional-access/model.ts'

/** The codes of constraints on one policy. */
export type LimitCode = Exclude<Extract<DiagnosticCode, keyof typeof policyConstraintCodes>, 'CON-68' | 'CON-70'>

/** One constraint on a kind of policy: which policies it is about, and what they must not have. */
export interface Limit {
  readonly code: LimitCode
  readonly concerns: (policy: Policy) => boolean
  readonly excesses: readonly (readonly [reason: string, found: (policy: Policy) => boolean])[]
}

/** Whether all resources are meant, without any exclusion. */
export function coversEverything({ conditions: { resources } }: Policy): boolean {
  return resources.all && resources.exclude.size + resources.excludeSuites.length === 0
}

/** Whether client app types are narrowed down; `all` is what a policy without the condition has. */
export function narrowsClientApps({ conditions }: Policy): boolean {
  const types = conditions.clientApps?.types
  return types !== undefined && types.size > 0 && types.size < 4 && !types.has('all')
}

/** Whether any of some conditions is configured. */
export function hasCondition({ conditions }: Policy, names: readonly (keyof Policy['conditions'])[]): boolean {
  return names.some((name) => conditions[name] !== undefined)
}
