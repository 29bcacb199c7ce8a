import type { Condition } from './claim.ts'
import { plainTruth, type Reading } from './reading.ts'
import { not, type Truth } from './truth.ts'

/** Whether a condition holds of what was read. */
export function truthOf({ values, maybe, unsure }: Reading, { values: wanted, negated }: Condition): Truth {
  const truth = plainTruth(values, maybe?.values, wanted, unsure)
  return negated ? not(truth) : truth
}

/** Whether the values that were read meet a condition, missing facts left aside: what a filter of a table asks. */
export const meets = ({ values }: Reading, { values: wanted, negated }: Condition): boolean =>
  wanted.some((value) => values.includes(value)) !== negated
