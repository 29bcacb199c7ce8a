import { overlap } from '../../classes/bitmap.ts'
import { indexesOf, type Mask, setBit, without } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/play-sets.ts'
import type { Trace } from '../../trace/step.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { SweptUsers } from './crowd.ts'
import type { Played } from './played.ts'
import { type ByPolicies, byPolicies, concernedBy, isOpenByPolicies, possiblyDeciding } from './policies-behind.ts'

/** Policies that decide where another one applies, by name in the order in which they are found, and by index. */
export interface Instead {
  readonly policy: PolicyName
  readonly names: Set<string>
  /** With the other one itself. */
  readonly mask: Mask
}

/** A leg, and by which policies it is decided for whom, found when asked for. */
export interface LegDecided {
  readonly of: PoliciesOfLeg | undefined
  readonly trace: Trace
  readonly found: () => readonly ByPolicies[]
}

/** Whether a policy that is not known to decide where another one applies may decide the leg of a user. */
function mayDecideBesides(of: PoliciesOfLeg, { kind, users }: Played, trace: Trace, known: Mask): boolean {
  const [policies, how] = isOpenByPolicies(trace)
    ? ([of.reached.perhaps, 'possible'] as const)
    : ([possiblyDeciding(of), 'certain'] as const)
  return indexesOf(without(policies, known)).some((index) => overlap(users, concernedBy(of, kind, index, how)))
}

/** The users of a sign-in by the policies that decide a leg. */
export type DecidingBook = (played: Played, leg: number, trace: Trace) => readonly ByPolicies[]

/** Finds it once for all policies that are watched. */
export function decidingBook(crowd: SweptUsers): DecidingBook {
  let of: Played['traces'] | undefined
  let known: (readonly ByPolicies[])[] = []
  return (played, leg, trace) => {
    if (played.traces !== of) known = []
    of = played.traces
    const found = known[leg] ?? byPolicies(crowd, played, leg, trace)
    known[leg] = found
    return found
  }
}

/** Adds the policies that decide a leg of users whom the policy concerns. */
export function addDeciding({ policy, names: instead, mask }: Instead, concerned: Played, leg: LegDecided): void {
  const { of, trace, found } = leg
  const isKnown = (name: PolicyName): boolean => name === policy || instead.has(name)
  const known = trace.conditionalAccess?.policies.every(isKnown) !== false
  if (known && (of === undefined || !mayDecideBesides(of, concerned, trace, mask))) return
  for (const { policies, users } of found()) {
    if (policies.every(isKnown) || !overlap(users, concerned.users)) continue
    for (const name of policies) {
      if (name !== policy) instead.add(name)
      const index = of?.compiled.policies.findIndex((one) => one.name === name) ?? -1
      if (index >= 0) setBit(mask, index)
    }
  }
}
