import { decidePolicies } from '../../simulate/conditional-access/evaluate.ts'
import { partsOf, signInsAt, wordsAt } from '../box-parts.ts'
import { widened } from '../boxes.ts'
import type { Ground, Mode } from '../ground.ts'
import { findSignIn, type Quest, type Sighting } from '../quest.ts'
import { replayRequest } from '../replay-request.ts'
import type { Formula } from './formula.ts'
import type { Witness } from './proof.ts'

/** A sign-in that was found, and what was looked for. */
export interface Sighted {
  readonly quest: Quest
  readonly sighting: Sighting
}

/** The first sign-in of one of some terms. */
export function look(ground: Ground, formula: Formula, mode: Mode): Sighted | 'none' | 'given up' {
  let givenUp = false
  for (const term of formula) {
    const quest: Quest = { ground, term, mode }
    const found = findSignIn(quest)
    if (found === 'given up') givenUp = true
    else if (found !== 'none') return { quest, sighting: found }
  }
  return givenUp ? 'given up' : 'none'
}

/** What was found of a statement: a sign-in of which it is surely true, one of which it may be, or none. */
export interface Looked {
  readonly kind: 'surely' | 'perhaps' | 'none'
  readonly sighted?: Sighted
  readonly givenUp: boolean
}

/** Looks for a sign-in that surely is as said, and where there is none for one that may be. */
export function lookTwice(ground: Ground, formula: Formula): Looked {
  const surely = look(ground, formula, 'surely')
  if (typeof surely === 'object') return { kind: 'surely', sighted: surely, givenUp: false }
  const perhaps = look(ground, formula, 'perhaps')
  if (typeof perhaps === 'object') return { kind: 'perhaps', sighted: perhaps, givenUp: false }
  const givenUp = perhaps === 'given up' || surely === 'given up'
  return { kind: givenUp ? 'perhaps' : 'none', givenUp }
}

/** A sign-in that was found, with all that is like it and the question to `what-if` that shows it. */
export function witnessOf({ quest, sighting }: Sighted): Witness {
  const { grid } = quest.ground
  const [side] = grid.sides
  const [signIn] = signInsAt(grid, sighting.places)
  // Invariant: a claim is about one side.
  if (side === undefined || signIn === undefined) throw new Error('a claim without policies')
  return {
    words: wordsAt(grid, sighting.places),
    parts: partsOf(grid, widened(quest, sighting)),
    decided: decidePolicies(side.compiled, signIn).combined,
    request: replayRequest(side, signIn),
  }
}
