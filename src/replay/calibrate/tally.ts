import type { Mutable } from '../../vocabulary/mutable.ts'
import type { Comparison } from './compare-shape.ts'

/** Numbers of shapes and sign-ins by comparison result. */
export interface Tally {
  readonly agrees: Count
  readonly disagrees: Count
  readonly undetermined: Count
  readonly notComparable: Count
}

/** A number of shapes, and of the sign-ins in them. */
export interface Count {
  readonly shapes: number
  readonly signIns: number
}

/** A tally with the name of its subject. */
export interface NamedTally extends Tally {
  readonly name: string
}

const none = (): Mutable<Count> => ({ shapes: 0, signIns: 0 })
const nothing = (): Record<keyof Tally, Mutable<Count>> => ({
  agrees: none(),
  disagrees: none(),
  undetermined: none(),
  notComparable: none(),
})

const keys = {
  agrees: 'agrees',
  disagrees: 'disagrees',
  undetermined: 'undetermined',
  'not comparable': 'notComparable',
} as const satisfies Record<Comparison['result'], keyof Tally>

/** Counts by name; names with the most sign-ins come first. */
export function tallies(): {
  readonly add: (name: string, result: Comparison['result'], signIns: number) => void
  readonly all: () => readonly NamedTally[]
} {
  const found = new Map<string, Record<keyof Tally, Mutable<Count>>>()
  return {
    add: (name, result, signIns) => {
      const tally = found.get(name) ?? nothing()
      found.set(name, tally)
      const count = tally[keys[result]]
      count.shapes += 1
      count.signIns += signIns
    },
    all: () =>
      [...found]
        .map(([name, tally]) => ({ name, ...tally }))
        .sort((one, other) => signInsOf(other) - signInsOf(one) || (one.name < other.name ? -1 : 1)),
  }
}

/** All sign-ins of a tally. */
export const signInsOf = ({ agrees, disagrees, undetermined, notComparable }: Tally): number =>
  agrees.signIns + disagrees.signIns + undetermined.signIns + notComparable.signIns

/** The share of comparable sign-ins that the model explains; an undetermined one is not explained. */
export function explainedPart({ agrees, disagrees, undetermined }: Tally): number {
  const compared = agrees.signIns + disagrees.signIns + undetermined.signIns
  return compared === 0 ? 0 : agrees.signIns / compared
}
