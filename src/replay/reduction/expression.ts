import type { RecordField } from './record-field.ts'

/** An address range as integers: one word for IPv4, four 32-bit words for IPv6. */
export interface NumberRange {
  readonly family: 4 | 6
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** How to compute a dimension from the fields of a record; each dialect generates equivalent code. */
export type Expression =
  | { readonly kind: 'lower'; readonly field: RecordField }
  /** Looks a word up in a table, ignoring case; keeps an unknown word after a question mark. */
  | { readonly kind: 'word'; readonly field: RecordField; readonly table: WordTable }
  /** The first table entry that is a prefix of the field. */
  | { readonly kind: 'prefix'; readonly field: RecordField; readonly table: WordTable }
  /** The first table entry that occurs anywhere in the field; empty if none does. */
  | { readonly kind: 'inside'; readonly field: RecordField; readonly table: WordTable }
  /** Whether the field is non-empty. */
  | { readonly kind: 'given'; readonly field: RecordField; readonly given: string; readonly empty: string }
  /** The part after the last comma if it is listed, ignoring case; otherwise a fixed word. */
  | { readonly kind: 'listed'; readonly field: RecordField; readonly list: readonly string[]; readonly other: string }
  /** The label of the first range that contains the address. */
  | { readonly kind: 'range'; readonly ranges: readonly LabeledRange[]; readonly other: string }
  /** How many of these instants have passed. */
  | { readonly kind: 'era'; readonly instants: readonly number[] }
  /** Weeks since the Monday before 1970-01-01. */
  | { readonly kind: 'week' }
  /** The class of the person, or what is known of a person without a class. */
  | { readonly kind: 'class'; readonly domains: readonly string[] }
  /** `id=result` of every policy, sorted. */
  | { readonly kind: 'policies' }

/** Words of a log in lower case with our terms, in lookup order. */
export type WordTable = readonly (readonly [theirs: string, ours: string])[]

/** A range and its label. */
export interface LabeledRange extends NumberRange {
  readonly label: string
}

/** One column of a shape. */
export interface Dimension<Name extends string = string> {
  readonly name: Name
  readonly value: Expression
}

/** The class of a sign-in of a program as itself, which is nobody's. */
export const programLabel = 'program'

/** The id that logs give where there is no user. */
export const noUser = '00000000-0000-0000-0000-000000000000'

/** Maximum length of an unknown word to keep. */
export const longestWord = 60
