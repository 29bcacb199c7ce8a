import type { Condition } from './claim.ts'
import { plainTruth, type Reading } from './reading.ts'
import { not, type Truth } from './truth.ts'

/** Whether a condition holds for a reading. */
export function truthOf({ values, maybe, unsure }: Reading, { values: wanted, negated }: Condition): Truth {
  const truth = plainTruth(values, maybe?.values, wanted, unsure)
  return negated ? not(truth) : truth
}

/** Whether a reading meets a condition if missing facts are ignored; used to filter tables. */
export const meets = ({ values }: Reading, { values: wanted, negated }: Condition): boolean =>
  wanted.some((value) => values.includes(value)) !== negated
