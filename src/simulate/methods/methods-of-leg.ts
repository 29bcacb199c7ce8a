import { factorsOf, methodRanks } from '../../catalog/method-ranks.ts'
import { decide } from '../../rules/decide.ts'
import { copyOfFacts } from '../../rules/generated/fact-shape.ts'
import type { MethodEvidence, OpenMethods, RefusedMethods } from '../../trace/step.ts'
import type { SecondFactor } from '../../vocabulary/credentials.ts'
import type { LegFacts } from '../../vocabulary/facts.ts'
import { missing } from '../../vocabulary/facts.ts'
import { type AuthenticationMethod, type Combination, combinationNames } from '../../vocabulary/methods.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import type { Answers, RuleId } from '../../vocabulary/questions.ts'
import type { LegContext } from '../leg-context.ts'
import { cloudCombinations, combinationOf } from './cloud-method.ts'
import { methodFacts } from './method-facts.ts'
import { methodPlace } from './method-place.ts'
import { statedOf } from './stated-methods.ts'
import { systemPreferredFor } from './system-preferred.ts'

/** Combinations that are tried, each with the methods of it that a user registers. */
export const tried = combinationNames.map((combination) => ({
  combination,
  registered: combination.split(',').filter((method) => method !== 'password' && !method.startsWith('federated')),
}))

/** What a user presents on one leg, and why. */
export interface MethodsOfLeg {
  readonly presents?: Combination
  readonly admissible: readonly Combination[]
  readonly evidence: MethodEvidence
}

interface Sorted {
  readonly admits: ReadonlyMap<Combination, RuleId>
  readonly admissible: readonly Combination[]
  readonly refused: readonly RefusedMethods[]
  readonly open: readonly OpenMethods[]
}

/** What a user presents on a leg that an interactive sign-in with this second factor opens; undefined if the methods are not stated. */
export function methodsOfLeg(
  context: LegContext,
  facts: LegFacts,
  secondFactor: SecondFactor,
  policies: CombinedDecision | undefined,
): MethodsOfLeg | undefined {
  const { user, tenant, at } = context
  if (user.accountHome !== 'here') return undefined
  // A token of one factor is followed by another, which the user chooses as ever; so is one before a method is registered.
  const goesOn = secondFactor === 'asked' || strengthens(facts)
  const asked = context.answeredBy !== undefined && goesOn
  const methods = asked ? undefined : statedOf(context, facts)
  const used = methods && combinationOf(methods)
  const first = goesOn && used !== undefined && isNotEnough(used, context, facts, policies) ? used : undefined
  if (used !== undefined && first === undefined)
    return { presents: used, admissible: [used], evidence: { refused: [], open: [] } }
  if (user.methods === undefined) return undefined
  const sorted = goingOnFrom(first, sortCombinations(context, facts, policies))
  const preference = decide('method-preference', { systemPreferred: systemPreferredFor(tenant, user, at) })
  const firstAlone = context.answeredBy === undefined && endsWithFirst(facts, secondFactor)
  const choice = firstAlone ? withFirstFactorsAlone(sorted) : sorted
  const best = asksForOneFactor(context, choice)
    ? undefined
    : strengthens(facts)
      ? presentedBefore(context, facts, preference.answer)
      : presentedFirst(choice, facts, preference.answer)
  const presents = best !== undefined && passesBy(context, facts, best) ? undefined : best
  const { admits, admissible, refused, open } = sorted
  const shown = presents ?? admissible[0]
  const by = shown && (admits.get(shown) ?? admittedBefore(shown, context, facts))
  const evidence = { refused, open, preference: preference.rule, ...(by === undefined ? {} : { admits: by }) }
  return { admissible, evidence, ...(presents === undefined ? {} : { presents }) }
}

/** Whether methods that are presented do not suffice, so that others are asked for. */
function isNotEnough(
  used: Combination,
  context: LegContext,
  facts: LegFacts,
  policies: CombinedDecision | undefined,
): boolean {
  return decide('sign-in-method', methodFacts(used, context, facts, policies)).answer === 'not-enough'
}

/** After a first factor, the combinations that contain it; a method that replaces it, where there is none. */
function goingOnFrom(first: Combination | undefined, sorted: Sorted): Sorted {
  if (first === undefined) return sorted
  const admissible = sorted.admissible.filter((combination) => factorsOf(combination).first === first)
  return admissible.length === 0 ? sorted : { ...sorted, admissible }
}

/** Whether the user has to register a method that a strength admits, after MFA with those that it does not admit. */
const strengthens = ({ secondFactor, mfaRegistered }: LegFacts): boolean =>
  secondFactor === 'registration-required' && mfaRegistered === 'outside-strength'

/** The rule that lets a combination be presented before a method is registered that suffices. */
function admittedBefore(combination: Combination, context: LegContext, facts: LegFacts): RuleId {
  return decide('sign-in-method', { ...methodFacts(combination, context, facts, undefined), methodEnough: 'yes' }).rule
}

/** What a user presents who passes MFA before registering a method that a strength admits. */
function presentedBefore(
  context: LegContext,
  facts: LegFacts,
  preference: Answers['method-preference'] | undefined,
): Combination | undefined {
  const plain: LegFacts = { ...copyOfFacts(facts), secondFactor: 'required', mfaRegistered: 'yes' }
  return presentedFirst(sortCombinations(context, plain, undefined), plain, preference)
}

/**
 * Whether a combination replaces the password of a leg on which the password is sent to its own verifier first: the
 * user may present it instead, or after the password.
 */
function passesBy({ answeredBy }: LegContext, facts: LegFacts, combination: Combination): boolean {
  if (answeredBy !== undefined || facts.cloudMethod === 'yes' || !cloudCombinations.includes(combination)) return false
  return facts.homeRealm === 'federated' || facts.managedSignIn === 'pass-through'
}

/** Second factors that nobody is asked for on the leg: the sign-in ends with the first factor. */
const firstFactorEnds: ReadonlySet<SecondFactor> = new Set(['not-required', 'already-satisfied', 'bypassed'])

/** Whether nothing follows the first factor here; the provider of a custom control asks for what it likes, elsewhere. */
const endsWithFirst = (facts: LegFacts, secondFactor: SecondFactor): boolean =>
  firstFactorEnds.has(secondFactor) || facts.secondFactor === 'required-elsewhere'

function withFirstFactorsAlone(sorted: Sorted): Sorted {
  // The first factor of a combination is a combination by itself.
  const firsts = sorted.admissible.map((combination) => factorsOf(combination).first as Combination)
  return { ...sorted, admissible: [...new Set(firsts)] }
}

function sortCombinations(context: LegContext, facts: LegFacts, policies: CombinedDecision | undefined): Sorted {
  const admissible: Combination[] = []
  const admits = new Map<Combination, RuleId>()
  const refused: RefusedMethods[] = []
  const open: OpenMethods[] = []
  const own = context.user.methods ?? []
  for (const { combination, registered } of tried) {
    // Most people have few methods: the others are left out before they cost anything.
    if (!registered.every((method) => own.includes(method))) continue
    const {
      answer,
      rule,
      missing: lacking,
    } = decide('sign-in-method', methodFacts(combination, context, facts, policies))
    if (lacking !== undefined) open.push({ methods: combination, missing: lacking, rule })
    else if (answer === 'admissible') {
      admissible.push(combination)
      admits.set(combination, rule)
    }
    // What nobody registered is too much to list: everything that the person lacks.
    else if (answer !== 'not-registered') refused.push({ methods: combination, rule })
  }
  return { admits, admissible, refused, open }
}

/** The combination that is asked for; undefined if the user chooses, or something is open that would come first. */
function presentedFirst(
  { admissible, open }: Sorted,
  facts: LegFacts,
  preference: Answers['method-preference'] | undefined,
): Combination | undefined {
  const registers = facts.secondFactor === 'registration-required'
  if (registers) return inherentOf(facts)
  // A text message alone is for who types a telephone number instead of the name.
  const byName = admissible.filter((combination) => combination !== 'sms')
  if (open.some(({ methods }) => methods !== 'sms')) return undefined
  const [best, next] = byName.toSorted((one, other) => rankOf(one) - rankOf(other))
  if (best === undefined || next === undefined) return best
  const firsts = new Set(byName.map((combination) => factorsOf(combination).first))
  const clear = rankOf(best) < rankOf(next)
  // A lone Windows Hello may be passed over at the first factor.
  if (preference === 'by-rank') return clear && best !== 'windowsHelloForBusiness' ? best : undefined
  return preference === 'second-factor-by-rank' && firsts.size === 1 && clear ? best : undefined
}

/**
 * A first factor that ranks above the password and proves one factor alone: what follows it no page says, unless the only
 * combination that is admissible contains it.
 */
function asksForOneFactor(context: LegContext, { admissible, open }: Sorted): boolean {
  const { methods = [] } = context.user
  const [only, another] = open.length > 0 ? [] : admissible
  return (['qrCodePin', 'x509CertificateSingleFactor'] as const).some((method) => {
    if (!methods.includes(method) || methodPlace(method, context) === 'no-mobile-device') return false
    return another !== undefined || only?.split(',').includes(method) !== true
  })
}

/** The first factor of a user who has nothing but the password, which is then followed by registering. */
function inherentOf({ homeRealm }: LegFacts): Combination | undefined {
  if (homeRealm === undefined || homeRealm === missing) return undefined
  return homeRealm === 'federated' ? 'federatedSingleFactor' : 'password'
}

/** First factors by rank; those of equal first factor by the rank of the second. */
function rankOf(combination: Combination): number {
  const { first, second } = factorsOf(combination)
  // A first factor is a method, or a combination of one.
  const own = methodRanks[first as AuthenticationMethod] ?? worst
  return own * (worst + 1) + (second === undefined ? worst : (methodRanks[second] ?? worst))
}

const worst = Math.max(...Object.values(methodRanks)) + 1
