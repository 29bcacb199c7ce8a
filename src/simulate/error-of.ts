import { ruleById } from '../rules/index.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { RuleId } from '../vocabulary/questions.ts'

/**
 * The vendor's error that goes with a refusal by this rule, as the protocol of the leg says it; where the rule names none,
 * that of the rule behind it.
 */
export function errorOf({ protocolKind }: LegFacts, ...rules: readonly RuleId[]): { readonly error?: string } {
  for (const id of rules) {
    const rule = ruleById(id)
    const own = protocolKind === undefined || protocolKind === '?' ? undefined : rule?.errorOver?.[protocolKind]
    const error = own === null ? undefined : (own ?? rule?.error)
    if (error !== undefined) return { error }
  }
  return {}
}
