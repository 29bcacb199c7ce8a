import { addAll, type Bitmap, common, difference, firstOf, isEmpty, isIn, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { policiesOfUser } from '../../simulate/conditional-access/assigned-users.ts'
import {
  addMask,
  eachIndex,
  emptyMask,
  hasBit,
  inBoth,
  indexesOf,
  type Mask,
  meets,
} from '../../simulate/conditional-access/bits.ts'
import { changingWhereOpen } from '../../simulate/conditional-access/open-policies.ts'
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

/** All policies that may be among those that decide a sign-in of any of its users. */
export function possiblyDeciding({ reached, compiled }: PoliciesOfLeg): Mask {
  const all = emptyMask(compiled.policies.length)
  for (const mask of [reached.blocks, reached.impossible, reached.demanding, reached.unclear]) addMask(all, mask)
  return inBoth(all, reached.deciding)
}

/** The policies that decide the sign-in of these users: those that block, or whose requirements are not met. */
function decidingFor({ reached, ...of }: PoliciesOfLeg, kind: Kind, users: Bitmap): Mask {
  const meetsUsers = (mask: Mask): boolean =>
    indexesOf(mask).some((policy) => overlap(users, concernedBy(of, kind, policy)))
  if (meets(reached.blocks, reached.blocks) && meetsUsers(reached.blocks)) return reached.blocks
  const impossible = inBoth(reached.impossible, reached.deciding)
  const all = emptyMask(of.compiled.policies.length)
  addMask(all, !reached.legacy && meetsUsers(impossible) ? impossible : reached.demanding)
  addMask(all, reached.unclear)
  return inBoth(all, reached.deciding)
}

/** Whether it is open what the policies say: which of them may change it differs from user to user. */
export const isOpenByPolicies = ({ conditionalAccess }: Trace): boolean =>
  conditionalAccess?.decision === 'undetermined'

/** Users of a sign-in, and the policies that decide it for some of them. */
export interface DecidedBy {
  readonly users: Bitmap
  readonly deciding: Mask
  /** Whether these decide where it is open whether they apply. */
  readonly open: boolean
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
  if (!isOpenByPolicies(trace)) return [{ users, deciding: decidingFor(of, kind, users), open: false, policies }]
  const parts = crowd.engine.play(kind, request, 'verdict', { as: 'representative', among: users })
  return parts.map((part) => {
    const names = part.decidingOn(leg) ?? part.traces()[leg]?.conditionalAccess?.policies ?? []
    return openedBy(of, kind, part.users.members, names)
  })
}

/** Whom it is open of whether a policy applies to them on a leg. */
function openTo(of: PoliciesOfLeg, kind: Kind, policy: number): Bitmap {
  const possible = concernedBy(of, kind, policy, 'possible')
  return hasBit(of.reached.deciding, policy) ? difference(possible, concernedBy(of, kind, policy)) : possible
}

/** Whom a policy that decides concerns, for sure or perhaps. */
export const decidedFor = (of: PoliciesOfLeg, kind: Kind, { open }: DecidedBy, policy: number): Bitmap =>
  open ? openTo(of, kind, policy) : concernedBy(of, kind, policy)

/** The policies that leave open how a leg of users goes to whom the others say the same; names are those of the first. */
function openedBy(of: PoliciesOfLeg, kind: Kind, users: Bitmap, names: readonly PolicyName[]): DecidedBy {
  const first = policiesOfUser(of.assigned.certain, kind.firstWord * 32 + firstOf(users))
  const deciding = changingWhereOpen(of.compiled, of.question, first)
  const open = indexesOf(deciding).some((policy) => isIn(openTo(of, kind, policy), firstOf(users)))
  return open
    ? { users, deciding, open, policies: names }
    : { users, deciding: decidingFor(of, kind, users), open, policies: names }
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
function eachDeciding(of: PoliciesOfLeg, kind: Kind, one: DecidedBy): readonly ByPolicies[] {
  const { users, deciding, policies } = one
  const found: ByPolicies[] = []
  let rest = users
  eachIndex(deciding, (policy) => {
    const concerned = decidedFor(of, kind, one, policy)
    const name = of.compiled.policies[policy]?.name
    if (name === undefined || !overlap(users, concerned)) return
    found.push({ policies: [name], users: common(users, concerned) })
    rest = difference(rest, concerned)
  })
  return isEmpty(rest) ? found : [...found, { policies, users: rest }]
}
