import { cachePerOwner } from '../memory/cache-per-owner.ts'
import { copyOfFacts } from '../rules/generated/fact-shape.ts'
import type { Step } from '../trace/step.ts'
import { type LegFacts, missing } from '../vocabulary/facts.ts'
import type { Mutable } from '../vocabulary/mutable.ts'
import type { ClientRequest } from '../vocabulary/requests.ts'
import { clientActor, serviceActor } from './cast.ts'
import { statedByLegPath } from './declared.ts'
import { addAgreed } from './facts/agreed-facts.ts'
import { addClientFacts } from './facts/client-facts.ts'
import { addMailboxFacts } from './facts/mailbox-facts.ts'
import { addRadiusFacts } from './facts/radius-facts.ts'
import { addSendingFacts } from './facts/sending-facts.ts'
import { addFlowFacts, addServiceFacts } from './facts/service-facts.ts'
import { addShareFacts } from './facts/share-facts.ts'
import { addTenantFacts } from './facts/tenant-facts.ts'
import { clientAppTypesOf, flowClassOf } from './flow-class.ts'
import type { Asked, LegPathContext, PlannedLeg } from './leg-context.ts'
import { noOutcomes } from './leg-outcome.ts'
import type { LegPath } from './leg-path.ts'
import { withoutFlow } from './leg-verdicts.ts'
import { negotiate, offersAlike } from './negotiate.ts'
import { planLegs } from './plan-legs.ts'
import { presumptions } from './presumptions.ts'
import { readingsOfSession } from './readings-of-session.ts'
import { resourceOf } from './resource-of.ts'
import type { Session } from './session.ts'

type LegPathParts = [
  at: ClientRequest['at'],
  ipAddress: string | undefined,
  application: ClientRequest['application'],
  profile: Session['profile'],
  network: Session['network'],
  client: Session['client'],
  purpose: ClientRequest['purpose'],
]

// Invariant: planning and negotiating read no more of a session and a request than these parts.
const paths = cachePerOwner<readonly LegPath[], LegPathParts>({
  name: 'legs of a session',
  owner: 'tenant',
  // What seldom differs comes first, since each part opens a separate level.
  parts: ['at', 'ipAddress', 'application', 'profile', 'network', 'client', 'purpose'],
})

/** The legs of a session in the order in which they take place, each up to where the account comes in. */
export function legPathsOf(
  session: Session,
  { at, signals }: Pick<ClientRequest, 'at' | 'signals'>,
): readonly LegPath[] {
  const { tenant, client, network, profile, request } = session
  const { ipAddress } = signals
  const parts: LegPathParts = [at, ipAddress, request.application, profile, network, client, request.purpose]
  return paths.find(tenant, parts, () => {
    const place = ipAddress === undefined ? {} : { ipAddress }
    const readings = readingsOfSession(session)
    return plannedUnder(session, readings).map((planned) => {
      const own = contextOf(session, planned, place, at)
      const others = readings?.map((one) => contextOf(one, planned, place, at)) ?? []
      return legPathOf(others.length === 0 ? own : { ...own, readings: others }, planned)
    })
  })
}

/** The legs of a session; where what exports disagree on decides which legs there are, of places that are not known. */
function plannedUnder(session: Session, readings: readonly Session[] | undefined): readonly PlannedLeg[] {
  const [first = session, ...others] = readings ?? []
  const plan = planLegs(first)
  const isSame = readings !== undefined && others.every((one) => JSON.stringify(planLegs(one)) === JSON.stringify(plan))
  return isSame ? plan : plan.map((planned) => ({ ...planned, place: 'unknown' }))
}

function contextOf(
  { tenant, profile, client, network, request }: Session,
  planned: PlannedLeg,
  signals: Asked['signals'],
  at: ClientRequest['at'],
): LegPathContext {
  return {
    tenant,
    profile,
    client,
    network,
    workload: tenant.workloads.get(planned.relyingParty),
    request: legRequest(planned, request, signals),
    at,
  }
}

/** One by one, since adding to an object that was spread is many times slower. */
function legRequest(
  { leg, relyingParty, place, protocol, prompt, optional, candidates, endpoint }: PlannedLeg,
  { purpose, application }: Session['request'],
  signals: Asked['signals'],
): PlannedLeg & Asked {
  const request: Mutable<PlannedLeg & Asked> = { leg, relyingParty, protocol, prompt, optional, purpose, signals }
  if (candidates !== undefined) request.candidates = candidates
  if (endpoint !== undefined) request.endpoint = endpoint
  if (place !== undefined) request.place = place
  if (application !== undefined && relyingParty === 'application') request.application = application
  return request
}

function addPathFacts(facts: LegFacts, context: LegPathContext): void {
  addClientFacts(facts, context)
  addServiceFacts(facts, context)
  addSendingFacts(facts, context)
  addMailboxFacts(facts, context)
  addRadiusFacts(facts, context)
  addShareFacts(facts, context)
  facts.externalFactor = 'no'
  facts.hostSession = 'not-used'
  addTenantFacts(facts, context)
}

function legPathOf(context: LegPathContext, planned: PlannedLeg): LegPath {
  const facts = copyOfFacts({})
  addAgreed(facts, context, addPathFacts)
  if (!offersAlike(context)) facts.servicePlace = missing
  const negotiated = negotiate(context, facts)
  const { used } = negotiated.authentication
  const path: Mutable<LegPath> = {
    planned,
    workload: context.workload,
    facts,
    negotiated,
    resource: resourceOf(context),
    clientAppTypes: used === null ? [] : clientAppTypesOf(context, used),
    stated: statedByLegPath(context),
    presumed: [],
    opening: [],
    actors: [clientActor(context.client), serviceActor(planned.relyingParty)],
    outcomes: noOutcomes(),
  }
  if (used === null) path.withoutFlow = withoutFlow(negotiated, facts)
  else {
    addAgreed(facts, context, (to, reading) => addFlowFacts(to, reading, used, true))
    facts.flowClass =
      facts.shareTickets === 'entra-id'
        ? 'interactive'
        : flowClassOf(context, used, asksOwnDirectory(facts) ? 'on-premises' : 'online')
    path.presumed = presumptions(context, facts, used)
  }
  path.opening = openingOf(context, path)
  return path
}

/** Whether a password goes to a directory of the service, which is not Microsoft Entra ID. */
const asksOwnDirectory = ({ hosting, service }: LegFacts): boolean =>
  hosting === 'on-premises' || service === 'domain-services'

/** The client connects to the service, which says how it can be spoken to, and the client chooses. */
function openingOf({ request }: LegPathContext, { negotiated, withoutFlow: ending }: LegPath): readonly Step[] {
  const { clientSteps, serviceSteps, authentication } = negotiated
  const { endpoint, leg, protocol, relyingParty: service } = request
  const host = endpoint?.host === undefined ? {} : { host: endpoint.host }
  const steps: Step[] = [...clientSteps.slice(0, 1)]
  const message = leg.startsWith('autodiscover')
    ? ({ kind: 'autodiscover-request', ...host } as const)
    : ({ kind: 'connect', protocol } as const)
  steps.push({ kind: 'message', from: 'client', to: service, message }, ...serviceSteps)
  if (ending !== undefined && ending.kind !== 'undetermined') {
    const status = 'error' in ending ? (ending.error ?? '') : ''
    steps.push({ kind: 'message', from: service, to: 'client', message: { kind: 'protocol-refused', status } })
  } else if (authentication.offered.length > 0) {
    const { offered: flows } = authentication
    steps.push({ kind: 'message', from: service, to: 'client', message: { kind: 'challenge', flows } })
  }
  steps.push(...clientSteps.slice(1))
  return steps
}
