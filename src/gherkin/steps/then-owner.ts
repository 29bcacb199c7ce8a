import { ownerWords } from '../../report/wording/causes.ts'
import { ownerOf } from '../../rules/owner.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Owner } from '../../vocabulary/owners.ts'
import { mismatch, verdictWords } from '../scenario/expectation.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { type StepDefinition, step } from './definition.ts'

function upTo(session: Session, owner: Owner, wanted: boolean): void {
  const ended = requiredLegs(session).find((leg) => verdictOf(leg).kind !== 'signs-in')
  const verdict = ended && verdictOf(ended)
  const actual = verdict?.kind === 'undetermined' ? undefined : ownerOf(verdict?.rule)
  // Without a refusal or block, no one is responsible for it, so the negation fails too.
  if (actual !== undefined && (actual === owner) === wanted) return
  const happened = verdict === undefined ? 'the sign-in does not end' : verdictWords(verdict)
  throw mismatch(
    `the ending is ${wanted ? '' : 'not '}up to ${ownerWords[owner]}`,
    actual === undefined ? happened : `it is up to ${ownerWords[actual]}`,
    session,
    ended,
  )
}

/** Assertions on who can resolve a refusal or a block. */
export const thenOwner: readonly StepDefinition[] = [
  step(
    'Then',
    'the ending is up to {owner}',
    {
      says: 'a change here would let the sign-in succeed: it either forbids the sign-in or does not provide what is required',
      example: 'Then the ending is up to the device',
    },
    (world, owner) => inEverySession(world, (session) => upTo(session, owner, true)),
  ),
  step(
    'Then',
    'the ending is not up to {owner}',
    {
      says: 'the sign-in ends, and a change elsewhere would be needed for it to succeed',
      example: 'Then the ending is not up to the vendor',
      negates: 'the ending is up to {owner}',
    },
    (world, owner) => inEverySession(world, (session) => upTo(session, owner, false)),
  ),
]
