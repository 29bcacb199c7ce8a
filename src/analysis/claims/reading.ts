import type { Truth } from './truth.ts'

/** The values of a key in a sign-in: the certain ones, and those that it may have in addition. */
export interface Reading {
  readonly values: readonly string[]
  readonly maybe?: {
    /** `any`: no value is known or excluded. */
    readonly values: readonly string[] | 'any'
    /** The facts that would decide it. */
    readonly missing: readonly string[]
  }
  /** The values were read before facts were missing, so they are not certain either. */
  readonly unsure?: true
}

/** A reading without any value. */
export const nothing: Reading = { values: [] }

/** A reading with exactly one value. */
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
