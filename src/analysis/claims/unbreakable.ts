import type { SessionVerdict } from '../../trace/step.ts'
import type { Claim, Condition } from './claim.ts'
import type { ClaimKey } from './keys.ts'

/** Keys that have exactly one value in a sign-in. */
const single: ReadonlySet<ClaimKey> = new Set<ClaimKey>(['verdict', 'success', 'client', 'purpose', 'network'])

/** The verdicts behind each value of success. */
const verdictsOf: ReadonlyMap<string, readonly SessionVerdict['kind'][]> = new Map([
  ['yes', ['signs-in', 'several-credentials']],
  ['no', ['blocked', 'cannot-sign-in', 'refused']],
  ['conflict', ['conflict']],
])

/** What a condition on success says of the verdict; what is undetermined is neither of success nor without it. */
function asVerdict(condition: Condition): Condition {
  const { key, values, negated } = condition
  if (key !== 'success' || negated) return condition
  return { key: 'verdict', values: values.flatMap((value) => verdictsOf.get(value) ?? []), negated }
}

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one))
const apart = (some: readonly string[], others: readonly string[]): boolean => !some.some((one) => others.includes(one))

/** Whether whatever meets the first condition meets the second; of what is said of legs, another leg may be meant. */
function implies(one: Condition, other: Condition): boolean {
  if (one.key !== other.key) return false
  if (!one.negated && !other.negated) return within(one.values, other.values)
  if (!single.has(one.key)) return false
  if (one.negated) return other.negated && within(other.values, one.values)
  return apart(one.values, other.values)
}

/** Whether nothing that meets the first condition meets the second. */
function excludes(one: Condition, other: Condition): boolean {
  if (one.key !== other.key || !single.has(one.key)) return false
  if (one.negated) return !other.negated && within(other.values, one.values)
  return other.negated ? within(one.values, other.values) : apart(one.values, other.values)
}

/** Why a claim that no sign-in could break asserts nothing. */
export const unbreakableWords =
  'the claim states the condition that selects its sign-ins, so no sign-in could violate it, and it does not assert anything'

/** Whether what a claim says of sign-ins is what it chooses them by, so that none could break it. */
export function isUnbreakable({ quantifier, where, says, exclusive }: Claim): boolean {
  if (says === 'loses-access' || exclusive === true) return false
  const chosen = where.map(asVerdict)
  const said = says.map(asVerdict)
  if (quantifier.kind === 'every') return said.every((one) => chosen.some((filter) => implies(filter, one)))
  if (quantifier.kind === 'no') return said.some((one) => chosen.some((filter) => excludes(filter, one)))
  return false
}
