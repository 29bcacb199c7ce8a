import { isUnbreakable, unbreakableWords } from '../../analysis/claims/unbreakable.ts'
import type { Proof, ProofAnswer } from '../../proof/claims/proof.ts'
import { prove } from '../../proof/claims/prove.ts'
import { signInWords } from '../../report/text/box-words.ts'
import { decidedWords, reasonWords } from '../../report/text/proof-report.ts'
import { sessionWitnessWords } from '../../report/text/session-witness.ts'
import { compared } from '../scenario/ledger.ts'
import { problem } from '../scenario/problem.ts'
import type { StatedProvable } from '../scenario/spoken-claim.ts'
import { instantOf, type SignInWorld, tenantOf } from '../scenario/world.ts'
import { type StepDefinition, step } from './definition.ts'

/** The deciding sign-in of a claim, in words. */
function shown({ witness, session, ...proof }: Proof): string {
  const found = session === undefined ? [] : [sessionWitnessWords(session)]
  const because = witness === undefined ? [] : [`${signInWords(witness.words)}: ${decidedWords(witness.decided)}`]
  return [...because, ...found, ...reasonWords(proof)].map((line) => `\n          ${line}`).join('')
}

function answered(world: SignInWorld, { text, provable }: StatedProvable, wanted: ProofAnswer): void {
  if (provable.kind === 'sign-ins' && isUnbreakable(provable.claim)) throw problem(unbreakableWords)
  const proof = prove(tenantOf(world), { text, provable }, instantOf(world))
  if (proof === undefined)
    throw problem('the claim counts or compares, which cannot be proved\n  claim it without `it is proved that`')
  if (proof.answer === 'about-nobody')
    throw problem('no possible sign-in is one that the claim is about, so it does not assert anything')
  if (proof.answer !== wanted) throw problem(`expected: ${wanted}: ${text}\nactual:   ${proof.answer}${shown(proof)}`)
  compared(
    world.ledger,
    proof.sessions ?? Object.values(proof.atoms).reduce((sum: number, count) => sum + (count ?? 0), 0),
  )
}

/** Claims over every possible sign-in, if policies decide them. */
export const thenProved: readonly StepDefinition[] = [
  step(
    'Then',
    'it is proved that {provable}',
    {
      says: 'the claim is true of every possible sign-in, as policies decide it: of everyone whom the file declares and of anyone else, from every client, place and device that a policy could distinguish',
      example: 'Then it is proved that no sign-in to Exchange Online succeeds without a second factor',
    },
    (world, provable) => answered(world, provable, 'proved'),
  ),
  step(
    'Then',
    'it is refuted that {provable}',
    {
      says: 'some possible sign-in breaks the claim, as policies decide it; where that depends on something that is not understood, it is neither proved nor refuted',
      example: 'Then it is refuted that policy "Require MFA" is never needed',
    },
    (world, provable) => answered(world, provable, 'refuted'),
  ),
]
