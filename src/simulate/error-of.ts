import { ruleById } from '../rules/index.ts'
import type { RuleId } from '../vocabulary/questions.ts'

/** The vendor's error that goes with a refusal by this rule; where the rule names none, that of the rule behind it. */
export function errorOf(...rules: readonly RuleId[]): { readonly error?: string } {
  for (const rule of rules) {
    const error = ruleById(rule)?.error
    if (error !== undefined) return { error }
  }
  return {}
}
