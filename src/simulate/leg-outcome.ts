import { declareCache } from '../memory/declared-cache.ts'
import { type HotStore, hotStore } from '../memory/hot-store.ts'
import { type SecondTimeStore, secondTimeStore } from '../memory/second-time-store.ts'
import type { Trace } from '../trace/step.ts'
import type { SecondFactor } from '../vocabulary/credentials.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import { accountFactsOfLeg, standingFacts } from './facts/account-facts.ts'
import { networkFacts } from './facts/network-facts.ts'

/** How a leg goes, by whatever name the user is known: equal for all users with the same facts. */
export interface LegOutcome extends Omit<Trace, 'request' | 'origins'> {
  readonly facts: LegFacts
  /** Where the user is among the actors; -1 where nobody gets so far as to ask. */
  readonly userAt: number
  /** The second factor of an interactive sign-in, where the user presents methods; kept here since most legs have none. */
  readonly interactive: SecondFactor | undefined
}

/**
 * The facts of a user that differ from leg to leg. Who is kept out by cross-tenant access is decided one by one, so that
 * in the key it is always open.
 */
export const factsOfLeg = [...accountFactsOfLeg, ...networkFacts].filter((name) => name !== 'crossTenant')
/** All facts of a user that the key of an outcome has. */
export const personFacts = [...standingFacts, ...factsOfLeg] as const

/** What else a leg without policies reads: what is presented, what is brought along, and whether a method can be registered. */
const carriedParts = ['presents', 'signedIn', 'mfaSatisfied', 'registration'] as const

// Invariant: without policies a leg reads its path, to which the store belongs, and these parts of request and user
// alone (decision 4). A path is one of a tenant and of a mail domain, and so of one identity provider.
/** How legs go: one number is the key over all parts. */
export const outcomesCache = declareCache('how a leg goes', [...personFacts, ...carriedParts])

// Invariant: without policies a sign-in that states no signals and presents nothing reads its path and its user alone.
/** How legs go for one user who brings nothing along, so that no facts have to be gathered to find it. */
export const plainOutcomesCache = declareCache('how a leg goes for one user', ['user'])

// Invariant: the same holds under policies, but nobody shares an outcome with others: policies choose by name, group and role.
/** How legs go for one user under policies, who brings nothing along. */
export const guardedOutcomesCache = declareCache('how a leg goes for one user under policies', ['user'])

/** How the leg of one path goes, as far as it was found. */
export interface OutcomesOfPath {
  /** For users with the same facts. */
  readonly byFacts: SecondTimeStore<LegOutcome>
  /** For users who bring nothing along. */
  readonly byUser: HotStore<LegOutcome>
  /** The same where there are policies. */
  readonly underPolicies: SecondTimeStore<LegOutcome, object>
}

/** No outcome yet; a path of many users is played for each of them once or twice, where keeping more is of no use. */
export const noOutcomes = (): OutcomesOfPath => ({
  byFacts: secondTimeStore(outcomesCache, 10_000),
  byUser: hotStore(plainOutcomesCache, 100),
  underPolicies: secondTimeStore(guardedOutcomesCache, 32),
})
