import { factorsOf } from '../../catalog/method-ranks.ts'
import { type Decision, decide } from '../../rules/decide.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import {
  type AuthenticationMethod,
  type Combination,
  combinationNames,
  methodsForMfa,
} from '../../vocabulary/methods.ts'
import type { LegContext } from '../leg-context.ts'
import { isUntrustedOutsider } from '../trust-of-home.ts'
import { givenSignals } from '../watched-signals.ts'
import { includesMethod } from './allowed-methods.ts'
import { combinationOf } from './cloud-method.ts'
import { availabilityOf, methodKind, methodsOf } from './method-availability.ts'
import { isRegistered } from './method-facts.ts'
import { methodPlace } from './method-place.ts'
import { signsInByText } from './sign-in-by-text.ts'

/** Stated methods that cannot be presented, or of which that is open. */
export interface StatedFailure {
  readonly combination: Combination
  readonly decision: Decision<'sign-in-method'>
  /** Whether the first factor passes and a method after it fails. */
  readonly afterFirst: boolean
}

/** The methods stated of a sign-in, with the password of a federated user under its name in Graph. */
export function statedOf({ request }: LegContext, { homeRealm }: LegFacts): readonly string[] | undefined {
  // Invariant: a proof that tries methods leaves out those that fail here, so nothing depends on those that nobody states.
  const { methods } = givenSignals(request.signals)
  if (methods === undefined || homeRealm !== 'federated') return methods
  return methods.map((method) => (method.toLowerCase() === 'password' ? 'federatedSingleFactor' : method))
}

/**
 * Why what a sign-in states to present cannot be presented here, as the rules say of every combination: nobody has
 * registered it, a policy or the vendor has switched it off, the device or the client cannot do it. Whether it is enough is
 * for the policies, which ask for more.
 */
export function statedFailure(context: LegContext, facts: LegFacts): StatedFailure | undefined {
  const stated = statedOf(context, facts)
  if (stated === undefined || context.answeredBy !== undefined) return undefined
  const combinations = combinationsIn(stated)
  const failures = stated.flatMap((method) => failureOf(method, combinations, context, facts) ?? [])
  return failures.find(({ decision }) => decision.missing === undefined) ?? failures[0]
}

/** The combination that methods are; otherwise all that can be made of them. */
function combinationsIn(stated: readonly string[]): readonly Combination[] {
  const whole = combinationOf(stated)
  if (whole !== undefined) return [whole]
  return combinationNames.filter((combination) => methodsOf(combination).every((one) => includesMethod(stated, one)))
}

/** What keeps a method from being presented in any of these combinations; undefined if none of them contains it. */
function failureOf(
  method: string,
  combinations: readonly Combination[],
  context: LegContext,
  facts: LegFacts,
): StatedFailure | undefined {
  const judged = combinations
    .filter((combination) => includesMethod(methodsOf(combination), method))
    .map((combination) => ({ combination, decision: judge(combination, context, facts) }))
  if (judged.some(({ decision }) => decision.answer === 'admissible')) return undefined
  const worst = judged.find(({ decision }) => decision.missing === undefined) ?? judged[0]
  return worst && { ...worst, afterFirst: isAfterFirst(worst.combination, context, facts) }
}

/** Whether the first factor of a combination that fails passes by itself. */
function isAfterFirst(combination: Combination, context: LegContext, facts: LegFacts): boolean {
  const { first, second } = factorsOf(combination)
  // The first factor of a combination is a combination by itself.
  return second !== undefined && judge(first as Combination, context, facts).answer === 'admissible'
}

const judge = (combination: Combination, context: LegContext, facts: LegFacts): Decision<'sign-in-method'> =>
  decide('sign-in-method', {
    ...(countsHere(context, facts)
      ? { methodRegistered: registered(combination, context, facts), ...availabilityOf(combination, context) }
      : { ...elsewhere, methodKind: methodKind(combination), methodPlace: methodPlace(combination, context) }),
    methodEnough: 'yes',
  })

/** What was done at the home tenant of a guest is for that tenant to allow; the device is the same. */
const elsewhere = { methodRegistered: 'yes', methodAllowed: 'yes', methodServed: 'yes' } as const

/** Whether methods are given to this tenant: by a guest who met a demand for MFA that nobody takes the home's word for. */
const countsHere = ({ tenant, user }: LegContext, { policyDemandsMfa }: LegFacts): boolean =>
  user.accountHome === 'here' || (policyDemandsMfa === 'met' && isUntrustedOutsider(tenant, user))

function registered(combination: Combination, context: LegContext, facts: LegFacts): Known<'methodRegistered'> {
  const found = methodsOf(combination).map((method) => registeredOne(method, context, facts))
  if (found.includes('no')) return 'no'
  if (found.includes(missing)) return missing
  return combination === 'sms' ? signsInByText(context) : 'yes'
}

/** A person whose methods the file does not state has what the sign-in states, unless nothing is registered for MFA. */
function registeredOne(method: AuthenticationMethod, { user }: LegContext, facts: LegFacts): Known<'methodRegistered'> {
  if (user.accountHome !== 'here' && method === 'password') return 'yes'
  if (method.startsWith('federated')) return byProvider(method, facts)
  if (method === 'password' || user.methods !== undefined) return isRegistered(method, user, facts) ? 'yes' : 'no'
  return user.mfaRegistered === false && methodsForMfa.includes(method) ? 'no' : 'yes'
}

/** The word of an identity provider is brought by those who have one, about MFA if it performs any. */
function byProvider(method: AuthenticationMethod, { homeRealm, idpPerformsMfa }: LegFacts): Known<'methodRegistered'> {
  if (homeRealm === missing || homeRealm === undefined) return missing
  if (homeRealm !== 'federated') return 'no'
  return method === 'federatedMultiFactor' && idpPerformsMfa === 'no' ? 'no' : 'yes'
}
