import { factorsOf } from '../../catalog/method-ranks.ts'
import { type FactValue, type Known, missing } from '../../vocabulary/facts.ts'
import type { AuthenticationMethod, Combination } from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { methodAllowed } from './allowed-methods.ts'
import { methodPlace } from './method-place.ts'
import { isTelephony, telephonyServed } from './telephony.ts'

/** Whether a combination can be used at all, each answer by itself: allowed by the tenant, served by the vendor, here. */
export interface MethodAvailability {
  readonly methodKind: FactValue<'methodKind'>
  readonly methodAllowed: Known<'methodAllowed'>
  readonly methodServed: Known<'methodServed'>
  readonly methodPlace: Known<'methodPlace'>
}

/** What the tenant, the vendor and the device say about one combination of methods at this sign-in. */
export function availabilityOf(combination: Combination, context: LegContext): MethodAvailability {
  const methods = methodsOf(combination)
  return {
    methodKind: methodKind(combination),
    methodAllowed: allAllowed(methods, context),
    methodServed: served(methods, context),
    methodPlace: methodPlace(combination, context),
  }
}

/** What keeps one of the methods from being used; otherwise whether all of them are known to be allowed. */
function allAllowed(methods: readonly AuthenticationMethod[], { tenant, user }: LegContext): Known<'methodAllowed'> {
  const answers = methods.map((method) => methodAllowed(method, tenant, user))
  return answers.find((one) => one !== 'yes' && one !== missing) ?? (answers.includes(missing) ? missing : 'yes')
}

/** The methods that a combination is made of. */
// A combination is made of methods.
export const methodsOf = (combination: Combination) => combination.split(',') as readonly AuthenticationMethod[]

/** Text messages and calls end at one date for most people, and later for Global Administrators and external users. */
const served = (methods: readonly AuthenticationMethod[], context: LegContext): Known<'methodServed'> =>
  methods.some(isTelephony) ? telephonyServed(context) : 'yes'

const kinds: Readonly<Partial<Record<AuthenticationMethod, FactValue<'methodKind'>>>> = {
  fido2: 'passkey',
  windowsHelloForBusiness: 'hello',
  deviceBasedPush: 'phone-sign-in',
  microsoftAuthenticatorPush: 'notification',
  softwareOath: 'code',
  hardwareOath: 'code',
  sms: 'telephone',
  voice: 'telephone',
}

/** What a combination is besides a password, or the word of an identity provider. */
export function methodKind(combination: Combination): FactValue<'methodKind'> {
  if (combination === 'password') return 'password'
  const { first, second } = factorsOf(combination)
  // A text message alone is a sign-in of its own.
  if (combination === 'sms') return 'other'
  // The first factor of a combination of one is a method.
  return kinds[second ?? (first as AuthenticationMethod)] ?? 'other'
}
