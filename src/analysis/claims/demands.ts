import { multifactorStrengthId } from '../../tenant/conditional-access/built-in-strengths.ts'
import type { AuthenticationStrength, Policy, PolicyGrant } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { CombinedDecision, OpenClause, PolicyOutcome } from '../../vocabulary/policies.ts'
import { nothing, only, type Reading } from './reading.ts'

/** The word for a strength among controls. */
export const strengthWord = (id: string): string => `authenticationStrength:${id}`

/** What a grant demands, in Graph's terms: all clauses must hold, any one control meets a clause. */
export function clausesOfGrant({ operator, controls, strength, termsOfUse, customFactors }: PolicyGrant) {
  const words: readonly string[] = [
    ...controls,
    ...(strength === undefined ? [] : [strengthWord(strength.id)]),
    ...termsOfUse.map((id) => `termsOfUse:${id}`),
    ...customFactors.map((id) => `customAuthenticationFactor:${id}`),
  ]
  if (words.length === 0) return []
  return operator === 'OR' ? [words] : words.map((word) => [word])
}

/** The combinations that a strength admits; undefined if it is not known. */
function combinationsOf(word: string, strengths: readonly AuthenticationStrength[]): ReadonlySet<string> | undefined {
  const found = strengths.find(({ id }) => strengthWord(id) === word)
  return found === undefined ? undefined : new Set(found.allowedCombinations.map((one) => one.toLowerCase()))
}

/** Whether meeting the first control always meets the second. */
export function implies(one: string, other: string, strengths: readonly AuthenticationStrength[]): boolean {
  if (one === other) return true
  if (!one.startsWith('authenticationStrength:')) return false
  // A custom strength can admit a single factor, which does not satisfy `mfa`.
  const wanted = other === 'mfa' ? strengthWord(multifactorStrengthId) : other
  const [narrow, wide] = [combinationsOf(one, strengths), combinationsOf(wanted, strengths)]
  if (narrow === undefined || wide === undefined || narrow.size === 0) return false
  return [...narrow].every((combination) => wide.has(combination))
}

/** Candidate controls that every alternative of a clause implies. */
function demandedBy(clause: readonly string[], candidates: readonly string[], tenant: Tenant): readonly string[] {
  const { authenticationStrengths: strengths } = tenant.conditionalAccess
  return candidates.filter((wanted) => clause.every((control) => implies(control, wanted, strengths)))
}

const controlsOf = (policies: readonly Policy[], tenant: Tenant): readonly string[] =>
  controlsIn(
    policies.flatMap(({ grant }) => (grant === undefined ? [] : clausesOfGrant(grant))),
    tenant,
  )

function controlsIn(clauses: readonly (readonly string[])[], tenant: Tenant): readonly string[] {
  const known = tenant.conditionalAccess.authenticationStrengths.map(({ id }) => strengthWord(id))
  const candidates = [...new Set(['mfa', ...known, ...clauses.flat()])]
  return [...new Set(clauses.flatMap((clause) => demandedBy(clause, candidates, tenant)))]
}

/**
 * The controls that the policies of a leg require, whether already met or not; an alternative among several is not
 * required.
 */
export function demandsOf(tenant: Tenant, outcomes: readonly PolicyOutcome[]): Reading {
  if (outcomes.length === 0) return nothing
  const { policies } = tenant.conditionalAccess
  // Outcomes come in the order of the file, as the policies do.
  const having = (effect: PolicyOutcome['effect']): readonly Policy[] =>
    policies.filter((_, index) => outcomes[index]?.effect === effect)
  const sure = having('applies')
  const values = controlsOf(sure, tenant)
  const perhaps = having('signal-dependent')
  const unknown = [...sure, ...perhaps].some(({ notUnderstood }) => notUnderstood.length > 0)
  if (perhaps.length === 0 && !unknown) return { values }
  const missing = outcomes.flatMap(({ missing: facts }) => facts ?? [])
  return { values, maybe: { values: unknown ? 'any' : controlsOf([...sure, ...perhaps], tenant), missing } }
}

/** The policies that apply to a leg; undetermined for those that depend on a missing signal. */
export function appliesOf(outcomes: readonly PolicyOutcome[]): Reading {
  const named = (effect: PolicyOutcome['effect']): readonly string[] =>
    outcomes.flatMap((outcome) => (outcome.effect === effect ? [outcome.policy] : []))
  const perhaps = named('signal-dependent')
  if (perhaps.length === 0) return { values: named('applies') }
  const missing = outcomes.flatMap(({ missing: facts }) => facts ?? [])
  return { values: named('applies'), maybe: { values: perhaps, missing } }
}

/** The word for blocked access in the list of required controls. */
export const blockWord = 'block'

/**
 * The controls that policies still require of a sign-in, without those it has met; an alternative among several is not
 * required.
 */
export function requiredOf(
  tenant: Tenant,
  decided: CombinedDecision | undefined,
  openClauses: readonly OpenClause[] = [],
): Reading {
  if (decided === undefined) return only('nothing')
  if (decided.decision === 'undetermined')
    return { values: [], maybe: { values: 'any', missing: decided.missing ?? [] } }
  if (openClauses.length > 0) return requiredAtLeast(tenant, decided.required, openClauses)
  if (decided.decision === 'block') return only(blockWord)
  return decided.required.length === 0 ? only('nothing') : { values: controlsIn(decided.required, tenant) }
}

/** What is certainly still required, and what may be in addition: an undetermined clause is either unmet or met. */
function requiredAtLeast(
  tenant: Tenant,
  required: CombinedDecision['required'],
  openClauses: readonly OpenClause[],
): Reading {
  const sure = required.filter((clause) => openClauses.every((open) => open.clause !== clause))
  const all = controlsIn(required, tenant)
  return {
    values: controlsIn(sure, tenant),
    maybe: {
      values: sure.length > 0 ? all : [...all, 'nothing'],
      missing: [...new Set(openClauses.flatMap(({ missing }) => missing))],
    },
  }
}
