import { describe, expect, test } from 'vitest'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import { type Diagram, diagramOf, type Node } from './diagram.ts'
import { spaceOfPeople, spaceOfPrograms } from './layers.ts'
import { outcomeOf, outcomeText } from './outcome.ts'
import { choices, randomTenant } from './random-policies.fixture.ts'
import { type Side, sideOf } from './side.ts'

const pairs = Array.from({ length: 12 }, (_, index) => index)

function sidesOf(seed: number): readonly [Side, Side] {
  const size = 1 + (seed % 5)
  return [sideOf(randomTenant(seed, size)), sideOf(randomTenant(seed + 1000, size))]
}

/** Sign-ins of a space chosen at random, each as a place in every layer. */
function samplePaths({ space }: Diagram, seed: number, many: number): readonly (readonly number[])[] {
  const choose = choices(seed)
  return Array.from({ length: many }, () => space.layers.map(({ atoms }) => choose(atoms.length)))
}

function endOf({ root }: Diagram, path: readonly number[]): Node | undefined {
  let node: Node | undefined = root
  for (const place of path) node = node?.next[place]
  return node
}

/** The sign-in of a path, put together without the diagram. */
function signInOf({ space }: Diagram, path: readonly number[], side: number, at: number): PolicySignIn {
  const parts = space.layers.map(({ atoms }, layer) => atoms[path[layer] ?? 0]?.contributions[side])
  return Object.assign({ at, legacy: false }, ...parts) as PolicySignIn
}

describe('a sign-in ends as the diagram says that it does', () => {
  test.each(pairs)('in random pair %i of policies', (seed) => {
    const sides = sidesOf(seed)
    for (const space of [spaceOfPeople(sides), spaceOfPrograms(sides)]) {
      const diagram = diagramOf(sides, space)
      expect(diagram.givenUpAt).toBeUndefined()
      for (const path of samplePaths(diagram, seed, 600)) {
        const end = endOf(diagram, path)
        sides.forEach((side, at) => {
          const signIn = signInOf(diagram, path, at, side.at)
          if (end === undefined) expect(signIn.legacy && !('applications' in signIn.target)).toBe(true)
          else
            expect(outcomeText(outcomeOf(side, end.signIns[at] as PolicySignIn))).toBe(
              outcomeText(outcomeOf(side, signIn)),
            )
        })
      }
    }
  })
})
