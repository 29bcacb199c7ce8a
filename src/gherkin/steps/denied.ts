import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { mismatch, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { problem } from '../scenario/problem.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'

/** What a denial looks for in one place of a sign-in: whether it is there, or cannot be determined. */
export interface Sighting {
  readonly leg?: Trace
  /** The fact is so; `undefined`: it cannot be determined. */
  readonly is: boolean | undefined
  /** What is found there, in words. */
  readonly actual: string
}

/** A fact that is denied of a sign-in. */
export interface Denial {
  /** The denial in words. */
  readonly words: string
  /** Everywhere in the sign-in where the fact could be; none if the sentence covers nothing. */
  readonly sightings: (session: Session) => readonly Sighting[]
}

/**
 * Fails where the fact is so anywhere in any session, where that cannot be determined, and where there is nothing of which it
 * could be so.
 */
export function deny(world: SignInWorld, { words, sightings }: Denial): void {
  inEverySession(world, (session) => {
    const found = sightings(session)
    const so = found.find(({ is }) => is === true)
    if (so !== undefined) throw mismatch(words, so.actual, session, so.leg)
    const open = found.find(({ is }) => is === undefined)
    if (open !== undefined) throw mismatch(words, `unknown: ${open.actual}`, session, open.leg)
    if (found.length === 0)
      throw problem(
        `the step does not apply to this sign-in, so it does not assert anything: ${sessionWords(session.verdict)}`,
        session,
      )
  })
}

/** What is found on each required leg, those that are undetermined not known. */
export function onRequiredLegs(session: Session, is: (leg: Trace) => boolean | 'not-spoken-of'): readonly Sighting[] {
  return requiredLegs(session).flatMap((leg): readonly Sighting[] => {
    const verdict = verdictOf(leg)
    const actual = `${readable(leg.request.leg)} leg ${verdictWords(verdict)}`
    if (verdict.kind === 'undetermined') return [{ leg, is: undefined, actual }]
    const found = is(leg)
    return found === 'not-spoken-of' ? [] : [{ leg, is: found, actual }]
  })
}

/** What is found in how the whole session ends, which is not known while it is undetermined. */
export function inTheEnd(session: Session, is: (session: Session) => boolean): readonly Sighting[] {
  const actual = sessionWords(session.verdict)
  return [{ is: session.verdict.kind === 'undetermined' ? undefined : is(session), actual }]
}
