import { type Narration, refusal, stopsAt, tell, typed, validateOnPremises } from './narration.ts'
import { passwordToEntra } from './password-to-entra.ts'

/** Basic authentication to a cloud service, which passes the password on. */
export function basicProxied(narration: Narration): boolean {
  const { service, credential } = narration
  if (credential === undefined) return without(narration)
  typed(narration, credential)
  tell(narration, 'client', service, { kind: 'credential-presented', credential })
  const token = passwordToEntra(narration, service)
  if (!token) tell(narration, service, 'client', refusal(narration))
  return token
}

/** Basic authentication to a server, which asks Active Directory. */
export function basicOnPremises(narration: Narration): boolean {
  const { service, credential } = narration
  if (credential === undefined) return without(narration)
  typed(narration, credential)
  tell(narration, 'client', service, { kind: 'credential-presented', credential })
  const refused = stopsAt(narration) === 'at-password'
  validateOnPremises(narration, service, !refused)
  if (refused) tell(narration, service, 'client', refusal(narration))
  return !refused
}

/** A password that the service checks itself. */
export function passwordOfService(narration: Narration): boolean {
  const { service, credential } = narration
  if (credential === undefined) return without(narration)
  typed(narration, credential)
  tell(narration, 'client', service, { kind: 'credential-presented', credential })
  if (stopsAt(narration) === undefined) return true
  tell(narration, service, 'client', refusal(narration))
  return false
}

/** A RADIUS server, which asks Active Directory, and whose extension then has Microsoft Entra ID ask the user. */
export function radius(narration: Narration): boolean {
  const { service, decisions } = narration
  if (!basicOnPremises(narration)) return false
  const { facts, verdict } = decisions
  if (facts.npsExtension !== 'installed') return true
  narration.builder.steps.push(...decisions.policySteps())
  if (facts.secondFactor !== 'required') return true
  tell(narration, service, 'entra-id', { kind: 'second-factor-request' })
  if (verdict.kind !== 'signs-in') {
    tell(narration, 'entra-id', service, refusal(narration))
    return true
  }
  tell(narration, 'entra-id', 'user', { kind: 'second-factor-challenge' })
  narration.builder.steps.push({ kind: 'prompt', prompt: narration.context.request.prompt, asks: 'second-factor' })
  tell(narration, 'user', 'entra-id', { kind: 'second-factor-response' })
  tell(narration, 'entra-id', service, { kind: 'token-issued' })
  return true
}

/** The client sends the password to Microsoft Entra ID itself, and shows the service the token it gets. */
export function passwordFromClient(narration: Narration): boolean {
  const { service, credential } = narration
  if (credential === undefined) return without(narration)
  typed(narration, credential)
  if (!passwordToEntra(narration, 'client')) return false
  tell(narration, 'client', service, { kind: 'token-presented' })
  return true
}

/** Nothing that could be presented would do: what the account password meets is told. */
function without(narration: Narration): boolean {
  const { service } = narration
  narration.builder.steps.push(...narration.decisions.policySteps())
  tell(narration, service, 'client', refusal(narration))
  return false
}
