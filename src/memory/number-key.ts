import type { DeclaredCache } from './declared-cache.ts'

/** One part of a key that is a number: which of so many values it has. */
export interface NumberPart<Subject> {
  readonly part: string
  readonly values: number
  readonly of: (subject: Subject) => number
}

/** A number that is equal for subjects of which all parts are equal. */
export type NumberKey<Subject> = (subject: Subject) => number

/** Whether one number can tell all combinations of some parts apart. */
export function fitsNumber(parts: readonly Pick<NumberPart<never>, 'values'>[]): boolean {
  return parts.reduce((product, { values }) => product * values, 1) <= Number.MAX_SAFE_INTEGER
}

/** Makes the number over some parts, which are few enough for it. */
export function numberKey<Subject>(
  parts: readonly NumberPart<Subject>[],
  cache?: DeclaredCache<string>,
): NumberKey<Subject> {
  if (!fitsNumber(parts)) throw new Error('there are too many combinations for one number')
  return (subject) => {
    const leftOut = cache?.leftOut
    let key = 0
    for (let at = 0; at < parts.length; at += 1) {
      // Invariant: the index is below the length of the list.
      const part = parts[at] as (typeof parts)[number]
      key = key * part.values + (part.part === leftOut ? 0 : part.of(subject))
    }
    return key
  }
}
