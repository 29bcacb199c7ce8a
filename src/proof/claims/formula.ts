import type { Literal, Term } from '../quest.ts'
import type { ShieldOf } from '../shields.ts'

/** Terms of which one must hold. */
export type Formula = readonly Term[]

/** A statement about sign-ins and its opposite. */
export interface Statement {
  readonly yes: Formula
  readonly no: Formula
}

const touch = (shield: ShieldOf): Literal => ({ kind: 'touch', shield })
const avoid = (shield: ShieldOf): Literal => ({ kind: 'avoid', shield })

/** Some policy of these applies. */
export const some = (shield: ShieldOf): Statement => ({ yes: [[touch(shield)]], no: [[avoid(shield)]] })

/** The opposite. */
export const denied = ({ yes, no }: Statement): Statement => ({ yes: no, no: yes })

const product = (one: Formula, other: Formula): Formula =>
  one.flatMap((left) => other.map((right) => [...left, ...right]))

/** All hold; of none every sign-in does. */
export const allOf = (statements: readonly Statement[]): Statement =>
  statements.reduce((one, other) => ({ yes: product(one.yes, other.yes), no: [...one.no, ...other.no] }), {
    yes: [[]] as Formula,
    no: [] as Formula,
  })

/** One holds. */
export const oneOf = (statements: readonly Statement[]): Statement => denied(allOf(statements.map(denied)))
