import type { ActorId } from '../../vocabulary/actors.ts'
import type { SecondFactorBy } from '../../vocabulary/credentials.ts'
import {
  isOutOfReach,
  type Narration,
  refusal,
  stopsAt,
  tell,
  typed,
  validateOnPremises,
  validationAnswer,
} from './narration.ts'
import { windowsLogon, withWindowsLogon } from './windows-logon.ts'

/** Modern authentication: a sign-in page of the token issuer, or of the identity provider it redirects to. */
export function modern(narration: Narration): boolean {
  const { decisions } = narration
  const { answeredBy } = narration.context
  if (answeredBy === 'primary-refresh-token' || answeredBy === 'kerberos-ticket') return answered(narration, answeredBy)
  const issuer: ActorId = decisions.issuer === 'federated-idp' ? 'federated-idp' : 'entra-id'
  tell(narration, 'client', issuer, { kind: 'authorization-request' })
  if (stopsAt(narration) === 'before-password') return withNothingToPresent(narration, issuer)
  const elsewhere = issuer === 'entra-id' ? homeOf(narration) : undefined
  // What is demanded is known before the identity provider performs it; otherwise after the first factor.
  const demandedFirst = performedBy(narration) === 'federated-idp' || performedBy(narration) === 'home-tenant'
  if (demandedFirst) narration.builder.steps.push(...decisions.policySteps())
  const first = elsewhere === undefined ? signInPage(narration, issuer) : passive(narration, elsewhere)
  if (!first) return false
  if (!demandedFirst) narration.builder.steps.push(...decisions.policySteps())
  if (stopsAt(narration) === 'after-password') {
    tell(narration, issuer, 'client', refusal(narration))
    return false
  }
  secondFactor(narration, issuer)
  tell(narration, issuer, 'client', { kind: 'token-issued' })
  presentToken(narration)
  return true
}

/** The sign-in page is shown to someone who has nothing that it takes here. */
function withNothingToPresent(narration: Narration, issuer: ActorId): boolean {
  tell(narration, issuer, 'client', { kind: 'sign-in-page' })
  return false
}

/** The client shows the token; a connector that delegates gets a ticket for the user besides. */
function presentToken(narration: Narration): void {
  const { service, decisions } = narration
  tell(narration, 'client', service, { kind: 'token-presented' })
  if (decisions.facts.shareTickets !== 'delegated') return
  tell(narration, service, 'active-directory', { kind: 'ticket-request', mechanism: 'kerberos' })
  const answer = stopsAt(narration) === 'at-service' ? refusal(narration) : null
  tell(narration, 'active-directory', service, answer ?? { kind: 'ticket-issued', mechanism: 'kerberos' })
}

/** The token of the device, or a ticket of the domain, answers instead of the first factor. */
function answered(narration: Narration, answeredBy: 'primary-refresh-token' | 'kerberos-ticket'): boolean {
  const { decisions } = narration
  tell(narration, 'client', 'entra-id', { kind: 'authorization-request' })
  if (answeredBy === 'kerberos-ticket') {
    tell(narration, 'client', 'active-directory', { kind: 'ticket-request', mechanism: 'kerberos' })
    tell(narration, 'active-directory', 'client', { kind: 'ticket-issued', mechanism: 'kerberos' })
    tell(narration, 'client', 'entra-id', { kind: 'credential-presented', credential: 'windows-integrated' })
  } else tell(narration, 'client', 'entra-id', { kind: 'primary-refresh-token-presented' })
  narration.builder.steps.push(...decisions.policySteps())
  const stage = stopsAt(narration)
  if (stage !== undefined && stage !== 'at-service') {
    tell(narration, 'entra-id', 'client', refusal(narration))
    return false
  }
  secondFactor(narration, 'entra-id')
  tell(narration, 'entra-id', 'client', { kind: 'token-issued' })
  presentToken(narration)
  return true
}

/** An application asks for a token with its own credential. */
export function application(narration: Narration): boolean {
  const { service, decisions } = narration
  tell(narration, 'client', 'entra-id', { kind: 'token-request' })
  const stage = stopsAt(narration)
  if (stage !== 'at-password') narration.builder.steps.push(...decisions.policySteps())
  if (stage !== undefined && stage !== 'at-service') {
    tell(narration, 'entra-id', 'client', refusal(narration))
    return false
  }
  tell(narration, 'entra-id', 'client', { kind: 'token-issued' })
  tell(narration, 'client', service, { kind: 'token-presented' })
  return true
}

/** Where an account is verified that Microsoft Entra ID does not verify on its own page. */
type Home = 'federated-idp' | 'home-tenant' | 'microsoft-account'

function homeOf({ verifier }: Narration): Home | undefined {
  return verifier === 'federated-idp' || verifier === 'home-tenant' || verifier === 'microsoft-account'
    ? verifier
    : undefined
}

/** The sign-in page of an identity provider, or of where a guest comes from. */
function passive(narration: Narration, home: Home): boolean {
  tell(narration, 'entra-id', 'client', { kind: 'passive-redirect' })
  if (isOutOfReach(narration)) return false
  tell(narration, 'client', home, { kind: 'passive-redirect' })
  const stage = stopsAt(narration)
  if (stage === 'at-identity-provider') {
    tell(narration, home, 'client', refusal(narration))
    return false
  }
  if (home === 'federated-idp' && windowsLogon(narration)) {
    if (!withWindowsLogon(narration)) return false
  } else {
    tell(narration, home, 'client', { kind: 'sign-in-page' })
    typed(narration, narration.credential ?? 'interactive')
    tell(narration, 'client', home, { kind: 'credential-presented', credential: 'account-password' })
    if (narration.decisions.facts.accountHome === 'here') validateOnPremises(narration, home, stage !== 'at-password')
  }
  if (stage === 'at-password') {
    tell(narration, home, 'client', refusal(narration))
    return false
  }
  if (performedBy(narration) === home) challenge(narration, home)
  tell(narration, home, 'client', { kind: 'federation-token' })
  tell(narration, 'client', 'entra-id', { kind: 'federation-token' })
  return true
}

function signInPage(narration: Narration, issuer: ActorId): boolean {
  if (issuer === 'federated-idp' && windowsLogon(narration)) return withWindowsLogon(narration)
  tell(narration, issuer, 'client', { kind: 'sign-in-page' })
  typed(narration, narration.credential ?? 'interactive')
  const presented = narration.credential === 'app-password' ? 'app-password' : 'account-password'
  tell(narration, 'client', issuer, { kind: 'credential-presented', credential: presented })
  const wrong = stopsAt(narration) === 'at-password'
  if (narration.verifier === 'pass-through-agent') {
    tell(narration, 'entra-id', 'pass-through-agent', { kind: 'password-validation-request' })
    validateOnPremises(narration, 'pass-through-agent', !wrong)
    tell(narration, 'pass-through-agent', 'entra-id', validationAnswer(narration, !wrong))
  } else if (issuer === 'federated-idp') validateOnPremises(narration, 'federated-idp', !wrong)
  if (wrong) tell(narration, issuer, 'client', refusal(narration))
  return !wrong
}

function performedBy({ decisions }: Narration): SecondFactorBy | undefined {
  const { verdict } = decisions
  if (verdict.kind !== 'signs-in' || verdict.secondFactor !== 'asked') return undefined
  return verdict.secondFactorBy
}

function secondFactor(narration: Narration, issuer: ActorId): void {
  const { verdict } = narration.decisions
  if (verdict.kind !== 'signs-in') return
  if (verdict.secondFactor === 'registration-required') {
    tell(narration, issuer, 'client', { kind: 'registration-required' })
    narration.builder.steps.push({ kind: 'prompt', prompt: narration.context.request.prompt, asks: 'second-factor' })
    tell(narration, 'user', 'client', { kind: 'register-method' })
    tell(narration, 'client', issuer, { kind: 'register-method' })
  }
  const by = performedBy(narration)
  if (by === 'custom-provider' || by === 'external-provider') sentElsewhere(narration, by)
  if (by === 'entra-id' || (by === 'federated-idp' && issuer === 'federated-idp')) challenge(narration, by)
}

/** The user meets a custom control, or presents an external method, at its provider, from where the browser comes back with the answer. */
function sentElsewhere(narration: Narration, provider: 'custom-provider' | 'external-provider'): void {
  tell(narration, 'entra-id', 'client', { kind: 'passive-redirect' })
  tell(narration, 'client', provider, { kind: 'passive-redirect' })
  challenge(narration, provider)
  tell(narration, provider, 'client', { kind: 'federation-token' })
  tell(narration, 'client', 'entra-id', { kind: 'federation-token' })
}

function challenge(narration: Narration, by: ActorId): void {
  tell(narration, by, 'client', { kind: 'second-factor-challenge' })
  narration.builder.steps.push({ kind: 'prompt', prompt: narration.context.request.prompt, asks: 'second-factor' })
  tell(narration, 'user', 'client', { kind: 'second-factor-response' })
  tell(narration, 'client', by, { kind: 'second-factor-response' })
}
