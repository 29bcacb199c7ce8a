/** Whose a fact is: where a file would state it, or what it follows from. */
export type FactOwner =
  | 'client'
  | 'service'
  | 'user'
  | 'domain'
  | 'identity-provider'
  | 'network'
  | 'tenant'
  | 'policies'
  | 'sign-in'
  | 'answer'

/** One fact that rules can read: all values that it can take, the ordinary one first, its noun, and whose it is. */
export interface FactRow<Values extends readonly [string, ...string[]] = readonly [string, ...string[]]> {
  readonly values: Values
  readonly words: string
  readonly of: FactOwner
}

/** A row of the table of facts; it exists so that the values keep their literal types. */
export function fact<const Values extends readonly [string, ...string[]]>(
  values: Values,
  { words, of }: Pick<FactRow, 'words' | 'of'>,
): FactRow<Values> {
  return { values, words, of }
}

/** No, unless something says yes. */
export const noYes = ['no', 'yes'] as const

/** Yes, unless something says no. */
export const yesNo = ['yes', 'no'] as const
