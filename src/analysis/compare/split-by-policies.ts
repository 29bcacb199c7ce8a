import { type Bitmap, common, difference, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { SetEngine } from '../../simulate/play-sets.ts'
import type { Instant } from '../../vocabulary/requests.ts'

/** A state of a tenant whose people are sets. */
interface State {
  readonly engine: SetEngine
  readonly at: Instant
}

/** The users whom each of the policies that differ concerns, on each side. */
export function concernedByChanged(sides: readonly State[], changed: ReadonlySet<string>): readonly Bitmap[] {
  return sides.flatMap(({ engine, at }) => {
    const { compiled, assigned } = engine.assignedWith(at, (policy) => policy)
    return compiled.policies.flatMap(({ name }, index) =>
      changed.has(name) ? [assigned.certain[index], assigned.possible[index]].filter((one) => one !== undefined) : [],
    )
  })
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
    parts = parts
      .flatMap((part) => [common(part, concerned), difference(part, concerned)])
      .filter((part) => !isEmpty(part))
  }
  return parts
}
