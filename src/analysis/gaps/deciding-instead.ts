import { addAll, type Bitmap, overlap, overlapBeyond, overlapOfAll } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import {
  eachIndex,
  hasBit,
  indexesOf,
  type Mask,
  maskWhere,
  meets,
  setBit,
  without,
} from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Trace } from '../../trace/step.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import { once } from '../once.ts'
import type { SweptUsers } from './crowd.ts'
import type { Played } from './played.ts'
import {
  concernedBy,
  type DecidedBy,
  decidedBy,
  decidedFor,
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
  /** Undefined where all of its users are alike. */
  readonly of: PoliciesOfLeg | undefined
  readonly played: Played
  readonly trace: Trace
  readonly found: () => DecidedLeg
  /** The policies that may decide it for one of its users. */
  readonly candidates: () => Mask
}

const concerning = (trace: Trace): 'possible' | 'certain' => (isOpenByPolicies(trace) ? 'possible' : 'certain')

/** The policies that may decide a leg for one of the users of a sign-in. */
function candidatesOf(of: PoliciesOfLeg, { kind, users }: Played, trace: Trace): Mask {
  const how = concerning(trace)
  const policies = how === 'possible' ? of.reached.perhaps : possiblyDeciding(of)
  return maskWhere(of.compiled.policies.length, (index) => {
    return hasBit(policies, index) && overlap(users, concernedBy(of, kind, index, how))
  })
}

interface DecidedPart extends DecidedBy {
  /** The users whom at least one of the deciding policies concerns. */
  readonly concerned: Bitmap
}

/** By which policies a leg is decided; undefined where the trace says it for everyone. */
type DecidedLeg = readonly DecidedPart[] | undefined

/** By which policies a leg of a sign-in is decided. */
export type DecidingBook = (played: Played, leg: number, trace: Trace) => LegDecided

function decidedForAny(of: PoliciesOfLeg, kind: Kind, one: DecidedBy): Bitmap {
  const found = new Uint32Array(kind.words)
  eachIndex(one.deciding, (policy) => addAll(found, decidedFor(of, kind, one, policy)))
  return found
}

/** Finds it once for all policies that are watched. */
export function decidingBook(crowd: SweptUsers): DecidingBook {
  let seen: Played['traces'] | undefined
  let known = new Map<number, LegDecided>()
  const find: DecidingBook = (played, leg, trace) => {
    const of = crowd.whole ? undefined : played.policies(leg)
    const found = (): DecidedLeg =>
      decidedBy(crowd, played, leg, trace)?.map((one) => ({
        ...one,
        concerned: of === undefined ? one.users : decidedForAny(of, played.kind, one),
      }))
    const candidates = (): Mask => (of === undefined ? [] : candidatesOf(of, played, trace))
    return { of, played, trace, found: once(found), candidates: once(candidates) }
  }
  return (played, leg, trace) => {
    if (played.traces !== seen) known = new Map()
    seen = played.traces
    const found = known.get(leg) ?? find(played, leg, trace)
    known.set(leg, found)
    return found
  }
}

/** Adds the policies that decide a leg of those of its users whom the policy concerns for sure. */
export function addDeciding(instead: Instead, concerned: Bitmap, leg: LegDecided): void {
  const { policy, names, mask } = instead
  const { of, played, trace, found, candidates } = leg
  const policies = trace.conditionalAccess?.policies ?? []
  const add = (name: PolicyName): void => {
    if (name !== policy) names.add(name)
    const index = of?.compiled.policies.findIndex((one) => one.name === name) ?? -1
    if (index >= 0) setBit(mask, index)
  }
  if (policies.length === 0) return
  if (of === undefined) {
    policies.forEach(add)
    return
  }
  const others = without(candidates(), mask)
  const mayDecide = (index: number): boolean =>
    overlapOfAll(played.users, concerned, concernedBy(of, played.kind, index, concerning(trace)))
  if (!meets(others, others) || !indexesOf(others).some(mayDecide)) return
  const isKnown = (name: PolicyName): boolean => name === policy || names.has(name)
  for (const one of found() ?? [])
    for (const name of decidingAmong(of, { kind: played.kind, users: concerned }, one, isKnown)) add(name)
}

/** The names of the policies that decide for some of the users whom a policy concerns; none that are known. */
function decidingAmong(
  of: PoliciesOfLeg,
  { kind, users }: Pick<Played, 'kind' | 'users'>,
  one: DecidedPart,
  isKnown: (name: PolicyName) => boolean,
): readonly PolicyName[] {
  const found: PolicyName[] = []
  eachIndex(one.deciding, (index) => {
    const name = of.compiled.policies[index]?.name
    if (name === undefined || isKnown(name)) return
    if (overlapOfAll(users, one.users, decidedFor(of, kind, one, index))) found.push(name)
  })
  const known = one.policies.every((name) => isKnown(name) || found.includes(name))
  return known || !overlapBeyond(users, one.users, one.concerned) ? found : [...found, ...one.policies]
}
