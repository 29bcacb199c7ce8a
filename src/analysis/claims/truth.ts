/** Whether something holds; `open` if a fact is missing. */
export type Truth = 'yes' | 'no' | 'open'

/** Negation; `open` stays `open`. */
export const not = (truth: Truth): Truth => (truth === 'open' ? 'open' : truth === 'yes' ? 'no' : 'yes')

/** Conjunction. */
export function all(truths: Iterable<Truth>): Truth {
  let found: Truth = 'yes'
  for (const truth of truths) {
    if (truth === 'no') return 'no'
    if (truth === 'open') found = 'open'
  }
  return found
}

/** Disjunction. */
export function any(truths: Iterable<Truth>): Truth {
  let found: Truth = 'no'
  for (const truth of truths) {
    if (truth === 'yes') return 'yes'
    if (truth === 'open') found = 'open'
  }
  return found
}
