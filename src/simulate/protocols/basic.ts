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
