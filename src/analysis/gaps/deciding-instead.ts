import { addAll, type Bitmap, occupiedWords, overlapAt, overlapBeyond, overlapOfAllAt } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { once } from '../../memory/once.ts'
import {
  eachIndex,
  hasBit,
  indexesOf,
  isWithin,
  type Mask,
  maskWhere,
  setBit,
  without,
} from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Trace } from '../../trace/step.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
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
  /** Where its users are. */
  readonly words: Uint32Array
  readonly trace: Trace
  readonly found: () => DecidedLeg
  /** The policies that may decide it for one of its users. */
  readonly candidates: () => Mask
}

const concerning = (trace: Trace): 'possible' | 'certain' => (isOpenByPolicies(trace) ? 'possible' : 'certain')

/** The policies that may decide a leg for one of the users of a sign-in. */
function candidatesOf(of: PoliciesOfLeg, { kind, users }: Played, words: Uint32Array, trace: Trace): Mask {
  const how = concerning(trace)
  const policies = how === 'possible' ? of.reached.perhaps : possiblyDeciding(of)
  return maskWhere(of.compiled.policies.length, (index) => {
    return hasBit(policies, index) && overlapAt(words, users, concernedBy(of, kind, index, how))
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
    const words = occupiedWords(played.users)
    const candidates = (): Mask => (of === undefined ? [] : candidatesOf(of, played, words, trace))
    return { of, played, words, trace, found: once(found), candidates: once(candidates) }
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
  const { of, played, words, trace, found, candidates } = leg
  const policies = trace.conditionalAccess?.policies ?? []
  if (policies.length === 0) return
  if (of === undefined) for (const name of policies) addName(instead, name)
  else if (!isWithin(candidates(), instead.mask)) {
    const others = without(candidates(), instead.mask)
    const mayDecide = (index: number): boolean =>
      overlapOfAllAt(words, played.users, concerned, concernedBy(of, played.kind, index, concerning(trace)))
    if (indexesOf(others).some(mayDecide))
      for (const one of found() ?? []) addDecidingOf(instead, of, { kind: played.kind, users: concerned, words }, one)
  }
}

function addName({ policy, names }: Instead, name: PolicyName): void {
  if (name !== policy) names.add(name)
}

function addIndex(instead: Instead, { compiled }: PoliciesOfLeg, index: number): void {
  const name = compiled.policies[index]?.name
  if (name !== undefined) addName(instead, name)
  setBit(instead.mask, index)
}

/** Adds the policies that decide for some of the users whom a policy concerns. */
function addDecidingOf(
  instead: Instead,
  of: PoliciesOfLeg,
  { kind, users, words }: Pick<Played, 'kind' | 'users'> & Pick<LegDecided, 'words'>,
  one: DecidedPart,
): void {
  eachIndex(without(one.deciding, instead.mask), (index) => {
    if (overlapOfAllAt(words, users, one.users, decidedFor(of, kind, one, index))) addIndex(instead, of, index)
  })
  const left = one.policies.filter((name) => name !== instead.policy && !instead.names.has(name))
  if (left.length === 0 || !overlapBeyond(users, one.users, one.concerned)) return
  for (const name of left)
    addIndex(
      instead,
      of,
      of.compiled.policies.findIndex((policy) => policy.name === name),
    )
}
