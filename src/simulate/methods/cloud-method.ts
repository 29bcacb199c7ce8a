import { factorsOf } from '../../catalog/method-ranks.ts'
import { canonicalCombination } from '../../catalog/strengths.ts'
import type { FactValue } from '../../vocabulary/facts.ts'
import { type Combination, combinationNames } from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { includesMethod, methodAllowed } from './allowed-methods.ts'
import { methodPlace } from './method-place.ts'
import { systemPreferredIn } from './system-preferred.ts'

const byMethods: ReadonlyMap<string, Combination> = new Map(
  combinationNames.map((combination) => [canonicalCombination(combination), combination]),
)

/** The combination of these methods; undefined if the vendor lists none. */
export function combinationOf(methods: readonly string[]): Combination | undefined {
  return byMethods.get(canonicalCombination(methods.join(',')))
}

/** The combinations that stand alone, the password and the identity provider's word aside. */
export const cloudCombinations = combinationNames.filter((combination) => {
  const { first, second } = factorsOf(combination)
  return second === undefined && first !== 'password' && !first.startsWith('federated')
})

/** Whether the first factor is known to be one that Microsoft Entra ID checks itself: it is presented, or asked for first. */
export function cloudMethodOf(context: LegContext): FactValue<'cloudMethod'> {
  const { request, user, tenant, at } = context
  if (user.accountHome !== 'here') return 'no'
  if (context.answeredBy === 'primary-refresh-token' || context.answeredBy === 'kerberos-ticket') return 'yes'
  const { methods } = request.signals
  if (methods !== undefined) {
    const presented = combinationOf(methods)
    return presented !== undefined && cloudCombinations.includes(presented) ? 'yes' : 'no'
  }
  if (user.methods === undefined || user.domain?.authentication === 'federated') return 'no'
  if (systemPreferredIn(tenant, at) !== 'both-factors') return 'no'
  return askedFirst(context, user.methods) ? 'yes' : 'no'
}

// A lone Windows Hello may be passed over; what proves one factor alone may be followed by a second one.
const provesBothFactors: ReadonlySet<string> = new Set([
  'temporaryAccessPassOneTime',
  'temporaryAccessPassMultiUse',
  'fido2',
  'x509CertificateMultiFactor',
  'deviceBasedPush',
])

/** Whether one of the registered methods ranks above the password at the first factor, and can be presented here. */
function askedFirst(context: LegContext, registered: readonly string[]): boolean {
  const own = cloudCombinations.filter(
    (combination) =>
      provesBothFactors.has(combination) &&
      includesMethod(registered, combination) &&
      methodAllowed(combination, context.tenant, context.user) === 'yes',
  )
  return own.some((combination) => methodPlace(combination, context) === 'fits')
}
