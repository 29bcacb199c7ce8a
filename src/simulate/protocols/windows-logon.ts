import { decide } from '../../rules/decide.ts'
import { assumedLogon } from '../facts/provider-logon.ts'
import { record } from '../recorder.ts'
import { type Narration, refusal, stopsAt, tell } from './narration.ts'

/** Whether the identity provider takes the Windows logon, asked where a user would otherwise type. */
export function windowsLogon({ builder, decisions, context }: Narration): boolean {
  if (context.request.signals.signedIn === 'yes') return false
  const decision = decide('provider-logon', decisions.facts)
  const assumed = decision.answer === 'windows-logon' ? assumedLogon(context) : undefined
  if (assumed !== undefined)
    builder.steps.push({ kind: 'assumption', fact: 'providerLogon', value: 'windows', default: assumed })
  record({ steps: builder.steps, at: 'federated-idp' }, decision)
  return decision.answer === 'windows-logon'
}

/** Windows integrated authentication at the identity provider: a ticket of the domain, and nobody is asked. */
export function withWindowsLogon(narration: Narration): boolean {
  tell(narration, 'federated-idp', 'client', { kind: 'challenge', flows: ['windows-integrated'] })
  tell(narration, 'client', 'active-directory', { kind: 'ticket-request', mechanism: 'kerberos' })
  if (stopsAt(narration) === 'at-password') {
    tell(narration, 'active-directory', 'client', refusal(narration))
    return false
  }
  tell(narration, 'active-directory', 'client', { kind: 'ticket-issued', mechanism: 'kerberos' })
  tell(narration, 'client', 'federated-idp', { kind: 'credential-presented', credential: 'windows-integrated' })
  return true
}
