import { decidePolicies } from '../../simulate/conditional-access/evaluate.ts'
import { partsOf, signInsAt, wordsAt } from '../box-parts.ts'
import { widened } from '../boxes.ts'
import type { Mode, PreparedSearch } from '../ground.ts'
import { findSignIn, type SearchTask, type Sighting } from '../quest.ts'
import { replayRequest } from '../replay-request.ts'
import type { Formula } from './formula.ts'
import type { Witness } from './proof.ts'

/** A matching sign-in, and the search that found it. */
export interface FoundSignIn {
  readonly quest: SearchTask
  readonly sighting: Sighting
}

/** The first sign-in that satisfies one of the terms. */
export function look(ground: PreparedSearch, formula: Formula, mode: Mode): FoundSignIn | 'none' | 'given up' {
  let givenUp = false
  for (const term of formula) {
    const quest: SearchTask = { ground, term, mode }
    const found = findSignIn(quest)
    if (found === 'given up') givenUp = true
    else if (found !== 'none') return { quest, sighting: found }
  }
  return givenUp ? 'given up' : 'none'
}

/** The search result for a statement: a sign-in that certainly satisfies it, one that may, or none. */
export interface Looked {
  readonly kind: 'surely' | 'perhaps' | 'none'
  readonly sighted?: FoundSignIn
  readonly givenUp: boolean
}

/** Searches for a sign-in that certainly satisfies the statement; if there is none, for one that may. */
export function findCertainOrPossible(ground: PreparedSearch, formula: Formula): Looked {
  const surely = look(ground, formula, 'surely')
  if (typeof surely === 'object') return { kind: 'surely', sighted: surely, givenUp: false }
  const perhaps = look(ground, formula, 'perhaps')
  const givenUp = perhaps === 'given up' || surely === 'given up'
  if (typeof perhaps === 'object') return { kind: 'perhaps', sighted: perhaps, givenUp }
  return { kind: givenUp ? 'perhaps' : 'none', givenUp }
}

/** The sign-in that was found, with all equivalent ones and the `what-if` request that reproduces it. */
export function witnessOf({ quest, sighting }: FoundSignIn): Witness {
  const { grid } = quest.ground
  const [side] = grid.sides
  const box = widened(quest, sighting)
  const [signIn] = signInsAt(grid, box.witness)
  // Invariant: a claim concerns exactly one side.
  if (side === undefined || signIn === undefined) throw new Error('a claim without policies')
  return {
    words: wordsAt(grid, box.witness),
    parts: partsOf(grid, box),
    decided: decidePolicies(side.compiled, signIn).combined,
    request: replayRequest(side, signIn),
  }
}
