import type { Claim } from '../../analysis/claims/claim.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { wordsInOrder } from '../../vocabulary/sign-in-words.ts'
import { sideOf } from '../side.ts'
import type { Proof } from './proof.ts'
import { proveClaim } from './prove-claim.ts'

/** What policies say of a claim, in the terms of claims over declared sign-ins. */
export interface JudgedByPolicies {
  readonly answer: 'holds' | 'refuted' | 'open' | 'about-nobody'
  /** The sign-in that decides, in words; absent where the claim holds. */
  readonly witness?: string
}

const answers: Readonly<Record<Proof['answer'], JudgedByPolicies['answer']>> = {
  proved: 'holds',
  refuted: 'refuted',
  open: 'open',
  'about-nobody': 'about-nobody',
}

/**
 * What policies say of a claim that covers no declared sign-in, over every possible one: whether legacy clients are kept
 * out does not depend on the file declaring one. Undefined if policies alone do not decide it.
 */
export function beyondTheFile(tenant: Tenant, at: Instant, text: string, claim: Claim): JudgedByPolicies | undefined {
  if (claim.occasion !== undefined) return undefined
  const proof = proveClaim(sideOf(tenant, at), text, claim)
  if (proof === undefined) return undefined
  const words = wordsInOrder(proof.witness?.words ?? {})
  const answer = answers[proof.answer]
  return { answer, ...(answer === 'holds' || words.length === 0 ? {} : { witness: words.join(', ') }) }
}
