import { cacheByObject } from '../memory/cache-by-object.ts'
import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { shown } from '../memory/declared-cache.ts'
import { factKey, keyCount } from '../rules/fact-key.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { Domain } from '../tenant/domain.ts'
import type { User } from '../tenant/tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { decideLeg } from './decide-leg.ts'
import { accountFactsOfLeg, addAccountFacts, addStandingFacts, standingFacts } from './facts/account-facts.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import { addNetworkFacts, networkFacts } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { type LegOutcome, narrateLeg } from './narrate-leg.ts'

const factsOfLeg = [...accountFactsOfLeg, ...networkFacts] as const
/** What the key knows about a user. */
export const personFacts = [...standingFacts, ...factsOfLeg] as const
type PersonFacts = Pick<LegFacts, (typeof personFacts)[number]>

// Every property of the user's facts, so that all of these have one shape.
const blank: PersonFacts = Object.fromEntries(personFacts.map((name) => [name, undefined]))

/** What else a leg without policies reads of the request: what is presented, and what is brought along. */
const broughtParts = ['presents', 'signedIn', 'mfaSatisfied'] as const

// Invariant: without policies a leg reads its path, which is one of a tenant, and these parts of request and person alone.
const outcomes = cachePerOwner<LegOutcome, [identityProvider: Domain['identityProvider'], person: number]>({
  name: 'how a leg goes',
  owner: 'path',
  parts: ['identityProvider', 'person and request'],
  within: [...personFacts, ...broughtParts],
  keep: 'when asked again',
})
const standingKey = factKey(standingFacts, outcomes.declared)
const keyOfLeg = factKey(factsOfLeg, outcomes.declared)

const mfaValues: readonly string[] = factDomains.mfaSatisfied
const broughtKeys = (credentials.length + 1) * 3 * (mfaValues.length + 1)
const legKeys = keyCount(factsOfLeg) * broughtKeys
if (keyCount(standingFacts) * legKeys > Number.MAX_SAFE_INTEGER)
  throw new Error('person and request are too many facts for one number')

/** A number for what is brought along, below `broughtKeys`. */
function broughtKey(context: LegContext): number {
  const { presents, signals } = context.request
  const { declared } = outcomes
  const presented = shown(declared, 'presents', presents === undefined ? 0 : credentials.indexOf(presents) + 1, 0)
  const signedIn = shown(
    declared,
    'signedIn',
    signals.signedIn === undefined ? 0 : signals.signedIn === 'yes' ? 1 : 2,
    0,
  )
  const mfa = shown(declared, 'mfaSatisfied', mfaValues.indexOf(mfaSatisfied(context)) + 1, 0)
  return (presented * 3 + signedIn) * (mfaValues.length + 1) + mfa
}

/** What the file states about a user, and the part of the key that follows from it. */
interface Standing {
  readonly facts: PersonFacts
  readonly key: number
}

// Invariant: a user does not change, and what is stated of the account is in the user and its domain.
const standings = cacheByObject<User, Standing>('what is stated of an account', 'user')

function standingOf(user: User): Standing {
  return standings(user, () => {
    const facts = { ...blank }
    addStandingFacts(facts, user)
    return { facts, key: standingKey(facts) * legKeys }
  })
}

function addFactsOfLeg(facts: PersonFacts, { negotiated }: LegPath, context: LegContext): void {
  addAccountFacts(facts, context)
  const { used } = negotiated.authentication
  if (used !== null) addNetworkFacts(facts, context, used)
}

/** The facts of the user alone: they make up the key, and copying all facts would take longer than finding the outcome. */
function personFactsOf(path: LegPath, context: LegContext, standing: PersonFacts): PersonFacts {
  const facts: PersonFacts = { ...standing }
  const { registrationGrace } = path.facts
  if (registrationGrace !== undefined) facts.registrationGrace = registrationGrace
  addFactsOfLeg(facts, path, context)
  return facts
}

const decided = (path: LegPath, context: LegContext, facts: LegFacts): LegOutcome =>
  narrateLeg(path, context, decideLeg(path, context, facts))

/** All facts of a leg up to where the user is asked for something. */
export function allFactsOfLeg(path: LegPath, context: LegContext): LegFacts {
  const facts = copyOfFacts(path.facts)
  addStandingFacts(facts, context.user)
  addFactsOfLeg(facts, path, context)
  return facts
}

const nowhere: Pick<Domain, 'identityProvider'> = {}

/**
 * How a leg goes. People with the same facts have the same results, so it is decided and narrated once for each kind of
 * person; but policies choose by name, group and role, which are no facts, and a token answers on one device.
 */
export function outcomeOfLeg(path: LegPath, context: LegContext): LegOutcome {
  if (context.tenant.conditionalAccess.policies.length > 0 || context.answeredBy !== undefined)
    return decided(path, context, allFactsOfLeg(path, context))
  const standing = standingOf(context.user)
  return outcomeFor(path, context, personFactsOf(path, context, standing.facts), standing.key)
}

/** How a leg goes without policies for a user with these facts; the last is the key of what is standing of them. */
export function outcomeFor(
  path: LegPath,
  context: LegContext,
  person: PersonFacts,
  standing = standingKey(person) * legKeys,
): LegOutcome {
  const { identityProvider } = context.user.domain ?? nowhere
  const key = standing + keyOfLeg(person) * broughtKeys + broughtKey(context)
  return outcomes.find(path, [identityProvider, key], () =>
    decided(path, context, Object.assign(copyOfFacts(path.facts), person)),
  )
}
