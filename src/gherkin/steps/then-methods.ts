import { verdictOf } from '../../trace/verdict.ts'
import { type Combination, presentedInWords } from '../../vocabulary/methods.ts'
import { mismatch, verdictWords } from '../scenario/expectation.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { type StepDefinition, step } from './definition.ts'
import { deny, onRequiredLegs } from './denied.ts'

function presents(session: Session, methods: Combination): void {
  const expected = `presents ${presentedInWords(methods)}`
  for (const leg of requiredLegs(session)) {
    const verdict = verdictOf(leg)
    if (verdict.kind === 'signs-in' && verdict.presents === methods) continue
    const shown =
      verdict.kind === 'signs-in' && verdict.presents !== undefined
        ? `presents ${presentedInWords(verdict.presents)}`
        : verdictWords(verdict)
    throw mismatch(expected, shown, session, leg)
  }
}

/** Assertions on what a user presents interactively. */
export const thenMethods: readonly StepDefinition[] = [
  step(
    'Then',
    'the user presents {methods}',
    {
      says: 'these methods are presented, or requested first, on every required leg',
      example: 'Then the user presents a passkey',
    },
    (world, methods) => inEverySession(world, (session) => presents(session, methods)),
  ),
  step(
    'Then',
    'the user does not present {methods}',
    {
      says: 'these methods are not presented on any required leg; the sign-in succeeds',
      example: 'Then the user does not present password and text message',
      negates: 'the user presents {methods}',
    },
    (world, methods) =>
      deny(world, {
        words: `does not present ${presentedInWords(methods)}`,
        sightings: (session) =>
          onRequiredLegs(session, (leg) => {
            const verdict = verdictOf(leg)
            if (verdict.kind !== 'signs-in' || verdict.presents === undefined) return 'not-spoken-of'
            return verdict.presents === methods
          }),
      }),
  ),
]
