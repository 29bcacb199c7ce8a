import { factorsOf } from '../../catalog/method-ranks.ts'
import { canonicalCombination } from '../../catalog/strengths.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import { type Combination, combinationNames } from '../../vocabulary/methods.ts'
import { ruleAnswer } from '../facts/access-rules.ts'
import type { LegContext } from '../leg-context.ts'
import { type Part, partOfLeg } from '../watched-signals.ts'
import { includesMethod, methodAllowed } from './allowed-methods.ts'
import { methodPlace } from './method-place.ts'
import { systemPreferredFor } from './system-preferred.ts'

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

const ofMethods: Part = { name: 'cloud', reads: ['methods'] }

/**
 * Whether the first factor is known to be one that Microsoft Entra ID checks itself: it is presented, or asked for first.
 * Open for a user whose password no longer works on-premises, and who may present another method instead of it.
 */
export const cloudMethodOf = (context: LegContext): Known<'cloudMethod'> => partOfLeg(context, ofMethods, cloudMethod)

function cloudMethod(context: LegContext): Known<'cloudMethod'> {
  const { request, user, tenant, at } = context
  if (user.accountHome !== 'here') return 'no'
  if (context.answeredBy === 'primary-refresh-token' || context.answeredBy === 'kerberos-ticket') return 'yes'
  const { methods } = request.signals
  if (methods !== undefined) {
    const presented = combinationOf(methods)
    return presented !== undefined && cloudCombinations.includes(presented) ? 'yes' : 'no'
  }
  if (user.methods === undefined) return 'no'
  const chosen = passwordFails(context) && canPresent(context, provesBothFactors) ? missing : 'no'
  if (user.domain?.authentication === 'federated')
    return hasPass(context) && !enforcedElsewhere(context) ? 'yes' : chosen
  if (systemPreferredFor(tenant, user, at) !== 'both-factors') return chosen
  return canPresent(context, provesBothFactors) ? 'yes' : 'no'
}

/**
 * Whether the identity provider is to perform MFA before Windows Hello for Business is set up: a pass is not accepted then.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
 */
const enforcedElsewhere = ({ request, user }: LegContext): boolean =>
  request.purpose === 'set-up-hello' && user.domain?.federatedIdpMfaBehavior === 'enforceMfaByFederatedIdp'

/** States of an account on-premises that stop its password there, and of which Microsoft Entra ID does not hear. */
const unheard: ReadonlySet<string> = new Set(['locked', 'expired', 'password-expired', 'outside-logon-hours'])

/**
 * Whether the password of a user is checked on-premises, where the account cannot be used now, nobody can be reached, or an
 * access rule of the identity provider denies the sign-in.
 */
function passwordFails(context: LegContext): boolean {
  const { user, network } = context
  const { domain, account, synced } = user
  const provider = domain?.identityProvider
  if (provider?.reachableFromInternet === false && !network.inside) return true
  if (provider !== undefined && ruleAnswer(context, provider, 'modern') === 'deny') return true
  const onPremises = domain?.authentication === 'federated' || domain?.managedSignIn === 'pass-through'
  return synced && onPremises && account.onPremises !== undefined && unheard.has(account.onPremises)
}

/** Whether a federated user is assumed to be redirected before a method that ranks above the password is asked for. */
export function redirectsBeforeMethods(context: LegContext, { homeRealm, cloudMethod, flowClass }: LegFacts): boolean {
  if (homeRealm !== 'federated' || cloudMethod === 'yes' || flowClass !== 'interactive') return false
  const { request, user, tenant, at, answeredBy } = context
  if (answeredBy !== undefined || request.signals.methods !== undefined) return false
  return systemPreferredFor(tenant, user, at) === 'both-factors' && canPresent(context, provesBothFactors)
}

/**
 * Whether the user has a pass: it is preferred over federation, whatever else is registered.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
 */
const hasPass = (context: LegContext): boolean => canPresent(context, passes)

const passes: ReadonlySet<string> = new Set(['temporaryAccessPassOneTime', 'temporaryAccessPassMultiUse'])

// A lone Windows Hello may be passed over; what proves one factor alone may be followed by a second one.
const provesBothFactors: ReadonlySet<string> = new Set([
  ...passes,
  'fido2',
  'x509CertificateMultiFactor',
  'deviceBasedPush',
])

/** Whether the user has registered one of these methods, and can present it here. */
function canPresent(context: LegContext, methods: ReadonlySet<string>): boolean {
  const registered = context.user.methods ?? []
  const own = cloudCombinations.filter(
    (combination) =>
      methods.has(combination) &&
      includesMethod(registered, combination) &&
      methodAllowed(combination, context.tenant, context.user) === 'yes',
  )
  return own.some((combination) => methodPlace(combination, context) === 'fits')
}
