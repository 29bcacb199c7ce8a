import { type Bitmap, common, difference, isEmpty, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetEngine } from '../../simulate/play-sets.ts'
import type { ConcernedUsers } from '../../simulate/users-concerned.ts'
import type { Instant, PolicyName } from '../../vocabulary/requests.ts'

/** A state of a tenant whose people are sets. */
interface State {
  readonly engine: SetEngine
  readonly at: Instant
}

/** The users whom each of the policies that differ concerns, on each side. */
export function concernedByChanged(sides: readonly State[], changed: ReadonlySet<string>): readonly Bitmap[] {
  const found = sides.flatMap(({ engine, at }) => {
    const { compiled, assigned } = engine.assignedWith(at, (policy) => policy)
    return compiled.policies.flatMap(({ name }, index) =>
      changed.has(name) ? [assigned.certain[index], assigned.possible[index]].filter((one) => one !== undefined) : [],
    )
  })
  // Most policies concern the same users on both sides.
  return [...new Map(found.map((users) => [users.join(), users])).values()]
}

function split(part: Bitmap, concerned: Bitmap): readonly Bitmap[] {
  if (!overlap(part, concerned)) return [part]
  const rest = difference(part, concerned)
  return isEmpty(rest) ? [part] : [common(part, concerned), rest]
}

/** Users of a kind split until each set has only users whom the same policies concern. */
export function splitBy(
  policies: readonly Bitmap[],
  { firstWord, words }: Pick<Kind, 'firstWord' | 'words'>,
  users: Bitmap,
): readonly Bitmap[] {
  let parts: readonly Bitmap[] = [users]
  for (const policy of policies) {
    const concerned = policy.subarray(firstWord, firstWord + words)
    parts = parts.flatMap((part) => split(part, concerned))
  }
  return parts
}

/** Users whom the same policies concern, and which these are. */
export interface ConcernedAlike {
  readonly members: Bitmap
  readonly of: ReadonlySet<PolicyName>
}

/** Users split by which of some policies concern them. */
export function byConcern(
  users: Bitmap,
  names: Iterable<PolicyName>,
  concerned: ConcernedUsers,
): readonly ConcernedAlike[] {
  let parts: readonly ConcernedAlike[] = [{ members: users, of: new Set() }]
  for (const name of names) {
    const those = concerned.get(name)
    if (those === undefined) continue
    parts = parts.flatMap(({ members, of }): readonly ConcernedAlike[] => {
      if (!overlap(members, those)) return [{ members, of }]
      const inside = { members: common(members, those), of: new Set([...of, name]) }
      const rest = difference(members, those)
      return isEmpty(rest) ? [inside] : [inside, { members: rest, of }]
    })
  }
  return parts
}
