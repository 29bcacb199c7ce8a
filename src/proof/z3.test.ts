import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { init } from 'z3-solver'
import { gridOf } from './grid.ts'
import { prepareSearch } from './ground.ts'
import { spaceOfPeople } from './layers.ts'
import { findSignIn } from './quest.ts'
import { randomTenant } from './random-policies.fixture.ts'
import { sideOf } from './side.ts'
import { questionsOf, type Solver, satisfiable } from './z3.fixture.ts'

// The same questions as an independent solver answers them: is there a sign-in of a term, by its places alone.
let z3: Solver
beforeAll(async () => {
  z3 = await init()
}, 60_000)
afterAll(() => z3.em.PThread.terminateAllThreads())

const seeds = [1, 3]

describe('an independent solver gives the same answers', () => {
  test.each(seeds)('in random tenant %i', async (seed) => {
    const side = sideOf(randomTenant(seed, 2 + (seed % 4)))
    const ground = prepareSearch(gridOf([side], spaceOfPeople([side])))
    for (const [text, term] of questionsOf(side)) {
      const found = findSignIn({ ground, term, mode: 'surely' }) !== 'none'
      expect([text, found]).toEqual([text, await satisfiable(z3, `tenant${seed}`, ground, term)])
    }
  })
})
