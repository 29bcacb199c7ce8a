import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { mismatch, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { problem } from '../scenario/problem.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { readable } from '../scenario/words.ts'
import type { SignInWorld } from '../scenario/world.ts'

/** The result of a negation at one place of a sign-in: whether the fact holds, or is undetermined. */
export interface Sighting {
  readonly leg?: Trace
  /** Whether the fact holds; undefined if undetermined. */
  readonly is: boolean | undefined
  /** The actual value, in words. */
  readonly actual: string
}

/** A fact that must not hold for a sign-in. */
export interface Denial {
  /** The negation, in words. */
  readonly words: string
  /** All places of the sign-in where the fact could hold; empty if the sentence does not apply. */
  readonly sightings: (session: Session) => readonly Sighting[]
}

/**
 * Fails if the fact holds anywhere in any session, if that is undetermined, and if there is no place where it could
 * hold.
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

/** Checks each required leg; undetermined legs are unknown. */
export function onRequiredLegs(session: Session, is: (leg: Trace) => boolean | 'not-spoken-of'): readonly Sighting[] {
  return requiredLegs(session).flatMap((leg): readonly Sighting[] => {
    const verdict = verdictOf(leg)
    const actual = `${readable(leg.request.leg)} leg ${verdictWords(verdict)}`
    if (verdict.kind === 'undetermined') return [{ leg, is: undefined, actual }]
    const found = is(leg)
    return found === 'not-spoken-of' ? [] : [{ leg, is: found, actual }]
  })
}

/** Checks the outcome of the whole session, which is unknown while it is undetermined. */
export function inTheEnd(session: Session, is: (session: Session) => boolean): readonly Sighting[] {
  const actual = sessionWords(session.verdict)
  return [{ is: session.verdict.kind === 'undetermined' ? undefined : is(session), actual }]
}
