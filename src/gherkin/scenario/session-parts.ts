import { partsOfReading } from '../../analysis/compare/cell-reading.ts'
import { readLeg } from '../../analysis/matrix/matrix.ts'
import { promptCount } from '../../trace/verdict.ts'
import type { Session } from './session.ts'

/** Everything that a session ends with; what `authplan diff` looks at is a part of it. */
function partsOf(session: Session | undefined): ReadonlyMap<string, string> {
  if (session === undefined) return new Map()
  const { traces, verdict } = session
  return partsOfReading({ verdict, prompts: promptCount(traces), legs: traces.map(readLeg) })
}

/** One thing that differs between two sessions: what it is, and how it was and is. */
export interface Part {
  readonly name: string
  readonly words: string
}

/** What differs between two sessions, part by part. */
export function differing(before: Session | undefined, after: Session | undefined): readonly Part[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => was.get(name) !== is.get(name))
  return names.map((name) => ({ name, words: `${name} ${was.get(name) ?? 'none'} -> ${is.get(name) ?? 'none'}` }))
}

/** Whether a part of a session says how it ends or with which credential. */
export const saysCredential = (part: string): boolean => /(?:^|[ ])(?:kind|credentials?)$/.test(part)

/** All that differs between two sessions, in one line. */
export const differingInWords = (before: Session | undefined, after: Session | undefined): string =>
  differing(before, after)
    .map(({ words }) => words)
    .join(', ')
