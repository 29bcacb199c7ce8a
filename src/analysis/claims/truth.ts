/** Whether something holds; `open` where a fact is missing. */
export type Truth = 'yes' | 'no' | 'open'

/** The opposite; what is not known stays so. */
export const not = (truth: Truth): Truth => (truth === 'open' ? 'open' : truth === 'yes' ? 'no' : 'yes')

/** Holds where all hold. */
export function all(truths: Iterable<Truth>): Truth {
  let found: Truth = 'yes'
  for (const truth of truths) {
    if (truth === 'no') return 'no'
    if (truth === 'open') found = 'open'
  }
  return found
}

/** Holds where one holds. */
export function any(truths: Iterable<Truth>): Truth {
  let found: Truth = 'no'
  for (const truth of truths) {
    if (truth === 'yes') return 'yes'
    if (truth === 'open') found = 'open'
  }
  return found
}
