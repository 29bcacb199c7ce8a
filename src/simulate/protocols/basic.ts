import { passwordToEntra } from './password-to-entra.ts'
import { refusal, stopsAt, type Telling, tell, typed, validateOnPremises } from './telling.ts'

/** Basic authentication to a cloud service, which passes the password on. */
export function basicProxied(telling: Telling): boolean {
  const { service, credential } = telling
  if (credential === undefined) return without(telling)
  typed(telling, credential)
  tell(telling, 'client', service, { kind: 'credential-presented', credential })
  const token = passwordToEntra(telling, service)
  if (!token) tell(telling, service, 'client', refusal(telling))
  return token
}

/** Basic authentication to a server, which asks Active Directory. */
export function basicOnPremises(telling: Telling): boolean {
  const { service, credential } = telling
  if (credential === undefined) return without(telling)
  typed(telling, credential)
  tell(telling, 'client', service, { kind: 'credential-presented', credential })
  const refused = stopsAt(telling) === 'at-password'
  validateOnPremises(telling, service, !refused)
  if (refused) tell(telling, service, 'client', refusal(telling))
  return !refused
}

/** The client sends the password to Microsoft Entra ID itself, and shows the service the token it gets. */
export function passwordFromClient(telling: Telling): boolean {
  const { service, credential } = telling
  if (credential === undefined) return without(telling)
  typed(telling, credential)
  if (!passwordToEntra(telling, 'client')) return false
  tell(telling, 'client', service, { kind: 'token-presented' })
  return true
}

/** Nothing that could be presented would do: what the account password meets is told. */
function without(telling: Telling): boolean {
  const { service } = telling
  telling.builder.steps.push(...telling.decisions.policySteps)
  tell(telling, service, 'client', refusal(telling))
  return false
}
