import type { MissingReading } from './sign-in.ts'

/** What a condition says about a sign-in. A `may` of kind `fact` stays open whichever way missing signals are read. */
export type Judged =
  | { readonly result: 'hit' }
  | { readonly result: 'miss' }
  | { readonly result: 'may'; readonly missing: readonly string[]; readonly fact: boolean }

/** The condition holds. */
export const hit: Judged = { result: 'hit' }
/** The condition does not hold. */
export const miss: Judged = { result: 'miss' }

/** Hit or miss. */
export const decided = (met: boolean): Judged => (met ? hit : miss)

/** A signal that was not given: open, or absent. What `matches` does with it, `settle` decides. */
export function withoutSignal(name: string, reading: MissingReading): Judged {
  return reading === 'none' ? miss : { result: 'may', missing: [name], fact: false }
}

/** Something that no signal can supply. */
export const withoutFact = (name: string): Judged => ({ result: 'may', missing: [name], fact: true })

/** Parts of a policy that were not understood: a miss where there are none. */
export const notUnderstood = (facts: readonly string[]): Judged =>
  facts.length === 0 ? miss : { result: 'may', missing: facts, fact: true }

type Open = Extract<Judged, { readonly result: 'may' }>

function joined(one: Open, other: Open): Judged {
  const missing = one.missing === other.missing ? one.missing : [...new Set([...one.missing, ...other.missing])]
  return { result: 'may', missing, fact: one.fact || other.fact }
}

/** Either holds. */
export function either(one: Judged, other: Judged): Judged {
  if (one.result !== 'may') return one.result === 'hit' ? one : other
  if (other.result !== 'may') return other.result === 'hit' ? other : one
  return joined(one, other)
}

/** Both hold. */
export function both(one: Judged, other: Judged): Judged {
  if (one.result !== 'may') return one.result === 'miss' ? one : other
  if (other.result !== 'may') return other.result === 'miss' ? other : one
  return joined(one, other)
}

/** The opposite. */
export function not(one: Judged): Judged {
  return one.result === 'may' ? one : decided(one.result === 'miss')
}

/** The condition as a whole under a reading: where missing signals match, only a missing fact leaves it open. */
export function settle(judged: Judged, reading: MissingReading): Judged {
  return reading === 'matches' && judged.result === 'may' && !judged.fact ? hit : judged
}
