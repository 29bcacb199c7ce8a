import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { init } from 'z3-solver'
import { gridOf } from './grid.ts'
import { type Ground, groundOf, shieldIn } from './ground.ts'
import { spaceOfPeople } from './layers.ts'
import { findSignIn, type Term } from './quest.ts'
import { randomTenant } from './random-policies.fixture.ts'
import { asksFor, policiesWhere, refuses } from './shields.ts'
import { type Side, sideOf } from './side.ts'

// The same questions as an independent solver answers them: is there a sign-in of a term, by its places alone.
let z3: Awaited<ReturnType<typeof init>>
beforeAll(async () => {
  z3 = await init()
}, 60_000)
afterAll(() => z3.em.PThread.terminateAllThreads())

const hasBit = (mask: readonly number[], index: number): boolean =>
  ((mask[index >> 5] ?? 0) & (1 << (index & 31))) !== 0

/** A number for each place, equal for places that no policy and no class distinguishes. */
function numbered({ grid, cases }: Ground): readonly (readonly number[])[] {
  return grid.factors.map(({ places }, at) => {
    const keys = places.map(({ certain, possible }, place) => {
      const within = cases.surely.map((one) => one.places[at]?.some((other) => other.place === place))
      return JSON.stringify([certain, possible, within])
    })
    return keys.map((key) => keys.indexOf(key))
  })
}

/** The term of a ground as one formula: a place of each factor, in one of the classes. */
async function satisfiable(name: string, ground: Ground, term: Term): Promise<boolean> {
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
  return (await solver.check()) === 'sat'
}

/** Whether anyone is let in, whether one policy is implied by another one, and whether two are equivalent. */
function questionsOf({ compiled }: Side): readonly (readonly [string, Term])[] {
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

const seeds = [1, 3]

describe('an independent solver gives the same answers', () => {
  test.each(seeds)('in random tenant %i', async (seed) => {
    const side = sideOf(randomTenant(seed, 2 + (seed % 4)))
    const ground = groundOf(gridOf([side], spaceOfPeople([side])))
    for (const [text, term] of questionsOf(side)) {
      const found = findSignIn({ ground, term, mode: 'surely' }) !== 'none'
      expect([text, found]).toEqual([text, await satisfiable(`tenant${seed}`, ground, term)])
    }
  })
})
