import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import type { Population } from '../population/population.ts'
import type { UserClass } from '../population/results.ts'
import type { Because, GapCase, GapDetails, GapKind, GapPeople, GapSeverity, GapWay } from './result.ts'

/** One sign-in of the sweep with all that happened. */
export interface Played {
  readonly one: UserClass
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
  readonly verdict: SessionVerdict
  /** Self-service and tokens for declared applications, which only policies are asked about. */
  readonly forPolicies: boolean
}

/** Looks at each sign-in once, and says at the end what it has seen. */
export interface Observer {
  readonly see: (played: Played) => void
  readonly end: () => readonly GapCase[]
}

/** From where the sign-ins of a sweep come, and what each of them brings along. */
export type SweepFilter = Pick<RequestFilter, 'network' | 'signals'>

/** What a sweep is made of. */
export interface Sweep {
  readonly population: Population
  readonly tenant: Tenant
  readonly at: Instant
  readonly horizon: Instant
  readonly filter: SweepFilter
  readonly watch?: Watch
  /** Nothing is taken over from one date to the next. */
  readonly exhaustive: boolean
}

/** A sign-in that shows something. */
export interface Sighting {
  readonly kind: GapKind
  readonly severity: GapSeverity
  readonly about: string
  readonly way?: GapWay
  readonly because: readonly Because[]
  readonly origin: Origin
  readonly details?: GapDetails
  /** Sightings of several classes are one case. */
  readonly acrossClasses?: true
}

interface Open {
  readonly sighting: Sighting
  readonly first: Played
  readonly classes: Map<number, UserClass>
  readonly clients: Set<string>
  readonly purposes: Set<ClientRequest['purpose']>
  readonly networks: Set<string>
}

/** Gathers sightings into cases: those equal except for purpose and network are one. */
export interface Collector {
  readonly add: (played: Played, sighting: Sighting) => void
  readonly cases: () => readonly GapCase[]
}

const reason = (because: Because): string =>
  'rule' in because ? because.rule : 'event' in because ? because.event : because.statement

const peopleOf = ({ index, representative, members, size }: UserClass): GapPeople => ({
  class: index,
  representative,
  ...(members && { members }),
  size,
})

function finished({ sighting, first, classes, clients, purposes, networks }: Open): GapCase {
  const { kind, severity, about, way, because, origin, details } = sighting
  const { user, client, purpose, network, at, presents, application } = first.request
  return {
    kind,
    severity,
    about,
    ...(way && { way }),
    witness: { user, client, purpose, network, at, ...(presents && { presents }), ...(application && { application }) },
    people: [...classes.values()].map(peopleOf),
    clients: [...clients],
    purposes: [...purposes],
    networks: [...networks],
    because,
    origin,
    details: details ?? {},
  }
}

/** An empty collector. */
export function collector(): Collector {
  const open = new Map<string, Open>()
  return {
    add: (played, sighting) => {
      const { kind, about, way, because, acrossClasses } = sighting
      const apart = acrossClasses ? '' : played.one.index
      const key = [kind, apart, about, way ?? '', ...because.map(reason)].join('\u0000')
      const { client, purpose, network } = played.request
      const known = open.get(key) ?? {
        sighting,
        first: played,
        classes: new Map(),
        clients: new Set(),
        purposes: new Set(),
        networks: new Set(),
      }
      open.set(key, known)
      known.classes.set(played.one.index, played.one)
      known.clients.add(client)
      known.purposes.add(purpose)
      known.networks.add(network)
    },
    cases: () => [...open.values()].map(finished),
  }
}

/** Plays one request; undefined if there is nothing to talk to. */
export function playedOf(
  tenant: Tenant,
  one: UserClass,
  request: ClientRequest,
  forPolicies = false,
): Played | undefined {
  const traces = simulateSession(tenant, request)
  return traces.length === 0 ? undefined : { one, request, traces, verdict: sessionVerdict(traces), forPolicies }
}

/** What only policies are asked about: the self-service that they name, and tokens for declared applications. */
function* besides({ tenant, at, filter }: Sweep, user: string): Iterable<ClientRequest> {
  if (tenant.conditionalAccess.policies.length === 0) return
  for (const purpose of ['register-for-mfa', 'register-device'] as const)
    yield* planRequests(tenant, { ...filter, user, purpose, at })
  for (const application of tenant.applications.keys())
    yield* planRequests(tenant, { ...filter, user, purpose: 'get-token', application, at })
}

/**
 * The sign-ins that anyone would try: people do not use clients made for applications, nor administer without a role.
 * A client that the file gives to named users is tried by them whatever it is made for.
 */
export function* sensibleRequests(tenant: Tenant, filter: RequestFilter): Iterable<ClientRequest> {
  for (const request of planRequests(tenant, filter)) {
    const client = tenant.clients.get(request.client)
    const user = tenant.users.get(request.user)
    if (client?.users !== undefined || user === undefined) yield request
    else {
      const isProgram = user.kind === 'service-principal' || user.kind === 'managed-identity'
      const madeForOthers = client?.product.appOnly !== undefined && !isProgram
      const withoutRole = request.purpose === 'administer' && !isProgram && user.roles?.size === 0
      if (!madeForOthers && !withoutRole) yield request
    }
  }
}

/** Every sign-in of every class, class by class, in the order of the file. */
export function* sweepOf(sweep: Sweep): Iterable<Played> {
  const { population, tenant, at, filter, watch } = sweep
  const { classes, users: ofUsers } = population
  let users = 0
  let paths = 0
  for (const one of classes) {
    watch?.({ users, ofUsers, paths })
    users += one.size
    for (const request of sensibleRequests(tenant, { ...filter, user: one.representative, at })) {
      const played = playedOf(tenant, one, request)
      paths += 1
      if (played !== undefined) yield played
    }
    for (const request of besides(sweep, one.representative)) {
      const played = playedOf(tenant, one, request, true)
      if (played !== undefined) yield played
    }
  }
  watch?.({ users, ofUsers, paths })
}
