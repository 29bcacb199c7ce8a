import { ownerWords } from '../../report/wording/causes.ts'
import { ownerOf } from '../../rules/owner.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Owner } from '../../vocabulary/owners.ts'
import { mismatch, verdictWords } from '../scenario/expectation.ts'
import { inEverySession, requiredLegs } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { formerly, type StepDefinition, step } from './definition.ts'

function expectCause(session: Session, owner: Owner, wanted: boolean): void {
  const ended = requiredLegs(session).find((leg) => verdictOf(leg).kind !== 'signs-in')
  const verdict = ended && verdictOf(ended)
  const actual = verdict?.kind === 'undetermined' ? undefined : ownerOf(verdict?.rule)
  // Without a refusal or block, no one is responsible for it, so the negation fails too.
  if (actual !== undefined && (actual === owner) === wanted) return
  const happened = verdict === undefined ? 'the sign-in does not fail' : verdictWords(verdict)
  throw mismatch(
    `the failure is ${wanted ? '' : 'not '}caused by ${ownerWords[owner]}`,
    actual === undefined ? happened : `the cause is ${ownerWords[actual]}`,
    session,
    ended,
  )
}

const cause = step(
  'Then',
  'the failure is caused by {owner}',
  {
    says: 'a change here would let the sign-in succeed: it either forbids the sign-in or does not provide what is required',
    example: 'Then the failure is caused by the device',
  },
  (world, owner) => inEverySession(world, (session) => expectCause(session, owner, true)),
)

const notTheCause = step(
  'Then',
  'the failure is not caused by {owner}',
  {
    says: 'the sign-in fails, and a change elsewhere would be needed for it to succeed',
    example: 'Then the failure is not caused by the vendor',
    negates: 'the failure is caused by {owner}',
  },
  (world, owner) => inEverySession(world, (session) => expectCause(session, owner, false)),
)

/** Assertions on who can resolve a refusal or a block. */
export const thenOwner: readonly StepDefinition[] = [
  cause,
  notTheCause,
  formerly('the ending is up to {owner}', cause, { example: 'Then the ending is up to the device' }),
  formerly('the ending is not up to {owner}', notTheCause, {
    example: 'Then the ending is not up to the vendor',
    negates: 'the ending is up to {owner}',
  }),
]
