import { globalAdministrator } from '../../catalog/roles.ts'
import type { User } from '../../tenant/tenant.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { AuthenticationMethod, Combination } from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { changeInForce, rolloutOf } from '../vendor-state.ts'
import { isAllowed } from './allowed-methods.ts'
import { methodPlace } from './method-place.ts'

/** Whether a combination can be used at all, each answer by itself: allowed by the tenant, served by the vendor, here. */
export interface MethodAvailability {
  readonly methodAllowed: Known<'methodAllowed'>
  readonly methodServed: Known<'methodServed'>
  readonly methodPlace: Known<'methodPlace'>
}

/** What the tenant, the vendor and the device say about one combination of methods at this sign-in. */
export function availabilityOf(combination: Combination, context: LegContext): MethodAvailability {
  const methods = methodsOf(combination)
  return {
    methodAllowed: methods.every((method) => isAllowed(method, context.tenant)) ? 'yes' : 'no',
    methodServed: served(methods, context),
    methodPlace: methodPlace(combination, context),
  }
}

/** The methods that a combination is made of. */
// A combination is made of methods.
export const methodsOf = (combination: Combination) => combination.split(',') as readonly AuthenticationMethod[]

/** Text messages and calls end at one date for most people, and later for Global Administrators and external users. */
const served = (methods: readonly AuthenticationMethod[], context: LegContext): Known<'methodServed'> =>
  methods.some(isTelephony) ? telephonyServed(context) : 'yes'

/** Whether a method is a text message or a call. */
export const isTelephony = (method: string): boolean => /^(?:sms|voice)$/i.test(method)

/** Whether the vendor still delivers text messages and calls to a person. */
export function telephonyServed({
  tenant,
  at,
  user,
}: Pick<LegContext, 'tenant' | 'at'> & {
  readonly user: Partial<Pick<User, 'kind' | 'accountHome' | 'roles'>>
}): Known<'methodServed'> {
  const ended = (subject: 'sms-and-voice' | 'sms-and-voice-later'): Known<'methodServed'> => {
    const change = changeInForce(tenant, at, 'authentication-method', subject)
    if (change === missing) return missing
    return change !== undefined && rolloutOf(tenant, change, at) !== 'opted-out' ? 'no' : 'yes'
  }
  const [early, late] = [ended('sms-and-voice'), ended('sms-and-voice-later')]
  if (early === late) return early
  if (user.kind === 'guest' && user.accountHome !== 'here') return late
  return user.roles === undefined ? missing : user.roles.has(globalAdministrator) ? late : early
}
