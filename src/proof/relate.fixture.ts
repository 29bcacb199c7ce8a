import { type Combinations, combinationsOf, controlImplies, type Outcome, type Relation } from './outcome.ts'
import { isSessionAsStrict } from './session-strictness.ts'
import type { Side } from './side.ts'

type Clauses = readonly (readonly string[])[]

const isRefusal = ({ decision }: Outcome): boolean => decision === 'block' || decision === 'cannot-satisfy'

/** Whether one outcome asks for everything that another one does. */
function asksFor(one: Outcome, other: Outcome, of: Combinations, ofOther: Combinations): boolean {
  if (isRefusal(one)) return true
  if (isRefusal(other)) return false
  const clauses: Clauses = one.required
  const met = other.required.every((wanted) =>
    clauses.some((clause) =>
      clause.every((control) => wanted.some((choice) => controlImplies(control, choice, of, ofOther))),
    ),
  )
  return met && isSessionAsStrict(one.session ?? {}, other.session ?? {})
}

/** Compares what two sides come to on the same sign-in: how the second one relates to the first. */
export function comparison(before: Side, after: Side): (one: Outcome, other: Outcome) => Relation {
  const [first, second] = [combinationsOf(before), combinationsOf(after)]
  return (one, other) => {
    const [unclear, unclearAfter] = [one.decision === 'undetermined', other.decision === 'undetermined']
    if (unclear && unclearAfter) return 'open'
    if (unclear) return 'closed'
    if (unclearAfter) return 'opened'
    const stricter = asksFor(other, one, second, first)
    const looser = asksFor(one, other, first, second)
    if (stricter) return looser ? 'equal' : 'stricter'
    return looser ? 'looser' : 'different'
  }
}
