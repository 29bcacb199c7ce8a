import { canonicalCombination } from '../catalog/strengths.ts'
import type { AuthenticationStrength, ConditionalAccess } from '../tenant/conditional-access/model.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
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
  readonly grants?: Pick<GrantState, 'availableMethods' | 'registrableMethods'> | undefined
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

/** What is known of a strength that a control names: the policy's own copy of it, or the tenant's. */
export function strengthNamed(
  { policies, authenticationStrengths }: Pick<ConditionalAccess, 'policies' | 'authenticationStrengths'>,
  id: string,
): Pick<AuthenticationStrength, 'allowedCombinations' | 'narrowed'> | undefined {
  const wanted = id.toLowerCase()
  for (const { grant } of policies) {
    const { allowedCombinations, narrowed = new Set<string>(), id: own } = grant?.strength ?? { id: '' }
    if (allowedCombinations !== undefined && own.toLowerCase() === wanted) return { allowedCombinations, narrowed }
  }
  return authenticationStrengths.find((strength) => strength.id.toLowerCase() === wanted)
}

/** How many factors a strength asks of a person: the first factor that it admits alone is enough for everyone who has it. */
export function factorsAsked(
  { allowedCombinations, narrowed }: Pick<AuthenticationStrength, 'allowedCombinations' | 'narrowed'>,
  person: FactorsOfPerson,
): FactorsAsked {
  const admitted = allowedCombinations
    .filter((combination) => !narrowed.has(combination.toLowerCase()))
    .map((combination) => canonicalCombination(combination).toLowerCase())
  const first = firstFactorOf(person.homeRealm)
  if (first !== undefined && admitted.includes(first)) return 'one'
  const can = allowedCombinations
    .map((combination) => canonicalCombination(combination).toLowerCase())
    .filter((combination) => possible(combination, person))
  if (!can.some((combination) => singleFactors.has(combination))) return 'several'
  // Whether a text message signs this person in on its own is a setting that no file states.
  return can.every((combination) => singleFactors.has(combination) && combination !== 'sms') ? 'one' : 'by-methods'
}
