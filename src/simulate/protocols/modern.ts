import type { ActorId } from '../../vocabulary/actors.ts'
import type { SecondFactorBy } from '../../vocabulary/credentials.ts'
import {
  isOutOfReach,
  refusal,
  stopsAt,
  type Telling,
  tell,
  typed,
  validateOnPremises,
  validationAnswer,
} from './telling.ts'

/** Modern authentication: a sign-in page of the token issuer, or of the identity provider it redirects to. */
export function modern(telling: Telling): boolean {
  const { service, decisions } = telling
  const issuer: ActorId = decisions.issuer === 'federated-idp' ? 'federated-idp' : 'entra-id'
  tell(telling, 'client', issuer, { kind: 'authorization-request' })
  const elsewhere =
    issuer === 'entra-id' && (telling.verifier === 'federated-idp' || telling.verifier === 'home-tenant')
      ? telling.verifier
      : undefined
  // What is demanded is known before the identity provider performs it; otherwise after the first factor.
  const demandedFirst = performedBy(telling) === 'federated-idp' || performedBy(telling) === 'home-tenant'
  if (demandedFirst) telling.builder.steps.push(...decisions.policySteps)
  const first = elsewhere === undefined ? signInPage(telling, issuer) : passive(telling, elsewhere)
  if (!first) return false
  if (!demandedFirst) telling.builder.steps.push(...decisions.policySteps)
  if (stopsAt(telling) === 'after-password') {
    tell(telling, issuer, 'client', refusal(telling))
    return false
  }
  secondFactor(telling, issuer)
  tell(telling, issuer, 'client', { kind: 'token-issued' })
  tell(telling, 'client', service, { kind: 'token-presented' })
  return true
}

/** An application asks for a token with its own credential. */
export function application(telling: Telling): boolean {
  const { service, decisions } = telling
  tell(telling, 'client', 'entra-id', { kind: 'token-request' })
  const stage = stopsAt(telling)
  if (stage !== 'at-password') telling.builder.steps.push(...decisions.policySteps)
  if (stage !== undefined && stage !== 'at-service') {
    tell(telling, 'entra-id', 'client', refusal(telling))
    return false
  }
  tell(telling, 'entra-id', 'client', { kind: 'token-issued' })
  tell(telling, 'client', service, { kind: 'token-presented' })
  return true
}

/** The sign-in page of an identity provider, or of the tenant that a guest comes from. */
function passive(telling: Telling, home: 'federated-idp' | 'home-tenant'): boolean {
  tell(telling, 'entra-id', 'client', { kind: 'passive-redirect' })
  if (isOutOfReach(telling)) return false
  tell(telling, 'client', home, { kind: 'passive-redirect' })
  const stage = stopsAt(telling)
  if (stage === 'at-identity-provider') {
    tell(telling, home, 'client', refusal(telling))
    return false
  }
  tell(telling, home, 'client', { kind: 'sign-in-page' })
  typed(telling, telling.credential ?? 'interactive')
  tell(telling, 'client', home, { kind: 'credential-presented', credential: 'account-password' })
  if (telling.decisions.facts.accountHome === 'here') validateOnPremises(telling, home, stage !== 'at-password')
  if (stage === 'at-password') {
    tell(telling, home, 'client', refusal(telling))
    return false
  }
  if (performedBy(telling) === home) challenge(telling, home)
  tell(telling, home, 'client', { kind: 'federation-token' })
  tell(telling, 'client', 'entra-id', { kind: 'federation-token' })
  return true
}

function signInPage(telling: Telling, issuer: ActorId): boolean {
  tell(telling, issuer, 'client', { kind: 'sign-in-page' })
  typed(telling, telling.credential ?? 'interactive')
  const presented = telling.credential === 'app-password' ? 'app-password' : 'account-password'
  tell(telling, 'client', issuer, { kind: 'credential-presented', credential: presented })
  const wrong = stopsAt(telling) === 'at-password'
  if (telling.verifier === 'pass-through-agent') {
    tell(telling, 'entra-id', 'pass-through-agent', { kind: 'password-validation-request' })
    validateOnPremises(telling, 'pass-through-agent', !wrong)
    tell(telling, 'pass-through-agent', 'entra-id', validationAnswer(telling, !wrong))
  } else if (issuer === 'federated-idp') validateOnPremises(telling, 'federated-idp', !wrong)
  if (wrong) tell(telling, issuer, 'client', refusal(telling))
  return !wrong
}

function performedBy({ decisions }: Telling): SecondFactorBy | undefined {
  const { verdict } = decisions
  if (verdict.kind !== 'signs-in' || verdict.secondFactor !== 'asked') return undefined
  return verdict.secondFactorBy
}

function secondFactor(telling: Telling, issuer: ActorId): void {
  const { verdict } = telling.decisions
  if (verdict.kind !== 'signs-in') return
  if (verdict.secondFactor === 'registration-required') {
    tell(telling, issuer, 'client', { kind: 'registration-required' })
    telling.builder.steps.push({ kind: 'prompt', prompt: telling.context.request.prompt, asks: 'second-factor' })
    tell(telling, 'user', 'client', { kind: 'register-method' })
    tell(telling, 'client', issuer, { kind: 'register-method' })
  }
  const by = performedBy(telling)
  if (by === 'custom-provider') sentElsewhere(telling)
  if (by === 'entra-id' || (by === 'federated-idp' && issuer === 'federated-idp')) challenge(telling, by)
}

/** The person meets a custom control at its provider, from where the browser comes back with the answer. */
function sentElsewhere(telling: Telling): void {
  tell(telling, 'entra-id', 'client', { kind: 'passive-redirect' })
  telling.builder.steps.push({ kind: 'prompt', prompt: telling.context.request.prompt, asks: 'second-factor' })
  tell(telling, 'user', 'client', { kind: 'second-factor-response' })
  tell(telling, 'client', 'entra-id', { kind: 'second-factor-response' })
}

function challenge(telling: Telling, by: ActorId): void {
  tell(telling, by, 'client', { kind: 'second-factor-challenge' })
  telling.builder.steps.push({ kind: 'prompt', prompt: telling.context.request.prompt, asks: 'second-factor' })
  tell(telling, 'user', 'client', { kind: 'second-factor-response' })
  tell(telling, 'client', by, { kind: 'second-factor-response' })
}
