import { plainWords } from '../analysis/claims/plain-words.ts'
import { presentedNames } from '../analysis/claims/value-names.ts'
import type { SessionVerdict, Trace } from '../trace/step.ts'
import { sessionVerdict, verdictOf } from '../trace/verdict.ts'
import { type Credential, credentials } from '../vocabulary/credentials.ts'
import { type Combination, combinationNames } from '../vocabulary/methods.ts'
import { oneOf } from './usage.ts'

const kinds = [
  'signs-in',
  'conflict',
  'several-credentials',
  'blocked',
  'cannot-sign-in',
  'refused',
  'undetermined',
] as const satisfies readonly SessionVerdict['kind'][]

/** A verdict, the one credential of a session that signs in, or the methods that it presents. */
export type Expectation = (typeof kinds)[number] | Credential | Combination

/** The word of `--expect`; methods are named as features name them, or in Graph's terms. */
export function readExpectation(word: string): Expectation {
  const known = [...kinds, ...credentials, ...combinationNames]
  if (known.some((one) => one.toLowerCase() === word.toLowerCase())) return oneOf('verdict or credential', word, known)
  return presentedNames.get(plainWords(word)) ?? oneOf('verdict, credential or method', word, known)
}

const isCombination = (expected: Expectation): expected is Combination =>
  combinationNames.some((combination) => combination === expected)

/** Whether a session ends so; a credential or a method is met only by a session that signs in with it and no other. */
export function meets(traces: readonly Trace[], expected: Expectation): boolean {
  const verdict = sessionVerdict(traces)
  if (verdict.kind === expected) return true
  if (verdict.kind !== 'signs-in') return false
  if (isCombination(expected)) return signedIn(traces).every(({ presents }) => presents === expected)
  return verdict.credentials.length === 1 && verdict.credentials[0] === expected
}

const signedIn = (traces: readonly Trace[]) =>
  traces.map(verdictOf).flatMap((verdict) => (verdict.kind === 'signs-in' ? [verdict] : []))

/** How a session ended, in one phrase. */
export function sessionWords(traces: readonly Trace[]): string {
  const verdict = sessionVerdict(traces)
  switch (verdict.kind) {
    case 'signs-in':
      return `signs-in with ${verdict.credentials.join(', ')}${methodWords(traces)}`
    case 'conflict':
    case 'several-credentials':
      return `${verdict.kind}: ${verdict.credentials.map(({ leg, credential }) => `${credential} (${leg})`).join(', ')}`
    case 'undetermined':
      return `undetermined, missing ${verdict.missing.join(', ')}`
    default:
      return `${verdict.kind} at ${verdict.leg} by rule ${verdict.rule}`
  }
}

function methodWords(traces: readonly Trace[]): string {
  const methods = [...new Set(signedIn(traces).flatMap(({ presents }) => presents ?? []))]
  return methods.length === 0 ? '' : ` (${methods.join('; ')})`
}
