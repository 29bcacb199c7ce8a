import type { DeviceEvidence, Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Verifier } from '../../vocabulary/actors.ts'
import { presentedPhrase } from '../wording/methods.ts'
import type { Audience } from '../wording/nouns.ts'
import type { Item } from './diagram-items.ts'

const tokens = {
  'first-factor': 'primary refresh token without an MFA claim',
  multifactor: 'primary refresh token with an MFA claim',
} as const

type Checker = Extract<Verifier, 'entra-id' | 'active-directory' | 'federated-idp'>

const isChecker = (checkedBy: DeviceEvidence['checkedBy']): checkedBy is Checker =>
  checkedBy === 'entra-id' || checkedBy === 'active-directory' || checkedBy === 'federated-idp'

/** How the device was unlocked, who verified it, and the resulting tokens; empty if the file does not state it. */
export function deviceItems(traces: readonly Trace[], audience: Audience): readonly Item[] {
  const device = traces.find((trace) => trace.device !== undefined)?.device
  if (device === undefined) return []
  const opened = opening(device, audience)
  if (device.checkedBy === 'not-possible') return opened
  return audience === 'user' ? opened : [...opened, ...check(device), ...leftBehind(device), ...use(traces)]
}

function opening({ method, checkedBy }: DeviceEvidence, audience: Audience): readonly Item[] {
  const what = presentedPhrase(method)
  const refused = checkedBy === 'not-possible'
  const text = audience === 'user' ? `you unlock it with ${what}` : `unlocks the device with ${what}`
  const asked: Item = { kind: 'arrow', from: 'user', to: 'device', line: 'solid', text }
  if (!refused) return [asked]
  return [asked, { kind: 'arrow', from: 'device', to: 'user', line: 'cross', text: '✕ does not open this way' }]
}

function check({ checkedBy }: DeviceEvidence): readonly Item[] {
  if (checkedBy === 'device') return [{ kind: 'note', over: 'device', texts: ['Checks this by what it keeps itself'] }]
  if (!isChecker(checkedBy)) return []
  return [{ kind: 'arrow', from: 'device', to: checkedBy, line: 'solid', text: 'signs the user in to the device' }]
}

function leftBehind({ yields }: DeviceEvidence): readonly Item[] {
  const { primaryRefreshToken, kerberosTicket } = yields
  const token =
    primaryRefreshToken === undefined || primaryRefreshToken === 'none' ? undefined : tokens[primaryRefreshToken]
  const answer = (from: 'entra-id' | 'active-directory', text: string): Item => ({
    kind: 'arrow',
    from,
    to: 'device',
    line: 'dashed',
    text,
  })
  return [
    ...(token === undefined ? [] : [answer('entra-id', token)]),
    ...(kerberosTicket === 'at-sign-in' ? [answer('active-directory', 'Kerberos ticket')] : []),
  ]
}

/** What the client gets from the device if that replaces a prompt. */
function use(traces: readonly Trace[]): readonly Item[] {
  const answered = traces.map(verdictOf).flatMap((one) => (one.kind === 'signs-in' ? (one.answeredBy ?? []) : []))
  const given = answered.find((one) => one === 'primary-refresh-token' || one === 'kerberos-ticket')
  if (given === undefined) return []
  const text = given === 'kerberos-ticket' ? 'ticket for the sign-in' : 'proof with the primary refresh token'
  return [{ kind: 'arrow', from: 'device', to: 'client', line: 'dashed', text }]
}
