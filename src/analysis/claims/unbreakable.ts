import type { SessionVerdict } from '../../trace/step.ts'
import type { Claim, Condition } from './claim.ts'
import type { ClaimKey } from './keys.ts'

/** Keys that have exactly one value in a sign-in. */
const single: ReadonlySet<ClaimKey> = new Set<ClaimKey>(['verdict', 'success', 'client', 'purpose', 'network'])

/** The verdicts of each value of `success`. */
const verdictsOf: ReadonlyMap<string, readonly SessionVerdict['kind'][]> = new Map([
  ['yes', ['signs-in', 'several-credentials']],
  ['no', ['blocked', 'cannot-sign-in', 'refused']],
  ['conflict', ['conflict']],
])

/** Rewrites a condition on success as one on the verdict; an undetermined verdict is neither success nor failure. */
function asVerdict(condition: Condition): Condition {
  const { key, values, negated } = condition
  if (key !== 'success' || negated) return condition
  return { key: 'verdict', values: values.flatMap((value) => verdictsOf.get(value) ?? []), negated }
}

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((one) => all.includes(one))
const apart = (some: readonly string[], others: readonly string[]): boolean => !some.some((one) => others.includes(one))

/** Whether the first condition implies the second. Conditions on legs may refer to different legs. */
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

/** The message for a claim that no sign-in can violate. */
export const unbreakableWords =
  'the claim states the condition that selects its sign-ins, so no sign-in could violate it, and it does not assert anything'

/** Whether a claim asserts what it selects sign-ins by, so that none can violate it. */
export function isUnbreakable({ quantifier, where, says, exclusive }: Claim): boolean {
  if (says === 'loses-access' || exclusive === true) return false
  const chosen = where.map(asVerdict)
  const said = says.map(asVerdict)
  if (quantifier.kind === 'every') return said.every((one) => chosen.some((filter) => implies(filter, one)))
  if (quantifier.kind === 'no') return said.some((one) => chosen.some((filter) => excludes(filter, one)))
  return false
}
