import { cacheByObject } from '../memory/cache-by-object.ts'
import { shown } from '../memory/declared-cache.ts'
import { whenHot } from '../memory/hot-store.ts'
import { atSecondTime } from '../memory/second-time-store.ts'
import { factKey, keyCount } from '../rules/fact-key.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { User } from '../tenant/tenant.ts'
import { credentials } from '../vocabulary/credentials.ts'
import { factDomains, type Known, type LegFacts, missing } from '../vocabulary/facts.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { Signals } from '../vocabulary/requests.ts'
import { decideLeg, type LegDecisions } from './decide-leg.ts'
import { addAccountFacts, addStandingFacts, standingFacts } from './facts/account-facts.ts'
import { addAssignment } from './facts/application-assignment.ts'
import { addBesideMailbox } from './facts/beside-mailbox-facts.ts'
import { blankPersonFacts, type PersonFacts } from './facts/blank-person-facts.ts'
import { externalFactor, hasExternalMethod } from './facts/external-factor.ts'
import { hostSession, sessionHostsOf } from './facts/host-session.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import { addNetworkFacts } from './facts/network-facts.ts'
import { asksNetworkPolicyServer, radiusFactor } from './facts/radius-facts.ts'
import { shareAccess, takesTickets } from './facts/share-facts.ts'
import type { LegContext } from './leg-context.ts'
import { factsOfLeg, guardedOutcomesCache, type LegOutcome, outcomesCache, plainOutcomesCache } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { narrateLeg } from './narrate-leg.ts'
import { registrationWithoutPolicies } from './registration.ts'
import { isWatched } from './watched-signals.ts'

const standingKey = factKey(standingFacts, outcomesCache)
const keyOfLeg = factKey(factsOfLeg, outcomesCache)

const mfaValues: readonly string[] = factDomains.mfaSatisfied
/** Where policies say nothing of registering a method, what it can be: never blocked. */
const registrations: readonly Known<'registration'>[] = ['possible', 'certificate-scope', 'no-method', missing]
const carriedKeys = (credentials.length + 1) * 3 * (mfaValues.length + 1) * registrations.length
const legKeys = keyCount(factsOfLeg) * carriedKeys
if (keyCount(standingFacts) * legKeys > Number.MAX_SAFE_INTEGER)
  throw new Error('person and request are too many facts for one number')

/** A number for what is carried from before, and for whether a method can be registered, below `carriedKeys`. */
function broughtKey(context: LegContext, { mfaRegistered }: Pick<PersonFacts, 'mfaRegistered'>): number {
  const { presents, signals } = context.request
  const presented = shown(outcomesCache, 'presents', presents === undefined ? 0 : credentials.indexOf(presents) + 1, 0)
  const signedIn = shown(
    outcomesCache,
    'signedIn',
    signals.signedIn === undefined ? 0 : signals.signedIn === 'yes' ? 1 : 2,
    0,
  )
  const mfa = shown(outcomesCache, 'mfaSatisfied', mfaValues.indexOf(mfaSatisfied(context)) + 1, 0)
  const registration = mfaRegistered === 'yes' ? 0 : registrations.indexOf(registrationWithoutPolicies(context))
  const registered = shown(outcomesCache, 'registration', registration, 0)
  return ((presented * 3 + signedIn) * (mfaValues.length + 1) + mfa) * registrations.length + registered
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
    const facts = { ...blankPersonFacts }
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

/** Equal for legs of a path with equal facts of the user, and with the same brought along; the last is the part of what is standing. */
export const outcomeKey = (
  context: LegContext,
  person: PersonFacts,
  standing: number = standingKey(person) * legKeys,
): number => standing + keyOfLeg(person) * carriedKeys + broughtKey(context, person)

/** Equal for legs of a path with equal facts of the account, and with the same brought along. */
export function personKeyOf(path: LegPath, context: LegContext): string {
  const standing = standingOf(context.user)
  const person = personFactsOf(path, context, standing.facts)
  const key = outcomeKey(context, person, standing.key)
  const met = `${key} ${person.crossTenant}`
  // Whether stated methods can be presented depends on who has registered them.
  return context.request.signals.methods === undefined ? met : `${met} ${context.user.userPrincipalName}`
}

const decided = (path: LegPath, context: LegContext, facts: LegFacts): LegOutcome =>
  narrateLeg(path, context, decideLeg(path, context, facts))

const noOutcomes = (): readonly PolicyOutcome[] => []

/** Decisions without what each policy says by itself. */
function withoutSinglePolicies(decisions: LegDecisions): LegDecisions {
  const { policies } = decisions
  return policies === undefined
    ? decisions
    : { ...decisions, policySteps: decisions.demandSteps, policies: { ...policies, outcomes: noOutcomes } }
}

/** The sequence of a leg without what each policy says by itself: verdict, prompts, controls and audit trail are complete. */
export function briefOutcomeOfLeg(path: LegPath, context: LegContext): LegOutcome {
  if (context.tenant.conditionalAccess.policies.length === 0) return outcomeOfLeg(path, context)
  const decisions = decideLeg(path, context, allFactsOfLeg(path, context))
  return narrateLeg(path, context, withoutSinglePolicies(decisions))
}

/** All facts of a leg up to where the user is asked for something. */
export function allFactsOfLeg(path: LegPath, context: LegContext): LegFacts {
  const facts = copyOfFacts(path.facts)
  addStandingFacts(facts, context.user)
  addFactsOfLeg(facts, path, context)
  if (isRadius(path)) facts.radiusFactor = radiusFactor(context)
  if (isShare(path)) facts.shareAccess = shareAccess(facts, context)
  if (facts.applicationAssignment === missing) addAssignment(facts, context)
  if (hasExternalMethod(context)) facts.externalFactor = externalFactor(context)
  addBesideMailbox(facts, context)
  if (sessionHostsOf(context) !== undefined) facts.hostSession = hostSession(context)
  return facts
}

/** What a RADIUS connection carries depends on the methods of the user, which are no part of the key. */
const isRadius = ({ planned }: LegPath): boolean => asksNetworkPolicyServer(planned)

/** Who gets a ticket depends on where the user comes from and on the device. */
const isShare = ({ planned }: LegPath): boolean => takesTickets(planned)

/**
 * The sequence of a leg. People with the same facts have the same results, so it is decided and narrated once for each kind of
 * person; but policies choose by name, group and role, which are no facts, so that there it is told once for each user, and a
 * token answers on one device.
 */
export function outcomeOfLeg(path: LegPath, context: LegContext): LegOutcome {
  const { tenant, user, request, answeredBy } = context
  const whole = (): LegOutcome => decided(path, context, allFactsOfLeg(path, context))
  if (answeredBy !== undefined || isWatched(request.signals)) return whole()
  const bringsNothing = request.presents === undefined && isEmpty(request.signals)
  if (tenant.conditionalAccess.policies.length > 0)
    return bringsNothing
      ? atSecondTime(
          path.outcomes.underPolicies,
          shown<'user', object>(guardedOutcomesCache, 'user', user, anyone),
          whole,
        )
      : whole()
  if (!bringsNothing) return outcomeForUser(path, context)
  const key: object = shown<'user', object>(plainOutcomesCache, 'user', user, anyone)
  return whenHot(path.outcomes.byUser, key, () => outcomeForUser(path, context))
}

/** A placeholder for every user while a test omits the user from the key. */
const anyone: object = {}

function isEmpty(signals: Signals): boolean {
  for (const _ in signals) return false
  return true
}

/** Whether the user counts by what no fact of the key says. */
function isOfOneUser(path: LegPath, context: LegContext): boolean {
  if (context.request.signals.methods !== undefined || path.facts.applicationAssignment === missing) return true
  return isRadius(path) || isShare(path) || hasExternalMethod(context) || sessionHostsOf(context) !== undefined
}

function outcomeForUser(path: LegPath, context: LegContext): LegOutcome {
  if (isOfOneUser(path, context)) return decided(path, context, allFactsOfLeg(path, context))
  const standing = standingOf(context.user)
  const person = personFactsOf(path, context, standing.facts)
  if (person.crossTenant !== 'open') return decided(path, context, allFactsOfLeg(path, context))
  return outcomeFor(path, context, person, standing.key, () => allFactsOfLeg(path, context))
}

/** The sequence of a leg without policies for a user with these facts; the last is the key of what is standing of them. */
export function outcomeFor(
  path: LegPath,
  context: LegContext,
  person: PersonFacts,
  standing?: number,
  allFacts = () => Object.assign(copyOfFacts(path.facts), person),
): LegOutcome {
  return atSecondTime(path.outcomes.byFacts, outcomeKey(context, person, standing), () =>
    decided(path, context, allFacts()),
  )
}
