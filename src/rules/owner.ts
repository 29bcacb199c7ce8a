import type { Owner } from '../vocabulary/owners.ts'
import type { RuleId } from '../vocabulary/questions.ts'
import { ruleById } from './index.ts'

/** Who is responsible for an outcome that this rule decides; undefined for a rule that ends nothing. */
export function ownerOf(rule: RuleId | undefined): Owner | undefined {
  return rule === undefined ? undefined : ruleById(rule)?.owner
}
