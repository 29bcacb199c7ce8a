import type { Claim } from '../../analysis/claims/claim.ts'
import type { Proof } from '../../proof/claims/proof.ts'
import { proveClaim } from '../../proof/claims/prove-claim.ts'
import { sideOf } from '../../proof/side.ts'
import type { GateOutcome } from '../result.ts'
import type { Point } from './states.ts'

const answers: Readonly<Record<Proof['answer'], GateOutcome['answer']>> = {
  proved: 'holds',
  refuted: 'refuted',
  open: 'open',
  'about-nobody': 'about-nobody',
}

/**
 * What policies say of a claim that covers no declared sign-in, over every possible one: whether legacy clients are kept
 * out does not depend on the file declaring one. Undefined if policies alone do not decide it.
 */
export function gateByPolicies(
  { state, at }: Point,
  text: string,
  claim: Claim,
): Pick<GateOutcome, 'answer' | 'witness'> | undefined {
  if (claim.occasion !== undefined) return undefined
  const proof = proveClaim(sideOf(state.side.population.tenant, at), text, claim)
  if (proof === undefined) return undefined
  const words = Object.values(proof.witness?.words ?? {}).reverse()
  const answer = answers[proof.answer]
  return { answer, ...(answer === 'holds' || words.length === 0 ? {} : { witness: words.join(', ') }) }
}
