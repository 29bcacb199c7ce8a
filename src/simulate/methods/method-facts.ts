import { canonicalCombination, externalCombination } from '../../catalog/strengths.ts'
import { multifactorStrengthId } from '../../tenant/conditional-access/built-in-strengths.ts'
import type { Tenant, User } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { AuthenticationMethod, Combination } from '../../vocabulary/methods.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import { keysAdmitted, keysOf } from '../conditional-access/narrowed-keys.ts'
import { type Combinations, canonicalCombinations, strengthNamed } from '../factors-of-strength.ts'
import type { LegContext } from '../leg-context.ts'
import { includesMethod } from './allowed-methods.ts'
import { availabilityOf, methodsOf } from './method-availability.ts'
import { signsInByText } from './sign-in-by-text.ts'

type Keys = Pick<User, 'passkeys'>

const strengthPrefix = 'authenticationStrength:'

/** What rules can read about one combination of methods at this sign-in. */
export function methodFacts(
  combination: Combination,
  context: LegContext,
  facts: LegFacts,
  policies: CombinedDecision | undefined,
): LegFacts {
  const registered = methodsOf(combination).every((method) => isRegistered(method, context.user, facts))
  // Alone, a text message is a sign-in that the policy has to set up for the number.
  const alone = combination === 'sms' ? signsInByText(context) : 'yes'
  return {
    methodRegistered: registered ? alone : 'no',
    ...availabilityOf(combination, context),
    methodEnough: enough(combination, context, facts, policies),
  }
}

/** Whether a method is one that the user has, the word of an identity provider included. */
export function isRegistered(method: AuthenticationMethod, user: User, facts: LegFacts): boolean {
  const federated = facts.homeRealm === 'federated'
  switch (method) {
    case 'password':
      return !federated
    case 'federatedSingleFactor':
      return federated
    case 'federatedMultiFactor':
      return federated && facts.idpPerformsMfa === 'yes' && facts.federatedIdpMfaBehavior !== 'rejectMfaByFederatedIdp'
    default:
      return includesMethod(user.methods, method)
  }
}

/** Whether the combination proves what is demanded: a strength by name, or MFA. */
function enough(
  combination: Combination,
  { tenant, user }: LegContext,
  { secondFactor }: LegFacts,
  policies: CombinedDecision | undefined,
): Known<'methodEnough'> {
  const demanded = (policies?.required ?? []).filter((clause) => clause.some((word) => word.startsWith(strengthPrefix)))
  for (const clause of demanded) {
    const passes = admittedBy(clause, combination, tenant, user)
    if (passes !== 'yes') return passes
  }
  if (combination === externalCombination) return externalEnough(secondFactor, policies)
  // A strength may be content with one factor where something else demands a second.
  if (secondFactor === 'required' && !isMultifactor(combination, tenant)) return 'single-factor'
  if (demanded.length > 0 || secondFactor !== 'may-be-required') return 'yes'
  return isMultifactor(combination, tenant) ? 'yes' : missing
}

const demandsMfa = (policies: CombinedDecision | undefined): boolean =>
  policies?.required.some((clause) => clause.includes('mfa')) === true

/** An external method satisfies policies that require MFA; of other demands its page says nothing. */
function externalEnough(
  secondFactor: LegFacts['secondFactor'],
  policies: CombinedDecision | undefined,
): Known<'methodEnough'> {
  return secondFactor === 'not-required' || demandsMfa(policies) ? 'yes' : missing
}

function admittedBy(
  clause: readonly string[],
  combination: Combination,
  tenant: Tenant,
  user: Keys,
): Known<'methodEnough'> {
  if (clause.includes('mfa') && (combination === externalCombination || isMultifactor(combination, tenant)))
    return 'yes'
  const found = clause
    .flatMap((word) => strengthsOf(tenant, word))
    .map((strength) => admits(strength, combination, user))
  if (found.includes('yes')) return 'yes'
  return found.includes(missing) ? missing : 'outside-strength'
}

function strengthsOf({ conditionalAccess }: Tenant, word: string): readonly Combinations[] {
  if (!word.startsWith(strengthPrefix)) return []
  const strength = strengthNamed(conditionalAccess, word.slice(strengthPrefix.length))
  return strength === undefined ? [] : [strength]
}

/** A combination narrowed to certain keys passes or not by the key, which a user may state. */
function admits(strength: Combinations, combination: Combination, user: Keys): Known<'methodEnough'> {
  const { allowedCombinations } = strength
  const wanted = canonicalCombination(combination)
  const found = allowedCombinations[canonicalCombinations(allowedCombinations).indexOf(wanted)]
  if (found === undefined) return 'outside-strength'
  const keys = keysAdmitted(strength, found, keysOf(user.passkeys))
  if (keys === 'none') return 'outside-strength'
  return keys === 'unknown' ? missing : 'yes'
}

function isMultifactor(combination: Combination, { conditionalAccess }: Tenant): boolean {
  const multifactor = conditionalAccess.authenticationStrengths.find(({ id }) => id === multifactorStrengthId)
  return multifactor !== undefined && admits(multifactor, combination, {}) === 'yes'
}
