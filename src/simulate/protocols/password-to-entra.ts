import type { ActorId } from '../../vocabulary/actors.ts'
import {
  isOutOfReach,
  type Narration,
  refusal,
  stopsAt,
  tell,
  validateOnPremises,
  validationAnswer,
} from './narration.ts'

/**
 * A password reaches Microsoft Entra ID, brought by the service (basic authentication) or by the client itself (Sign-in
 * Assistant, password grant). Tells who checks it; true where a token comes back.
 */
export function passwordToEntra(narration: Narration, bringer: ActorId): boolean {
  const { verifier, credential } = narration
  if (verifier === 'federated-idp') return throughIdentityProvider(narration, bringer)
  const kind = bringer === 'client' ? 'credential-presented' : 'credential-forwarded'
  tell(narration, bringer, 'entra-id', { kind, credential: credential ?? 'account-password' })
  const wrong = stopsAt(narration) === 'at-password'
  if (verifier === 'pass-through-agent') {
    tell(narration, 'entra-id', 'pass-through-agent', { kind: 'password-validation-request' })
    validateOnPremises(narration, 'pass-through-agent', !wrong)
    tell(narration, 'pass-through-agent', 'entra-id', validationAnswer(narration, !wrong))
  }
  return answer(narration, bringer)
}

function answer(narration: Narration, bringer: ActorId): boolean {
  const stage = stopsAt(narration)
  if (stage !== 'at-password') narration.builder.steps.push(...narration.decisions.policySteps())
  if (stage === 'at-password' || stage === 'after-password') {
    tell(narration, 'entra-id', bringer, refusal(narration))
    return false
  }
  tell(narration, 'entra-id', bringer, { kind: 'token-issued' })
  return true
}

/** The active flow: the password goes to the identity provider, whose token Microsoft Entra ID then exchanges. */
function throughIdentityProvider(narration: Narration, bringer: ActorId): boolean {
  tell(narration, bringer, 'entra-id', { kind: 'home-realm-query' })
  tell(narration, 'entra-id', bringer, { kind: 'home-realm-answer', realm: 'federated' })
  if (isOutOfReach(narration)) return false
  tell(narration, bringer, 'federated-idp', { kind: 'ws-trust-request' })
  const stage = stopsAt(narration)
  if (stage === 'at-identity-provider') {
    tell(narration, 'federated-idp', bringer, refusal(narration))
    return false
  }
  validateOnPremises(narration, 'federated-idp', stage !== 'at-password')
  if (stage === 'at-password') {
    tell(narration, 'federated-idp', bringer, refusal(narration))
    return false
  }
  tell(narration, 'federated-idp', bringer, { kind: 'ws-trust-response' })
  tell(narration, bringer, 'entra-id', { kind: 'federation-token' })
  return answer(narration, bringer)
}
