import type { Truth } from './truth.ts'

/** The values that a key has in a sign-in, and those that it may have besides. */
export interface Reading {
  readonly values: readonly string[]
  readonly maybe?: {
    /** `any`: nothing at all can be said. */
    readonly values: readonly string[] | 'any'
    /** The facts that would decide it. */
    readonly missing: readonly string[]
  }
  /** The values were read before the facts ran out, so that even they are not certain. */
  readonly unsure?: true
}

/** The reading of a thing that has no value. */
export const nothing: Reading = { values: [] }

/** The reading of one value. */
export const only = (value: string | undefined): Reading => (value === undefined ? nothing : { values: [value] })

export function plainTruth(
  values: readonly string[],
  maybe: readonly string[] | 'any' | undefined,
  wanted: readonly string[],
  unsure: true | undefined,
): Truth {
  if (wanted.some((value) => values.includes(value))) return unsure ? 'open' : 'yes'
  if (unsure || maybe === 'any') return 'open'
  return maybe !== undefined && wanted.some((value) => maybe.includes(value)) ? 'open' : 'no'
}
