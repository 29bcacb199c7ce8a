import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Purpose, UserName } from '../../vocabulary/requests.ts'
import type { Plan } from '../matrix/plan.ts'
import { type Attributed, attribute } from './causes.ts'
import { type ComparedChange, everyChange } from './compare-cells.ts'
import { type Part, partsBetween } from './differences.ts'
import { attributedToOne, onlyCause } from './only-cause.ts'
import type { Touched } from './touched-sets.ts'

/** One of two plans between which sets of users change. */
export interface Attributable {
  readonly plan: Plan
  /** The tenant file as data. */
  readonly document: unknown
  /** The plan with some people of its population files written inline. */
  readonly withPeople: (users: ReadonlySet<UserName>) => Loaded<Plan>
}

/** What is known of two plans beside their changes. */
export interface Attributing {
  readonly touched: Pick<Touched, 'policiesOnly' | 'timeless'>
  /** The differences, if they were found before. */
  readonly parts?: readonly Part[]
  readonly reader?: SourceReader
  readonly purpose?: Purpose
}

/** The differences that cause each change; the first user of a set is tried for all of it. */
export function attributeSets(
  [before, after]: readonly [Attributable, Attributable],
  changes: readonly ComparedChange[],
  { touched, parts = partsBetween(before.plan, after.plan), reader, purpose }: Attributing,
): Loaded<Attributed> {
  const only = onlyCause([before.document, after.document], parts, touched)
  if (only !== undefined && changes.length > 0)
    return { ok: true, value: attributedToOne(only, everyChange(changes)), warnings: [] }
  const ones = before.withPeople(new Set(changes.flatMap(({ joint }) => joint.userBefore ?? [])))
  if (!ones.ok) return ones
  const others = after.withPeople(new Set(changes.flatMap(({ joint }) => joint.userAfter ?? [])))
  if (!others.ok) return others
  const comparison = {
    before: ones.value,
    after: others.value,
    ...(reader && { reader }),
    ...(purpose && { purpose }),
    ...(touched.policiesOnly && { policiesOf: before.plan }),
  }
  return { ok: true, value: attribute(comparison, changes), warnings: [] }
}
