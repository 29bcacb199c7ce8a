import { addAll, type Bitmap, common, difference, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { addMask, eachIndex, emptyMask, keepMask, type Mask, meets } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/play-sets.ts'
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
function decidingFor({ reached, ...of }: PoliciesOfLeg, { kind, users }: Played): Mask {
  const meetsUsers = (mask: Mask): boolean => !isEmpty(common(users, concernedByAny(of, kind, mask)))
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

/**
 * The users of a sign-in by the policies that decide it on a leg. Classes give one group for all policies; sets give
 * one group per policy, so a user can be in several.
 */
export function byPolicies(crowd: SweptUsers, played: Played, leg: number, trace: Trace): readonly ByPolicies[] {
  const policies = trace.conditionalAccess?.policies ?? []
  const of = crowd.whole || policies.length === 0 ? undefined : played.policies(leg)
  if (of === undefined) return [{ policies, users: played.users }]
  if (!isOpenByPolicies(trace)) return eachDeciding(of, played, policies)
  const { kind, users: among, request } = played
  const parts = crowd.engine.play(kind, request, 'named-ending', { as: 'representative', among })
  return parts.flatMap((part) => {
    const names = part.decidingOn(leg) ?? part.traces()[leg]?.conditionalAccess?.policies ?? []
    return eachDeciding(of, { ...played, users: part.users.members }, names)
  })
}

/** The users of a sign-in by each policy that decides it; the rest by those that are known of the first user. */
function eachDeciding(of: PoliciesOfLeg, played: Played, policies: readonly PolicyName[]): readonly ByPolicies[] {
  const found: ByPolicies[] = []
  let rest = played.users
  eachIndex(decidingFor(of, played), (policy) => {
    const concerned = concernedBy(of, played.kind, policy)
    const users = common(played.users, concerned)
    const name = of.compiled.policies[policy]?.name
    if (name === undefined || isEmpty(users)) return
    found.push({ policies: [name], users })
    rest = difference(rest, concerned)
  })
  return isEmpty(rest) ? found : [...found, { policies, users: rest }]
}
