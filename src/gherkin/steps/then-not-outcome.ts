import { missingName, missingNames } from '../../analysis/claims/missing-names.ts'
import { errorCodeOf, errorCodes } from '../../catalog/errors.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { decidingLeg, mismatch, sessionWords, verdictWords } from '../scenario/expectation.ts'
import type { VerdictKind } from '../scenario/names.ts'
import { inEverySession } from '../scenario/required-legs.ts'
import type { Session } from '../scenario/session.ts'
import { readable, refuseName } from '../scenario/words.ts'
import { type StepDefinition, step } from './definition.ts'
import { type Denial, deny, inTheEnd, onRequiredLegs, type Sighting } from './denied.ts'
import { somePolicy } from './then-policies.ts'
import { works } from './verdict-table.ts'

/** `undetermined` is the only outcome that is known while a sign-in is undetermined. */
const endsNot = (kind: VerdictKind): Denial => ({
  words: `the sign-in is not ${readable(kind)}`,
  sightings: (session) =>
    kind === 'undetermined'
      ? [{ is: session.verdict.kind === kind, actual: sessionWords(session.verdict) }]
      : inTheEnd(session, ({ verdict }) => verdict.kind === kind),
})

/** The absence of an impossible error code would hold for every sign-in. */
export function knownError(text: string): string {
  const found = errorCodeOf(text)
  if (found === undefined)
    throw refuseName(
      'error code',
      text,
      errorCodes.map(({ id }) => id),
    )
  return found.id
}

function knownMissing(text: string): string {
  const found = missingName(text)
  if (found === undefined) throw refuseName('fact or signal', text, missingNames)
  return found
}

function errorSightings(session: Session, error: string): readonly Sighting[] {
  const leg = decidingLeg(session)
  if (leg === undefined) return []
  const verdict = verdictOf(leg)
  const actual = verdictWords(verdict)
  if (verdict.kind === 'undetermined') return [{ leg, is: undefined, actual }]
  const found = 'error' in verdict ? verdict.error : undefined
  return found === undefined ? [] : [{ leg, is: found === error, actual }]
}

function undeterminedWithout(session: Session, fact: string): void {
  const { verdict } = session
  if (verdict.kind === 'undetermined' && verdict.missing.includes(fact)) return
  throw mismatch(`undetermined without ${fact}`, sessionWords(verdict), session)
}

const openEnds: readonly StepDefinition[] = [
  step(
    'Then',
    'the sign-in is undetermined',
    { says: 'a fact is missing for the verdict', example: 'Then the sign-in is undetermined' },
    (world) =>
      inEverySession(world, (session) => {
        if (session.verdict.kind !== 'undetermined')
          throw mismatch('undetermined', sessionWords(session.verdict), session)
      }),
  ),
  step(
    'Then',
    'the sign-in is undetermined without {string}',
    {
      says: 'the verdict depends on this missing fact, and possibly on others',
      example: 'Then the sign-in is undetermined without "accountInCloud"',
    },
    (world, text) => {
      const fact = knownMissing(text)
      inEverySession(world, (session) => undeterminedWithout(session, fact))
    },
  ),
  step(
    'Then',
    'the sign-in is not undetermined without {string}',
    {
      says: 'the verdict does not depend on this fact being missing',
      example: 'Then the sign-in is not undetermined without "accountInCloud"',
      negates: 'the sign-in is undetermined without {string}',
    },
    (world, text) => {
      const fact = knownMissing(text)
      deny(world, {
        words: `not undetermined without ${fact}`,
        sightings: ({ verdict }) => [
          { is: verdict.kind === 'undetermined' && verdict.missing.includes(fact), actual: sessionWords(verdict) },
        ],
      })
    },
  ),
]

/** Negated assertions on the outcome of a sign-in. */
export const thenNotOutcome: readonly StepDefinition[] = [
  step(
    'Then',
    'the sign-in does not succeed',
    {
      says: 'the user cannot sign in on some required leg, or one prompt would need two credentials',
      example: 'Then the sign-in does not succeed',
      negates: 'the sign-in succeeds',
    },
    (world) =>
      deny(world, {
        words: 'the sign-in does not succeed',
        sightings: (session) => inTheEnd(session, (one) => one.verdict.kind !== 'conflict' && works(one)),
      }),
  ),
  step(
    'Then',
    'the sign-in is not {verdict}',
    {
      says: 'the sign-in has a different outcome: not blocked, refused, undetermined, a conflict ...',
      example: 'Then the sign-in is not blocked',
      negates: ['the sign-in is blocked', 'the sign-in is refused', 'the sign-in is undetermined'],
    },
    (world, kind) => deny(world, endsNot(kind)),
  ),
  step(
    'Then',
    'the sign-in is not blocked by the policy {policy}',
    {
      says: 'this policy does not block any required leg',
      example: 'Then the sign-in is not blocked by the policy "Block legacy authentication"',
      negates: 'the sign-in is blocked by the policy {policy}',
    },
    (world, policy) =>
      deny(world, {
        words: `not blocked by the policy ${policy}`,
        sightings: (session) =>
          onRequiredLegs(session, (leg) => {
            const verdict = verdictOf(leg)
            return verdict.kind === 'blocked' && verdict.policies.includes(policy)
          }),
      }),
  ),
  step(
    'Then',
    'the error code is not {string}',
    {
      says: 'the deciding leg ends with a different error',
      example: 'Then the error code is not "AADSTS50126"',
      negates: 'the error code is {string}',
    },
    (world, text) => {
      const error = knownError(text)
      deny(world, {
        words: `the error code is not ${error}`,
        sightings: (session) => errorSightings(session, error),
      })
    },
  ),
  step(
    'Then',
    'some policy takes part',
    {
      says: 'a policy applies or is report-only on some required leg; one that depends on a missing signal may not',
      example: 'Then some policy takes part',
      negates: 'no policy takes part',
    },
    (world) =>
      inEverySession(world, (session) => {
        const found = somePolicy(session)
        if (found === true) return
        const actual = found === false ? 'no policy takes part' : 'that depends on a signal'
        throw mismatch('some policy takes part', actual, session)
      }),
  ),
  ...openEnds,
]
