import { globalAdministrator } from '../../catalog/roles.ts'
import type { User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { LegContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'

/** Whether a method is a text message or a call. */
export const isTelephony = (method: string): boolean => /^(?:sms|voice)$/i.test(method)

/** Whether the vendor still delivers text messages and calls to a person. */
export function telephonyServed({
  tenant,
  at,
  user,
}: Pick<LegContext, 'tenant' | 'at'> & {
  readonly user: Partial<Pick<User, 'kind' | 'otherwise' | 'accountHome' | 'roles'>>
}): Known<'methodServed'> {
  const ended = (subject: 'sms-and-voice' | 'sms-and-voice-later'): Known<'methodServed'> => {
    const change = changeInForce(tenant, at, 'authentication-method', subject)
    if (change === missing) return missing
    return change !== undefined && rolloutOf(tenant, change, at) !== 'opted-out' ? 'no' : 'yes'
  }
  const [early, late] = [ended('sms-and-voice'), ended('sms-and-voice-later')]
  if (early === late) return early
  if (user.kind === 'guest' && user.accountHome !== 'here') return late
  const asMember = user.roles === undefined ? missing : user.roles.has(globalAdministrator) ? late : early
  const perhapsGuest = user.otherwise !== undefined && user.accountHome !== 'here'
  return perhapsGuest && asMember !== late ? missing : asMember
}
