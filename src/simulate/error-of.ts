import { ruleById } from '../rules/index.ts'
import type { RuleId } from '../vocabulary/questions.ts'

/** The vendor's error that goes with a refusal; where the account is unusable, the rule that says why knows it better. */
export function errorOf(rule: RuleId, accountRule?: RuleId): { readonly error?: string } {
  const error =
    (rule === 'ACC-16' && accountRule !== undefined ? ruleById(accountRule)?.error : undefined) ?? ruleById(rule)?.error
  return error === undefined ? {} : { error }
}
