import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { factKey } from '../rules/fact-key.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { Domain } from '../tenant/domain.ts'
import type { Tenant, User } from '../tenant/tenant.ts'
import { tenantAt } from '../tenant/tenant-at.ts'
import type { Trace } from '../trace/step.ts'
import type { LegFacts } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { ClientRequest, SignInRequest } from '../vocabulary/requests.ts'
import { decideLeg } from './decide-leg.ts'
import { accountFacts, addAccountFacts } from './facts/account-facts.ts'
import { mfaSatisfied } from './facts/mfa-satisfied.ts'
import { addNetworkFacts, networkFacts } from './facts/network-facts.ts'
import type { LegContext, PlannedLeg } from './leg-context.ts'
import type { LegPath } from './leg-path.ts'
import { waysOf } from './leg-paths.ts'
import { holdingsOf } from './mailbox-profile.ts'
import { type LegOutcome, narrateLeg } from './narrate-leg.ts'
import { clientNamed } from './plan-requests.ts'
import type { Session } from './session.ts'
import { traceOfLeg } from './trace-of-leg.ts'

/**
 * All conversations of one client for one purpose. The names must be those of the tenant (or, for the client, of the
 * catalog); events up to the instant of the request are applied first.
 */
export function simulateSession(tenant: Tenant, request: ClientRequest): readonly Trace[] {
  const now = tenantAt(tenant, request.at)
  const user = now.users.get(request.user)
  const client = clientNamed(now, request.client)
  const network = now.networks.get(request.network)
  if (user === undefined || client === undefined || network === undefined)
    throw new Error(`the request names nobody: ${request.user}, ${request.client}, ${request.network}`)
  const session: Session = { tenant: now, profile: holdingsOf(user), client, network, request }
  return waysOf(session, request).map((path) => simulateLeg(session, path, user, request))
}

/** One conversation with one relying party: pure, synchronous, always recorded. */
function simulateLeg(
  { tenant, profile, client, network }: Session,
  path: LegPath,
  user: User,
  asked: ClientRequest,
): Trace {
  const request = signInRequest(path.planned, asked)
  const context: LegContext = {
    tenant,
    user,
    profile,
    client,
    network,
    workload: path.workload,
    request,
    at: asked.at,
  }
  return traceOfLeg(path, context, courseOf(path, context))
}

// One number has room for these; one more is a part of its own.
const personFacts = [...accountFacts, ...networkFacts].filter((name) => name !== 'cloudMethod')

type CourseParts = [
  way: LegPath,
  presents: ClientRequest['presents'],
  signedIn: ClientRequest['signals']['signedIn'],
  mfaSatisfied: string,
  cloudMethod: LegFacts['cloudMethod'],
  identityProvider: Domain['identityProvider'],
  facts: number,
]

// Invariant: without policies a leg reads the way and, of the request and the person, these parts alone.
const courses = cachePerOwner<LegOutcome, CourseParts>({
  name: 'how a leg goes',
  owner: 'tenant',
  parts: ['way', 'presents', 'signedIn', 'mfaSatisfied', 'cloudMethod', 'identityProvider', 'facts of the person'],
  within: personFacts,
  keep: 'when asked again',
})
const personKey = factKey(personFacts, courses.declared)
const nowhere: Pick<Domain, 'identityProvider'> = {}

/**
 * How a leg goes. People of whom the same facts hold fare alike, so it is decided and told once for each kind of person;
 * but policies choose by name, group and role, which are no facts.
 */
function courseOf(path: LegPath, context: LegContext): LegOutcome {
  const { tenant, request, user } = context
  const facts = copyOfFacts(path.facts)
  addAccountFacts(facts, context)
  const { used } = path.negotiated.authentication
  if (used !== null) addNetworkFacts(facts, context, used)
  const uncached = () => narrateLeg(path, context, decideLeg(path, context, facts))
  if (tenant.conditionalAccess.policies.length > 0) return uncached()
  const { identityProvider } = user.domain ?? nowhere
  const { presents, signals } = request
  const parts: CourseParts = [
    path,
    presents,
    signals.signedIn,
    mfaSatisfied(context),
    facts.cloudMethod,
    identityProvider,
    personKey(facts),
  ]
  return courses.find(tenant, parts, uncached)
}

/** One by one, since adding to an object that was spread is many times slower. */
function signInRequest(planned: PlannedLeg, asked: ClientRequest): SignInRequest {
  const { leg, relyingParty, protocol, prompt, optional, candidates, endpoint } = planned
  const { user, client, purpose, network, at, signals, presents, application } = asked
  const request: Mutable<SignInRequest> = {
    leg,
    relyingParty,
    protocol,
    prompt,
    optional,
    user,
    client,
    purpose,
    network,
    at,
    signals,
  }
  if (candidates !== undefined) request.candidates = candidates
  if (endpoint !== undefined) request.endpoint = endpoint
  if (presents !== undefined) request.presents = presents
  if (application !== undefined && relyingParty === 'application') request.application = application
  return request
}
