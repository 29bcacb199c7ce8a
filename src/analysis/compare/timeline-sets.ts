import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type ComparingOptions, compareSets, type Side } from './compare-sets.ts'
import { type Seen, seenAt } from './moments.ts'
import { reachOfTime } from './reach-of-time.ts'
import { breakInstants } from './time-differences.ts'

/** A plan with its people as sets at another instant. */
const sideAt = (side: Side, at: Instant): Side => ({
  ...side,
  plan: { ...side.plan, at },
  state: { ...side.state, at },
})

/** A side with the kinds of users whom what is dated between two instants can affect. */
function reachedOf(side: Side, from: Instant, to: Instant): Side {
  const { engine } = side.state
  const reached = reachOfTime(engine.sets.tenant, from, to)
  const kinds = engine.sets.kinds.filter(({ representative }) => reached.anySignInOf(representative))
  return { ...side, state: { ...side.state, engine: { ...engine, sets: { ...engine.sets, kinds } } } }
}

/** What is seen by sets of users, from one period between two instants to the next. */
export function seenInSets(
  side: Side,
  { from, to, ...options }: ComparingOptions & { readonly from: Instant; readonly to: Instant },
): Loaded<readonly Seen[]> {
  const seen: Seen[] = []
  let before = sideAt(side, from)
  // People in files of their own have dates as well: the tenant of the sets knows one user of each kind.
  for (const at of breakInstants(side.state.engine.sets.tenant, from, to)) {
    const after = sideAt(side, at)
    const compared = compareSets(
      [reachedOf(before, before.state.at, at), reachedOf(after, before.state.at, at)],
      options,
    )
    if (!compared.ok) return compared
    const { changes, attributed } = compared.value
    seen.push(seenAt(after.plan, changes, attributed))
    before = after
  }
  return { ok: true, value: seen, warnings: [] }
}
