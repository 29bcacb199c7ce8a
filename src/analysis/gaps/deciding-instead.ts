import { type Bitmap, overlap, overlapBeyond, overlapOfAll } from '../../classes/bitmap.ts'
import { eachIndex, indexesOf, type Mask, setBit, without } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Trace } from '../../trace/step.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { SweptUsers } from './crowd.ts'
import type { Played } from './played.ts'
import {
  concernedBy,
  concernedByAny,
  type DecidedBy,
  decidedBy,
  isOpenByPolicies,
  possiblyDeciding,
} from './policies-behind.ts'

/** Policies that decide where another one applies, by name in the order in which they are found, and by index. */
export interface Instead {
  readonly policy: PolicyName
  readonly names: Set<string>
  /** With the other one itself. */
  readonly mask: Mask
}

/** A leg, and by which policies it is decided, found when asked for. */
export interface LegDecided {
  readonly of: PoliciesOfLeg | undefined
  readonly trace: Trace
  readonly found: () => DecidedLeg
}

/** Whether a policy that is not known to decide where another one applies may decide the leg of a user. */
function mayDecideBesides(of: PoliciesOfLeg, { kind, users }: Played, trace: Trace, known: Mask): boolean {
  const [policies, how] = isOpenByPolicies(trace)
    ? ([of.reached.perhaps, 'possible'] as const)
    : ([possiblyDeciding(of), 'certain'] as const)
  return indexesOf(without(policies, known)).some((index) => overlap(users, concernedBy(of, kind, index, how)))
}

interface DecidedPart extends DecidedBy {
  /** The users whom at least one of the deciding policies concerns. */
  readonly concerned: Bitmap
}

/** By which policies a leg is decided; undefined where the trace says it for everyone. */
type DecidedLeg = readonly DecidedPart[] | undefined

/** By which policies a leg of a sign-in is decided. */
export type DecidingBook = (played: Played, leg: number, trace: Trace) => DecidedLeg

/** Finds it once for all policies that are watched. */
export function decidingBook(crowd: SweptUsers): DecidingBook {
  let of: Played['traces'] | undefined
  let known = new Map<number, DecidedLeg>()
  const find: DecidingBook = (played, leg, trace) => {
    const policies = played.policies(leg)
    return decidedBy(crowd, played, leg, trace)?.map((one) => ({
      ...one,
      concerned: policies === undefined ? one.users : concernedByAny(policies, played.kind, one.deciding),
    }))
  }
  return (played, leg, trace) => {
    if (played.traces !== of) known = new Map()
    of = played.traces
    if (known.has(leg)) return known.get(leg)
    const found = find(played, leg, trace)
    known.set(leg, found)
    return found
  }
}

/** Adds the policies that decide a leg of users whom the policy concerns. */
export function addDeciding(instead: Instead, concerned: Played, { of, trace, found }: LegDecided): void {
  const { policy, names, mask } = instead
  const isKnown = (name: PolicyName): boolean => name === policy || names.has(name)
  const add = (name: PolicyName): void => {
    if (name !== policy) names.add(name)
    const index = of?.compiled.policies.findIndex((one) => one.name === name) ?? -1
    if (index >= 0) setBit(mask, index)
  }
  const policies = trace.conditionalAccess?.policies ?? []
  if (policies.every(isKnown) && (of === undefined || !mayDecideBesides(of, concerned, trace, mask))) return
  const decided = found()
  if (decided === undefined || of === undefined) policies.forEach(add)
  else for (const one of decided) for (const name of decidingAmong(of, concerned, one, isKnown)) add(name)
}

/** The names of the policies that decide for some of the users whom a policy concerns; none that are known. */
function decidingAmong(
  of: PoliciesOfLeg,
  { kind, users }: Played,
  one: DecidedPart,
  isKnown: (name: PolicyName) => boolean,
): readonly PolicyName[] {
  const found: PolicyName[] = []
  eachIndex(one.deciding, (index) => {
    const name = of.compiled.policies[index]?.name
    if (name === undefined || isKnown(name)) return
    if (overlapOfAll(users, one.users, concernedBy(of, kind, index))) found.push(name)
  })
  const known = one.policies.every((name) => isKnown(name) || found.includes(name))
  return known || !overlapBeyond(users, one.users, one.concerned) ? found : [...found, ...one.policies]
}
