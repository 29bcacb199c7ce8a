import { refusal, stopsAt, type Telling, tell, typed, validateOnPremises } from './telling.ts'

/** Kerberos inside, NTLM outside: with the domain logon, or with a user name and password that are typed. */
export function windowsIntegrated(telling: Telling): boolean {
  const { service, credential, decisions, context } = telling
  if (credential === undefined) return false
  const mechanism = decisions.negotiated.authentication.mechanism ?? 'ntlm'
  if (credential !== 'windows-integrated') typed(telling, credential)
  const refused = stopsAt(telling) === 'at-password'
  if (mechanism === 'kerberos') {
    tell(telling, 'client', 'active-directory', { kind: 'ticket-request', mechanism })
    if (refused) {
      tell(telling, 'active-directory', 'client', refusal(telling))
      return false
    }
    tell(telling, 'active-directory', 'client', { kind: 'ticket-issued', mechanism })
    tell(telling, 'client', service, { kind: 'credential-presented', credential })
  } else {
    tell(telling, 'client', service, { kind: 'credential-presented', credential })
    validateOnPremises(telling, service, !refused)
    if (refused) {
      tell(telling, service, 'client', refusal(telling))
      return false
    }
  }
  if (context.request.leg === 'registrar') tell(telling, service, 'client', { kind: 'certificate-issued' })
  return true
}

/** A certificate of the service, an address it allows, or nothing: no directory is asked. */
export function withoutDirectory(telling: Telling): boolean {
  const { service, credential } = telling
  tell(telling, 'client', service, { kind: 'credential-presented', credential: credential ?? 'none' })
  if (stopsAt(telling) === undefined) return true
  tell(telling, service, 'client', refusal(telling))
  return false
}
