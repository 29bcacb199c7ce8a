import type { SessionVerdict, Trace } from '../trace/step.ts'
import { sessionVerdict } from '../trace/verdict.ts'
import { type Credential, credentials } from '../vocabulary/credentials.ts'
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

/** A verdict, or the one credential of a session that signs in. */
export type Expectation = (typeof kinds)[number] | Credential

/** The word of `--expect`. */
export function readExpectation(word: string): Expectation {
  return oneOf('verdict or credential', word, [...kinds, ...credentials])
}

/** Whether a session ends so; a credential is met only by a session that signs in with it and with no other. */
export function meets(traces: readonly Trace[], expected: Expectation): boolean {
  const verdict = sessionVerdict(traces)
  if (verdict.kind === expected) return true
  return verdict.kind === 'signs-in' && verdict.credentials.length === 1 && verdict.credentials[0] === expected
}

/** How a session ended, in one phrase. */
export function sessionWords(traces: readonly Trace[]): string {
  const verdict = sessionVerdict(traces)
  switch (verdict.kind) {
    case 'signs-in':
      return `signs-in with ${verdict.credentials.join(', ')}`
    case 'conflict':
    case 'several-credentials':
      return `${verdict.kind}: ${verdict.credentials.map(({ leg, credential }) => `${credential} (${leg})`).join(', ')}`
    case 'undetermined':
      return `undetermined, missing ${verdict.missing.join(', ')}`
    default:
      return `${verdict.kind} at ${verdict.leg} by rule ${verdict.rule}`
  }
}
