import type { LegFacts } from '../vocabulary/facts.ts'
import type { ClientAppType, CombinedDecision, PolicyOutcome } from '../vocabulary/policies.ts'
import type { Flow } from '../vocabulary/protocols.ts'
import type { LegContext } from './leg-context.ts'

/** What Conditional Access says of one leg. */
export interface LegPolicies {
  readonly combined: CombinedDecision
  readonly outcomes: () => readonly PolicyOutcome[]
}

/** Evaluates the tenant's policies on this leg; undefined where it has none. */
export function legPolicies(
  _context: LegContext,
  _facts: LegFacts,
  _flow: Flow,
  _types: readonly ClientAppType[],
): LegPolicies | undefined {
  return undefined
}
