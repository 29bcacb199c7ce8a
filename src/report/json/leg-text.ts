import { declareCache, shown } from '../../memory/declared-cache.ts'
import { keepOf, objectStore, recallOf } from '../../memory/stores.ts'
import type { Step, Trace } from '../../trace/step.ts'
import type { JsonObject } from './json-value.ts'

const cache = declareCache('texts of legs', ['facts', 'request', 'trace', 'steps', 'actors'])
const legTexts = objectStore<{ readonly of: Trace; readonly text: string }>(cache)
const anyFacts = {}

/**
 * Legs of many users with the same path share their facts and differ only in names and assumptions; no leg shows names.
 */
export function keptLegText(trace: Trace, write: (trace: Trace) => JsonObject): string {
  const under = shown(cache, 'facts', trace.facts, anyFacts)
  const known = recallOf(legTexts, under)
  if (known !== undefined && readsAlike(known.of, trace)) return known.text
  return keepOf(legTexts, under, { of: trace, text: JSON.stringify(write(trace)) }).text
}

// Invariant: everything that is written for a leg is compared by identity; actors by id, assumptions by content.
function readsAlike(one: Trace, other: Trace): boolean {
  return (
    (cache.leftOut === 'request' || legRequestFields.every((field) => one.request[field] === other.request[field])) &&
    (cache.leftOut === 'trace' || legTraceFields.every((field) => one[field] === other[field])) &&
    (cache.leftOut === 'steps' || sameList(one.steps, other.steps, sameStep)) &&
    (cache.leftOut === 'actors' || sameList(one.actors, other.actors, (actor, like) => actor.id === like?.id))
  )
}

const sameList = <T>(
  one: readonly T[],
  other: readonly T[],
  same: (one: T, other: T | undefined) => boolean,
): boolean => one.length === other.length && one.every((item, index) => same(item, other[index]))

function sameStep(one: Step, other: Step | undefined): boolean {
  if (one === other) return true
  if (other === undefined || !isAssumption(one) || !isAssumption(other)) return false
  return one.fact === other.fact && one.value === other.value && one.default === other.default
}

const legRequestFields = ['leg', 'relyingParty', 'protocol', 'endpoint', 'candidates'] as const
const legTraceFields = [
  'authentication',
  'issuer',
  'resource',
  'clientAppType',
  'conditionalAccess',
  'policyOutcomes',
  'refused',
  'accepted',
  'undetermined',
  'claims',
  'audit',
  'enforceable',
  'takesEffect',
  'continuousAccessEvaluation',
  'restsOn',
] as const satisfies readonly (keyof Trace)[]

const isAssumption = (step: Step): step is Extract<Step, { kind: 'assumption' }> => step.kind === 'assumption'
