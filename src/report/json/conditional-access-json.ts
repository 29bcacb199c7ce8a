import type { Trace } from '../../trace/step.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import type { JsonObject } from './json-value.ts'

/** The `what-if` result for one leg: every policy in Graph's shape, and the combined decision. */
export function conditionalAccessJson(trace: Trace): JsonObject | undefined {
  const { conditionalAccess, policyOutcomes = [] } = trace
  if (conditionalAccess === undefined) return undefined
  // The combined decision is plain data in the contract's own shape; its interface has no index signature.
  return { value: policyOutcomes.map(policyJson), combined: conditionalAccess as unknown as JsonObject }
}

function policyJson({ policy, id, effect, reasons, result, missing, via }: PolicyOutcome): JsonObject {
  return {
    ...(id === undefined ? {} : { id }),
    displayName: policy,
    policyApplies: effect === 'applies' || effect === 'report-only',
    analysisReasons: reasons.join(','),
    result,
    ...(missing === undefined ? {} : { missing }),
    ...(via === undefined ? {} : { via: { service: via.service, binding: via.binding } }),
  }
}
