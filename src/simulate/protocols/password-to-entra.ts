import type { ActorId } from '../../vocabulary/actors.ts'
import { isOutOfReach, refusal, stopsAt, type Telling, tell, validateOnPremises, validationAnswer } from './telling.ts'

/**
 * A password reaches Microsoft Entra ID, brought by the service (basic authentication) or by the client itself (Sign-in
 * Assistant, password grant). Tells who checks it; true where a token comes back.
 */
export function passwordToEntra(telling: Telling, bringer: ActorId): boolean {
  const { verifier, credential } = telling
  if (verifier === 'federated-idp') return throughIdentityProvider(telling, bringer)
  const kind = bringer === 'client' ? 'credential-presented' : 'credential-forwarded'
  tell(telling, bringer, 'entra-id', { kind, credential: credential ?? 'account-password' })
  const wrong = stopsAt(telling) === 'at-password'
  if (verifier === 'pass-through-agent') {
    tell(telling, 'entra-id', 'pass-through-agent', { kind: 'password-validation-request' })
    validateOnPremises(telling, 'pass-through-agent', !wrong)
    tell(telling, 'pass-through-agent', 'entra-id', validationAnswer(telling, !wrong))
  }
  return answer(telling, bringer)
}

function answer(telling: Telling, bringer: ActorId): boolean {
  const stage = stopsAt(telling)
  if (stage !== 'at-password') telling.builder.steps.push(...telling.decisions.policySteps)
  if (stage === 'at-password' || stage === 'after-password') {
    tell(telling, 'entra-id', bringer, refusal(telling))
    return false
  }
  tell(telling, 'entra-id', bringer, { kind: 'token-issued' })
  return true
}

/** The active flow: the password goes to the identity provider, whose token Microsoft Entra ID then exchanges. */
function throughIdentityProvider(telling: Telling, bringer: ActorId): boolean {
  tell(telling, bringer, 'entra-id', { kind: 'home-realm-query' })
  tell(telling, 'entra-id', bringer, { kind: 'home-realm-answer', realm: 'federated' })
  if (isOutOfReach(telling)) return false
  tell(telling, bringer, 'federated-idp', { kind: 'ws-trust-request' })
  const stage = stopsAt(telling)
  if (stage === 'at-identity-provider') {
    tell(telling, 'federated-idp', bringer, refusal(telling))
    return false
  }
  validateOnPremises(telling, 'federated-idp', stage !== 'at-password')
  if (stage === 'at-password') {
    tell(telling, 'federated-idp', bringer, refusal(telling))
    return false
  }
  tell(telling, 'federated-idp', bringer, { kind: 'ws-trust-response' })
  tell(telling, bringer, 'entra-id', { kind: 'federation-token' })
  return answer(telling, bringer)
}
