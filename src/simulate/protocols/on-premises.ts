import { type Narration, refusal, stopsAt, tell, typed, validateOnPremises } from './narration.ts'

/** Kerberos inside, NTLM outside: with the domain logon, or with a user name and password that are typed. */
export function windowsIntegrated(narration: Narration): boolean {
  const { service, credential, decisions, context } = narration
  if (credential === undefined) return false
  const mechanism = decisions.negotiated.authentication.mechanism ?? 'ntlm'
  if (credential !== 'windows-integrated') typed(narration, credential)
  const refused = stopsAt(narration) === 'at-password'
  if (mechanism === 'kerberos') {
    tell(narration, 'client', 'active-directory', { kind: 'ticket-request', mechanism })
    if (refused) {
      tell(narration, 'active-directory', 'client', refusal(narration))
      return false
    }
    tell(narration, 'active-directory', 'client', { kind: 'ticket-issued', mechanism })
    tell(narration, 'client', service, { kind: 'credential-presented', credential })
  } else {
    tell(narration, 'client', service, { kind: 'credential-presented', credential })
    validateOnPremises(narration, service, !refused)
    if (refused) {
      tell(narration, service, 'client', refusal(narration))
      return false
    }
  }
  if (context.request.leg === 'registrar') tell(narration, service, 'client', { kind: 'certificate-issued' })
  return true
}

/** A ticket for a file share, which Microsoft Entra ID gives to a device that is signed in. */
export function ticketOfEntraId(narration: Narration): boolean {
  const { service, decisions } = narration
  tell(narration, 'client', 'entra-id', { kind: 'ticket-request', mechanism: 'kerberos' })
  narration.builder.steps.push(...decisions.policySteps())
  if (stopsAt(narration) !== undefined) {
    tell(narration, 'entra-id', 'client', refusal(narration))
    return false
  }
  tell(narration, 'entra-id', 'client', { kind: 'ticket-issued', mechanism: 'kerberos' })
  tell(narration, 'client', service, { kind: 'credential-presented', credential: 'windows-integrated' })
  return true
}

/** A certificate of the service, an address it allows, or nothing: no directory is asked. */
export function withoutDirectory(narration: Narration): boolean {
  const { service, credential } = narration
  tell(narration, 'client', service, { kind: 'credential-presented', credential: credential ?? 'none' })
  if (stopsAt(narration) === undefined) return true
  tell(narration, service, 'client', refusal(narration))
  return false
}
