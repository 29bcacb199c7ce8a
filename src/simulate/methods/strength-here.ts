import { decide } from '../../rules/decide.ts'
import type { LegFacts } from '../../vocabulary/facts.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { LegContext } from '../leg-context.ts'
import { methodFacts } from './method-facts.ts'
import { tried } from './methods-of-leg.ts'

const strengthPrefix = 'authenticationStrength:'

/** What else than a strength a clause may name: nothing that a user could do instead. */
const besides: ReadonlySet<string> = new Set(['mfa', 'compliantDevice', 'domainJoinedDevice'])

/** Whether policies demand a strength, and nothing else would do. */
function demandsStrength(required: CombinedDecision['required']): boolean {
  const clauses = required.filter((clause) => clause.some((word) => word.startsWith(strengthPrefix)))
  return (
    clauses.length > 0 &&
    clauses.every((clause) => clause.every((word) => word.startsWith(strengthPrefix) || besides.has(word)))
  )
}

/**
 * What leaves it open whether a user can meet a demanded strength with this client: nothing if a combination of what the
 * user has certainly can be presented, or if the methods are not stated.
 */
export function openUnderStrength(
  context: LegContext,
  facts: LegFacts,
  policies: CombinedDecision | undefined,
): readonly string[] {
  const { methods } = context.user
  if (policies === undefined || methods === undefined || context.user.accountHome !== 'here') return []
  if (facts.flowClass !== 'interactive' || !demandsStrength(policies.required)) return []
  const open = new Set<string>()
  for (const { combination, registered } of tried) {
    if (!registered.every((method) => methods.includes(method))) continue
    const { answer, missing } = decide('sign-in-method', methodFacts(combination, context, facts, policies))
    if (answer === 'admissible') return []
    for (const fact of missing ?? []) open.add(fact)
  }
  // What the strength admits of the user's methods cannot be presented here, and no page says what follows.
  return open.size === 0 ? ['methodPlace'] : [...open]
}
