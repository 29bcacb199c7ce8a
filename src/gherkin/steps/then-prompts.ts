import { isPrompted } from '../../trace/verdict.ts'
import { mismatch, sessionWords } from '../scenario/expectation.ts'
import { inEverySession } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { type StepDefinition, step } from './definition.ts'
import { deny } from './denied.ts'

const promptWords = (prompted: boolean | undefined): string =>
  prompted === undefined ? 'undetermined' : prompted ? 'prompted' : 'not prompted'

function isAsked(session: Session): void {
  const prompted = isPrompted(session.traces)
  if (prompted === true) return
  throw mismatch('prompted', `${promptWords(prompted)}: ${sessionWords(session.verdict)}`, session)
}

/** Assertions on whether a user is prompted, or a token or ticket is used instead. */
export const thenPrompts: readonly StepDefinition[] = [
  step(
    'Then',
    'the user is prompted',
    {
      says: 'some required leg prompts the user; the sign-in succeeds',
      example: 'Then the user is prompted',
    },
    (world) => inEverySession(world, isAsked),
  ),
  step(
    'Then',
    'the user is not prompted',
    {
      says: 'every required leg is answered by a token, a ticket or a stored password, without a prompt',
      example: 'Then the user is not prompted',
      negates: 'the user is prompted',
    },
    (world) =>
      deny(world, {
        words: 'not prompted',
        sightings: ({ traces }) => {
          const prompted = isPrompted(traces)
          return [{ is: prompted, actual: promptWords(prompted) }]
        },
      }),
  ),
]
