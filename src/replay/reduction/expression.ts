import type { RecordField } from './record-field.ts'

/** An address range as whole numbers: one word for IPv4, four of 32 bits for IPv6. */
export interface NumberRange {
  readonly family: 4 | 6
  readonly low: readonly number[]
  readonly high: readonly number[]
}

/** How the value of a dimension is made of the fields of a record; each dialect writes the same in its own words. */
export type Expression =
  | { readonly kind: 'lower'; readonly field: RecordField }
  /** A word of a table, case ignored; a word of no table is kept behind a question mark. */
  | { readonly kind: 'word'; readonly field: RecordField; readonly table: WordTable }
  /** The first word of the table that the field begins with. */
  | { readonly kind: 'prefix'; readonly field: RecordField; readonly table: WordTable }
  /** The first entry of the table that stands anywhere in the field; nothing where none does. */
  | { readonly kind: 'inside'; readonly field: RecordField; readonly table: WordTable }
  /** Whether the field holds anything. */
  | { readonly kind: 'given'; readonly field: RecordField; readonly given: string; readonly empty: string }
  /** The part behind the last comma where it is listed, case ignored; another word where it is anything else. */
  | { readonly kind: 'listed'; readonly field: RecordField; readonly list: readonly string[]; readonly other: string }
  /** The first range that holds the address, by its label. */
  | { readonly kind: 'range'; readonly ranges: readonly LabeledRange[]; readonly other: string }
  /** How many of these instants have passed. */
  | { readonly kind: 'era'; readonly instants: readonly number[] }
  /** Weeks since the Monday before 1970. */
  | { readonly kind: 'week' }
  /** The class of the person, or what is known of a person of no class. */
  | { readonly kind: 'class'; readonly domains: readonly string[] }
  /** `id=result` of every policy, sorted. */
  | { readonly kind: 'policies' }

/** Words of a log, lower-cased, and ours for them; the order is that in which they are tried. */
export type WordTable = readonly (readonly [theirs: string, ours: string])[]

/** A range and what stands for it. */
export interface LabeledRange extends NumberRange {
  readonly label: string
}

/** One column of a shape. */
export interface Dimension<Name extends string = string> {
  readonly name: Name
  readonly value: Expression
}

/** The longest word of a log that is kept as it is. */
export const longestWord = 60
