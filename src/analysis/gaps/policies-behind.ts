import { addAll, type Bitmap, common, difference, isEmpty, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import {
  addMask,
  eachIndex,
  emptyMask,
  indexesOf,
  keepMask,
  type Mask,
  meets,
} from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Trace } from '../../trace/step.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { SweptUsers } from './crowd.ts'
import type { Played } from './played.ts'

/** Users, and the policies that decide their sign-in. */
export interface ByPolicies {
  readonly policies: readonly PolicyName[]
  readonly users: Bitmap
}

/** The users of a kind whom a policy certainly applies to, or may apply to. */
export function concernedBy(
  { assigned }: Pick<PoliciesOfLeg, 'assigned'>,
  { firstWord, words }: Kind,
  policy: number,
  how: 'certain' | 'possible' = 'certain',
): Bitmap {
  return assigned[how][policy]?.subarray(firstWord, firstWord + words) ?? new Uint32Array(words)
}

/** The users of a kind whom at least one of some policies applies to. */
export function concernedByAny(
  of: Pick<PoliciesOfLeg, 'assigned'>,
  kind: Kind,
  policies: Mask,
  how: 'certain' | 'possible' = 'certain',
): Bitmap {
  const found = new Uint32Array(kind.words)
  eachIndex(policies, (policy) => addAll(found, concernedBy(of, kind, policy, how)))
  return found
}

const reaching = (policies: Mask, among: Mask): Mask => {
  const mask = policies.slice()
  keepMask(mask, among)
  return mask
}

/** All policies that may be among those that decide a sign-in of any of its users. */
export function possiblyDeciding({ reached, compiled }: PoliciesOfLeg): Mask {
  const all = emptyMask(compiled.policies.length)
  for (const mask of [reached.blocks, reached.impossible, reached.demanding, reached.unclear]) addMask(all, mask)
  return reaching(all, reached.deciding)
}

/** The policies that decide the sign-in of these users: those that block, or whose requirements are not met. */
function decidingFor({ reached, ...of }: PoliciesOfLeg, kind: Kind, users: Bitmap): Mask {
  const meetsUsers = (mask: Mask): boolean =>
    indexesOf(mask).some((policy) => overlap(users, concernedBy(of, kind, policy)))
  if (meets(reached.blocks, reached.blocks) && meetsUsers(reached.blocks)) return reached.blocks
  const impossible = reaching(reached.impossible, reached.deciding)
  const all = emptyMask(of.compiled.policies.length)
  addMask(all, !reached.legacy && meetsUsers(impossible) ? impossible : reached.demanding)
  addMask(all, reached.unclear)
  return reaching(all, reached.deciding)
}

/** Whether it is open what the policies say: which of them may change it differs from user to user. */
export const isOpenByPolicies = ({ conditionalAccess }: Trace): boolean =>
  conditionalAccess?.decision === 'undetermined'

/** Users of a sign-in, and the policies that decide it for some of them. */
export interface DecidedBy {
  readonly users: Bitmap
  readonly deciding: Mask
  /** The policies that decide it for the first user: those of users whom none of the others concerns. */
  readonly policies: readonly PolicyName[]
}

/** By which policies a leg is decided; undefined where the trace says it for everyone. */
export function decidedBy(
  crowd: SweptUsers,
  played: Played,
  leg: number,
  trace: Trace,
): readonly DecidedBy[] | undefined {
  const policies = trace.conditionalAccess?.policies ?? []
  const of = crowd.whole || policies.length === 0 ? undefined : played.policies(leg)
  if (of === undefined) return undefined
  const { kind, users, request } = played
  if (!isOpenByPolicies(trace)) return [{ users, deciding: decidingFor(of, kind, users), policies }]
  const parts = crowd.engine.play(kind, request, 'named-ending', { as: 'representative', among: users })
  return parts.map((part) => ({
    users: part.users.members,
    deciding: decidingFor(of, kind, part.users.members),
    policies: part.decidingOn(leg) ?? part.traces()[leg]?.conditionalAccess?.policies ?? [],
  }))
}

/**
 * The users of a sign-in by the policies that decide it on a leg. Classes give one group for all policies; sets give
 * one group per policy, so a user can be in several.
 */
export function byPolicies(crowd: SweptUsers, played: Played, leg: number, trace: Trace): readonly ByPolicies[] {
  const decided = decidedBy(crowd, played, leg, trace)
  const of = played.policies(leg)
  if (decided === undefined || of === undefined)
    return [{ policies: trace.conditionalAccess?.policies ?? [], users: played.users }]
  return decided.flatMap((one) => eachDeciding(of, played.kind, one))
}

/** The users by each policy that decides it; the rest by those that are known of the first user. */
function eachDeciding(of: PoliciesOfLeg, kind: Kind, { users, deciding, policies }: DecidedBy): readonly ByPolicies[] {
  const found: ByPolicies[] = []
  let rest = users
  eachIndex(deciding, (policy) => {
    const concerned = concernedBy(of, kind, policy)
    const name = of.compiled.policies[policy]?.name
    if (name === undefined || !overlap(users, concerned)) return
    found.push({ policies: [name], users: common(users, concerned) })
    rest = difference(rest, concerned)
  })
  return isEmpty(rest) ? found : [...found, { policies, users: rest }]
}
