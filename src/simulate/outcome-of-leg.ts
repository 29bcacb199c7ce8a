import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { shown } from '../memory/declared-cache.ts'
import { factKey } from '../rules/fact-key.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { Domain } from '../tenant/domain.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { factDomains, type LegFacts } from '../vocabulary/facts.ts'
import { decideLeg } from './decide-leg.ts'
import { accountFacts, addAccountFacts } from './facts/account-facts.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import { addNetworkFacts, networkFacts } from './facts/network-facts.ts'
import type { LegContext } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { type LegOutcome, narrateLeg } from './narrate-leg.ts'

const personFacts = [...accountFacts, ...networkFacts] as const
type PersonFacts = Pick<LegFacts, (typeof personFacts)[number]>

// Every property of the person's facts, so that all of these have one shape.
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
const personKey = factKey(personFacts, outcomes.declared)

const mfaValues: readonly string[] = factDomains.mfaSatisfied
const broughtKeys = (credentials.length + 1) * 3 * (mfaValues.length + 1)

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

function addPersonFacts(facts: PersonFacts, { negotiated }: LegPath, context: LegContext): void {
  addAccountFacts(facts, context)
  const { used } = negotiated.authentication
  if (used !== null) addNetworkFacts(facts, context, used)
}

/** The facts of the person alone: they make up the key, and copying all facts would take longer than finding the outcome. */
function personFactsOf(path: LegPath, context: LegContext): PersonFacts {
  const facts: PersonFacts = { ...blank }
  const { registrationGrace } = path.facts
  if (registrationGrace !== undefined) facts.registrationGrace = registrationGrace
  addPersonFacts(facts, path, context)
  return facts
}

const nowhere: Pick<Domain, 'identityProvider'> = {}

/**
 * How a leg goes. People of whom the same facts hold fare alike, so it is decided and narrated once for each kind of
 * person; but policies choose by name, group and role, which are no facts.
 */
export function outcomeOfLeg(path: LegPath, context: LegContext): LegOutcome {
  const decided = (facts: LegFacts): LegOutcome => narrateLeg(path, context, decideLeg(path, context, facts))
  if (context.tenant.conditionalAccess.policies.length > 0) {
    const facts = copyOfFacts(path.facts)
    addPersonFacts(facts, path, context)
    return decided(facts)
  }
  const person = personFactsOf(path, context)
  const { identityProvider } = context.user.domain ?? nowhere
  const key = personKey(person) * broughtKeys + broughtKey(context)
  return outcomes.find(path, [identityProvider, key], () => decided(Object.assign(copyOfFacts(path.facts), person)))
}
