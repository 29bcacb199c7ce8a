import type { Claim } from '../../analysis/claims/claim.ts'
import type { ClaimResult, Witness } from '../../analysis/claims/judge-claim.ts'
import type { LegView } from '../../analysis/claims/sign-in.ts'
import { isUnbreakable, unbreakableWords } from '../../analysis/claims/unbreakable.ts'
import { beyondTheFile } from '../../proof/claims/beyond-the-file.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Question } from '../../vocabulary/questions.ts'
import { mismatch, questionsBehind, sessionWords, verdictWords } from '../scenario/expectation.ts'
import { compared } from '../scenario/ledger.ts'
import { playClaim, sessionOfSignIn } from '../scenario/play-claim.ts'
import { problem } from '../scenario/problem.ts'
import { spokenCredentials } from '../scenario/spoken.ts'
import type { StatedClaim } from '../scenario/spoken-claim.ts'
import { readable } from '../scenario/words.ts'
import { instantOf, type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

const lacksSecondFactor = ({ verdict }: LegView): boolean =>
  verdict.kind === 'signs-in' && verdict.secondFactor !== 'asked' && verdict.secondFactor !== 'already-satisfied'

/** The leg to show: the one that the claim is about, or the one without a second factor. */
function shownLeg({ claim: { says } }: StatedClaim, { signIn, leg }: Witness): LegView | undefined {
  if (leg !== undefined || says === 'loses-access' || !says.some(({ key }) => key === 'entry')) return leg
  return signIn.legs.find((one) => !one.optional && lacksSecondFactor(one))
}

/** The outcome of a counterexample, on the leg that shows it. */
function witnessWords(spoken: StatedClaim, witness: Witness, open: boolean): string {
  const { signIn, leg, missing } = witness
  const shown = shownLeg(spoken, witness)
  const ends =
    shown === undefined
      ? sessionWords(signIn.verdict)
      : `${leg === undefined ? '' : `${readable(shown.leg)} leg `}${verdictWords(shown.verdict)}`
  if (!open) return ends
  const facts = missing.length === 0 ? 'facts that are not stated' : missing.join(', ')
  return `${ends}; whether the claim holds for it is unknown without ${facts}`
}

/** Whether a claim counts what it covers. */
const counts = ({ quantifier }: Claim): boolean => quantifier.kind === 'at-most' || quantifier.kind === 'at-least'

function summary({ claim }: StatedClaim, { answer, counted, total, signIns, people }: ClaimResult): string {
  const noun = claim.counts === 'people' ? 'people' : 'sign-ins'
  const about = `of ${signIns} sign-ins of ${people} people`
  if (counts(claim)) return `${counted} ${noun} match${answer === 'open' ? ', and others may match' : ''}, ${about}`
  return `${total} ${claim.quantifier.kind === 'some' ? 'may match' : 'violate it'}, ${about}`
}

/** The questions behind a claim's assertion, apart from that of the credential. */
function questionsOf({ claim: { says } }: StatedClaim): readonly Question[] {
  if (says === 'loses-access') return []
  return says.flatMap(({ key }) => questionsBehind[key === 'entry' ? 'second factor' : key.replaceAll('-', ' ')] ?? [])
}

function refuse(spoken: StatedClaim, result: ClaimResult): Error {
  const { answer, witnesses } = result
  const [first] = witnesses
  if (first === undefined)
    return problem(`expected: ${spoken.text}\nactual:   no sign-in matches, of ${result.signIns} covered by the claim`)
  const open = answer === 'open'
  const { signIn } = first
  const said = `a witness: ${witnessWords(spoken, first, open)}\n          ${summary(spoken, result)}`
  return mismatch(spoken.text, said, sessionOfSignIn(signIn), shownLeg(spoken, first)?.trace(), questionsOf(spoken))
}

/** Why a claim asserts nothing; if it is about a credential, that no user uses it. */
function aboutNobody({ claim: { where } }: StatedClaim): string {
  const named = where.find(({ key, negated }) => key === 'credential' && !negated)
  if (named === undefined) return 'the claim covers no sign-ins, so it does not assert anything'
  const words = named.values.map((one) => (isCredential(one) ? spokenCredentials[one] : one)).join(' or ')
  return `no sign-in uses the ${words}, so the claim does not assert anything`
}

const isCredential = (text: string): text is Credential => Object.hasOwn(spokenCredentials, text)

/** A claim that covers no declared sign-in is one about those that could exist, as a gate of a plan is. */
function holdsByPolicies(world: SignInWorld, spoken: StatedClaim): void {
  const judged = beyondTheFile(tenantOf(world), instantOf(world), spoken.text, spoken.claim)
  if (judged === undefined || judged.answer === 'about-nobody') throw problem(aboutNobody(spoken))
  const { answer, witness = 'no sign-in' } = judged
  if (answer !== 'holds')
    throw problem(
      `expected: ${spoken.text}\nactual:   no declared sign-in is covered; of those that could exist, ${witness}: ${answer}`,
    )
  compared(world.ledger, 1)
}

function holds(world: SignInWorld, spoken: StatedClaim): void {
  if (isUnbreakable(spoken.claim)) throw problem(unbreakableWords)
  const { result, sessions } = playClaim(world, spoken.claim)
  if (result.answer === 'about-nobody') holdsByPolicies(world, spoken)
  else if (result.answer !== 'holds') throw refuse(spoken, result)
  else compared(world.ledger, result.signIns)
  world.recorder?.claimed(sessions)
}

/** Claims about many sign-ins; the failure shows the first counterexample. */
export const thenClaims: readonly StepDefinition[] = [
  step(
    'Then',
    '{claim}',
    {
      says: 'the claim holds for every sign-in it covers; the section "Claims" below describes what can be claimed',
      example: 'Then no sign-in from the internet succeeds without a second factor',
    },
    holds,
  ),
]
