import type { AskedOfPolicies } from './asked-words.ts'
import type { LegPath } from './leg-path.ts'
import { personKeyOf } from './outcome-of-leg.ts'
import { mayBeSilent, type UndecidedLeg } from './simulate-session.ts'

/** Words for legs of a kind of user with one client for one purpose, from whichever network. */
export interface LegLikeness {
  /** Equal for legs that go alike where the policies say the same. */
  readonly withoutPolicies: (leg: UndecidedLeg) => string
  /** Equal for legs that go alike whichever policies concern the user. */
  readonly whole: (leg: UndecidedLeg, asked: AskedOfPolicies) => string
}

/** Everything that a path says, but for where the file says it. */
export function pathText({ workload: _workload, stated, outcomes: _outcomes, ...path }: LegPath): string {
  return JSON.stringify([path, stated.assumed, stated.origins.map((table) => Object.keys(table))])
}

/**
 * Finds words for legs. Invariant: of the network, deciding and telling read what the path, the facts of the account and
 * the questions to the policies say, beside the claims that an identity provider sees; of the questions they read
 * nothing but the answers; where a token or a ticket may answer, they read the name too.
 */
export function legLikeness(pathNumber: (path: LegPath) => number): LegLikeness {
  const withoutPolicies: LegLikeness['withoutPolicies'] = (leg) => {
    const { path, context } = leg
    return `${pathNumber(path)} ${personKeyOf(path, context)} ${mayBeSilent(leg) ? context.network.name : ''}`
  }
  return { withoutPolicies, whole: (leg, { texts }) => [withoutPolicies(leg), ...texts].join('\u0000') }
}
