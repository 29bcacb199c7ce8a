import type { FactName } from '../vocabulary/facts.ts'
import type { Origin } from '../vocabulary/origin.ts'

/** Where a declared object states its facts, and which documented defaults apply if it does not. */
export interface Declared {
  readonly origin?: Origin
  /** The place of each fact that this thing states. */
  readonly origins: Readonly<Partial<Record<FactName, Origin>>>
  /** The id of the documented default behind each fact that it leaves open. */
  readonly assumed: Readonly<Partial<Record<FactName, string>>>
}
