import type { init } from 'z3-solver'
import type { PreparedSearch } from './ground.ts'
import { shieldIn } from './ground.ts'
import type { Term } from './quest.ts'
import { asksFor, policiesWhere, refuses } from './shields.ts'
import type { Side } from './side.ts'

/** The independent solver. */
export type Solver = Awaited<ReturnType<typeof init>>

const hasBit = (mask: readonly number[], index: number): boolean =>
  ((mask[index >> 5] ?? 0) & (1 << (index & 31))) !== 0

/** A number for each place, equal for places that no policy and no class distinguishes. */
function numbered({ grid, cases }: PreparedSearch): readonly (readonly number[])[] {
  return grid.factors.map(({ places }, at) => {
    const keys = places.map(({ certain, possible }, place) => {
      const within = cases.surely.map((one) => one.places[at]?.some((other) => other.place === place))
      return JSON.stringify([certain, possible, within])
    })
    return keys.map((key) => keys.indexOf(key))
  })
}

/** A solver with the term of a ground as one formula: a place of each factor, in one of the classes. */
export function formulaOf(z3: Solver, name: string, ground: PreparedSearch, term: Term) {
  const { Solver, Int, And, Or, Not, Bool } = z3.Context(name)
  const { grid } = ground
  const numbers = numbered(ground)
  const chosen = grid.factors.map((_, at) => Int.const(`f${at}`))
  const oneOf = (at: number, places: readonly number[]) => {
    const distinct = [...new Set(places.map((place) => numbers[at]?.[place] ?? -1))]
    return Or(Bool.val(false), ...distinct.map((number) => chosen[at]?.eq(number) ?? Bool.val(false)))
  }
  const applies = (policy: number, mask: 'certain' | 'possible') =>
    And(
      ...grid.factors.map(({ places }, at) =>
        oneOf(
          at,
          places.flatMap((place, index) => (hasBit(place[mask], policy) ? [index] : [])),
        ),
      ),
    )
  const policies = [...(grid.sides[0]?.compiled.policies.keys() ?? [])]
  const cases = ground.cases.surely.map((one) => {
    const within = one.places.map((places, at) =>
      oneOf(
        at,
        places.map(({ place }) => place),
      ),
    )
    const literals = term.map(({ kind, shield }) => {
      const { sure, maybe } = shieldIn(ground, shield, one, 0)
      const meant = policies.filter((policy) => hasBit(kind === 'touch' ? sure : maybe, policy))
      const some = Or(
        Bool.val(false),
        ...meant.map((policy) => applies(policy, kind === 'touch' ? 'certain' : 'possible')),
      )
      return kind === 'touch' ? some : Not(some)
    })
    return And(...within, ...literals)
  })
  const solver = new Solver()
  solver.add(Or(Bool.val(false), ...cases))
  return solver
}

/** Whether the independent solver finds a sign-in of a term. */
export async function satisfiable(z3: Solver, name: string, ground: PreparedSearch, term: Term): Promise<boolean> {
  return (await formulaOf(z3, name, ground, term).check()) === 'sat'
}

/** Whether anyone is let in, whether one policy is implied by another one, and whether two are equivalent. */
export function questionsOf({ compiled }: Side): readonly (readonly [string, Term])[] {
  const mfa = asksFor(['mfa'])
  const names = compiled.policies.map(({ name }) => name)
  const only = (index: number) => policiesWhere(({ name }) => name === names[index])
  return [
    ['no sign-in is refused', [{ kind: 'touch', shield: refuses }]],
    ['no sign-in gets in', [{ kind: 'avoid', shield: refuses }]],
    [
      'nobody gets in without a second factor',
      [
        { kind: 'avoid', shield: refuses },
        { kind: 'avoid', shield: mfa },
      ],
    ],
    [
      'the first policy is implied by the second',
      [
        { kind: 'touch', shield: only(0) },
        { kind: 'avoid', shield: only(1) },
      ],
    ],
    [
      'the second policy is implied by the first',
      [
        { kind: 'touch', shield: only(1) },
        { kind: 'avoid', shield: only(0) },
      ],
    ],
  ]
}
