import type { Literal, Term } from '../quest.ts'
import type { ShieldsFor } from '../shields.ts'

/** A disjunction: one of the terms must hold. */
export type Formula = readonly Term[]

/** A statement about sign-ins and its negation. */
export interface Statement {
  readonly yes: Formula
  readonly no: Formula
}

const touch = (shield: ShieldsFor): Literal => ({ kind: 'touch', shield })
const avoid = (shield: ShieldsFor): Literal => ({ kind: 'avoid', shield })

/** At least one of these policies applies. */
export const some = (shield: ShieldsFor): Statement => ({ yes: [[touch(shield)]], no: [[avoid(shield)]] })

/** The opposite. */
export const denied = ({ yes, no }: Statement): Statement => ({ yes: no, no: yes })

const product = (one: Formula, other: Formula): Formula =>
  one.flatMap((left) => other.map((right) => [...left, ...right]))

/** All statements hold; an empty list is always true. */
export const allOf = (statements: readonly Statement[]): Statement =>
  statements.reduce((one, other) => ({ yes: product(one.yes, other.yes), no: [...one.no, ...other.no] }), {
    yes: [[]] as Formula,
    no: [] as Formula,
  })

/** One holds. */
export const oneOf = (statements: readonly Statement[]): Statement => denied(allOf(statements.map(denied)))
