import { partsOfReading } from '../../analysis/compare/cell-reading.ts'
import { readLeg } from '../../analysis/matrix/matrix.ts'
import { promptCount } from '../../trace/verdict.ts'
import type { Session } from './session.ts'

/** Every part of a session's outcome; a superset of what `authplan diff` compares. */
function partsOf(session: Session | undefined): ReadonlyMap<string, string> {
  if (session === undefined) return new Map()
  const { traces, verdict } = session
  return partsOfReading({ verdict, prompts: promptCount(traces), legs: traces.map(readLeg) })
}

/** A difference between two sessions: the part, and its values before and after. */
export interface Part {
  readonly name: string
  readonly words: string
}

/** The differences between two sessions, by part. */
export function differing(before: Session | undefined, after: Session | undefined): readonly Part[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  return names.map((name) => ({ name, words: `${name} ${was.get(name) ?? 'none'} -> ${is.get(name) ?? 'none'}` }))
}

/** Whether a part of a session is about its verdict or credential. */
export const saysCredential = (part: string): boolean => /(?:^|[ ])(?:kind|credentials?)$/.test(part)

/** All differences between two sessions, in one line. */
export const differingInWords = (before: Session | undefined, after: Session | undefined): string =>
  differing(before, after)
    .map(({ words }) => words)
    .join(', ')
