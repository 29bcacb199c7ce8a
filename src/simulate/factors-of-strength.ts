import { canonicalCombination } from '../catalog/strengths.ts'
import { cacheByObject } from '../memory/cache-by-object.ts'
import type { AuthenticationStrength, ConditionalAccess } from '../tenant/conditional-access/model.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import { possiblyAdmits } from './conditional-access/controls-met.ts'
import type { GrantState } from './conditional-access/sign-in.ts'

/** What a strength asks of a person: more than one factor, one, or either by the methods that the sign-in uses. */
export type FactorsAsked = 'several' | 'one' | 'by-methods'

/** Combinations that prove one factor alone, lower-cased. */
const singleFactors: ReadonlySet<string> = new Set([
  'password',
  'federatedsinglefactor',
  'x509certificatesinglefactor',
  'sms',
  'qrcodepin',
])

/** What the person of a sign-in is known to have, and who checks the password. */
export interface FactorsOfPerson {
  readonly homeRealm: LegFacts['homeRealm']
  readonly grants?: GrantState | undefined
}

const firstFactorOf = (homeRealm: LegFacts['homeRealm']): string | undefined => {
  if (homeRealm === 'federated') return 'federatedsinglefactor'
  return homeRealm === 'managed' ? 'password' : undefined
}

/** Whether a person may have the methods of a combination; unstated methods may be any, and the first factor is fixed. */
function possible(combination: string, { homeRealm, grants }: FactorsOfPerson): boolean {
  const methods = combination.split(',')
  const first = firstFactorOf(homeRealm)
  const others = ['password', 'federatedsinglefactor'].filter((method) => first !== undefined && method !== first)
  if (methods.some((method) => others.includes(method))) return false
  const { availableMethods: available, registrableMethods: registrable = [] } = grants ?? {}
  if (available === undefined) return true
  const has = new Set([...available, ...registrable].map((method) => method.toLowerCase()))
  return methods.every((method) => has.has(method))
}

/** Whether a user who can pass MFA has no method that a strength admits, and could register one. */
export function isBeyondMethods(strength: Combinations, { grants }: FactorsOfPerson): boolean {
  return grants?.strengtheningMethods !== undefined && !possiblyAdmits(strength, grants)
}

/** What is known of a strength: the combinations it admits, and those that it narrows to certain keys. */
export type Combinations = Pick<AuthenticationStrength, 'allowedCombinations' | 'narrowed' | 'keys'>

type Policies = Pick<ConditionalAccess, 'policies' | 'authenticationStrengths'>

// Invariant: policies and strengths do not change.
const named = cacheByObject<Policies, ReadonlyMap<string, Combinations>>('strengths by id', 'policies')

/** The policies' own copies of strengths come before those of the tenant, and the first of each id counts. */
function byId({ policies, authenticationStrengths }: Policies): ReadonlyMap<string, Combinations> {
  const copies = policies.flatMap(({ grant }): readonly (readonly [string, Combinations])[] => {
    if (grant?.strength?.allowedCombinations === undefined) return []
    const { allowedCombinations, narrowed = new Set<string>(), keys, id } = grant.strength
    const own = keys === undefined ? {} : { keys }
    return [[id.toLowerCase(), { allowedCombinations, narrowed, ...own }]]
  })
  const own = authenticationStrengths.map((strength) => [strength.id.toLowerCase(), strength] as const)
  return new Map([...copies, ...own].reverse())
}

/** What is known of a strength that a control names: the policy's own copy of it, or the tenant's. */
export function strengthNamed(conditionalAccess: Policies, id: string): Combinations | undefined {
  return named(conditionalAccess, () => byId(conditionalAccess)).get(id.toLowerCase())
}

// Invariant: a list of combinations does not change.
const canonical = cacheByObject<readonly string[], readonly string[]>('combinations of a strength', 'combinations')

/** Combinations of a strength in one spelling, each at its place. */
export const canonicalCombinations = (allowed: readonly string[]): readonly string[] =>
  canonical(allowed, () => allowed.map(canonicalCombination))

/** How many factors a strength asks of a person: the first factor that it admits alone is enough for everyone who has it. */
export function factorsAsked({ allowedCombinations, narrowed }: Combinations, person: FactorsOfPerson): FactorsAsked {
  const combinations = canonicalCombinations(allowedCombinations)
  // The same for everyone: most strengths admit no factor alone.
  if (!combinations.some((combination) => singleFactors.has(combination))) return 'several'
  const first = firstFactorOf(person.homeRealm)
  if (first !== undefined && combinations.includes(first) && !narrowed.has(first)) return 'one'
  const can = combinations.filter((combination) => possible(combination, person))
  if (!can.some((combination) => singleFactors.has(combination))) return 'several'
  // Whether a text message signs this person in on its own is a setting that no file states.
  return can.every((combination) => singleFactors.has(combination) && combination !== 'sms') ? 'one' : 'by-methods'
}
