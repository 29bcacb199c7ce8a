import { addAll, type Bitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Watch } from '../../vocabulary/progress.ts'
import type { ClientRequest, Instant, NetworkName } from '../../vocabulary/requests.ts'
import { peopleOf, playsOf, type SweptUsers } from './crowd.ts'
import type { Played } from './played.ts'
import type { Because, GapCase, GapDetails, GapKind, GapSeverity, GapWay } from './result.ts'

/** Observes each sign-in once, and reports its findings at the end. */
export interface Observer {
  readonly see: (played: Played) => void
  readonly end: () => readonly GapCase[]
}

/** The networks and signals of the swept sign-ins. */
export type SweepFilter = Pick<RequestFilter, 'network' | 'signals'>

/** The inputs of a sweep. */
export interface Sweep {
  readonly crowd: SweptUsers
  readonly tenant: Tenant
  readonly at: Instant
  readonly horizon: Instant
  readonly filter: SweepFilter
  readonly watch?: Watch
  /** No results are reused from one date to the next, or from one network to another. */
  readonly exhaustive: boolean
  /** Networks from which sign-ins go alike at every date have the same word. */
  readonly likeness: ReadonlyMap<NetworkName, string>
}

/** A sign-in that demonstrates something. */
export interface Sample {
  readonly kind: GapKind
  readonly severity: GapSeverity
  readonly about: string
  readonly way?: GapWay
  readonly because: readonly Because[]
  readonly origin: Origin
  readonly details?: GapDetails
  /** Sightings of several classes are merged into one case. */
  readonly acrossClasses?: true
}

interface Open {
  readonly sighting: Sample
  readonly first: Played
  readonly people: Map<number, { readonly kind: Kind; readonly users: Bitmap }>
  readonly clients: Set<string>
  /** The networks of each client and purpose, in the order of the sweep. */
  readonly networks: Map<string, Set<NetworkName>>
  readonly purposes: Set<ClientRequest['purpose']>
}

/** Merges sightings into cases: those that differ only in purpose and network are one case. */
export interface Collector {
  readonly add: (played: Played, sighting: Sample) => void
  readonly cases: () => readonly GapCase[]
}

const reason = (because: Because): string =>
  'rule' in because ? because.rule : 'event' in because ? because.event : because.statement

/** The networks as a sweep that visits each of them meets them: those of one client and purpose in the order of the file. */
function inOrderOf(crowd: SweptUsers, networks: Open['networks']): readonly NetworkName[] {
  const all = [...crowd.sets.tenant.networks.keys()]
  const met = [...networks.values()].flatMap((some) =>
    some.size === 1 ? [...some] : all.filter((one) => some.has(one)),
  )
  return [...new Set(met)]
}

function finished(crowd: SweptUsers, { sighting, first, people, clients, purposes, networks }: Open): GapCase {
  const { kind, severity, about, way, because, origin, details } = sighting
  const { client, purpose, network, at, presents, application } = first.request
  const user = first.nameOf(first.users)
  return {
    kind,
    severity,
    about,
    ...(way && { way }),
    witness: { user, client, purpose, network, at, ...(presents && { presents }), ...(application && { application }) },
    people: [...people.values()].map(({ kind: one, users }) => peopleOf(crowd, one, users)),
    clients: [...clients],
    purposes: [...purposes],
    networks: inOrderOf(crowd, networks),
    because,
    origin,
    details: details ?? {},
  }
}

function addPeople({ people }: Open, { kind, users }: Played): void {
  const known = people.get(kind.index)
  if (known === undefined) people.set(kind.index, { kind, users: users.slice() })
  else addAll(known.users, users)
}

/** An empty collector. */
export function collector({ crowd }: Pick<Sweep, 'crowd'>): Collector {
  const open = new Map<string, Open>()
  return {
    add: (played, sighting) => {
      const { kind, about, way, because, acrossClasses } = sighting
      const apart = acrossClasses ? '' : played.kind.index
      // Users of a kind can differ, so a finding with one client may affect others than with another client.
      const named = crowd.whole ? [] : [played.request.client, ...(sighting.details?.policies ?? [])]
      const key = [kind, apart, about, way ?? '', ...because.map(reason), ...named].join('\u0000')
      const { client, purpose } = played.request
      const known = open.get(key) ?? {
        sighting,
        first: played,
        people: new Map(),
        clients: new Set(),
        networks: new Map(),
        purposes: new Set(),
      }
      open.set(key, known)
      addPeople(known, played)
      known.clients.add(client)
      known.purposes.add(purpose)
      const place = `${client} ${purpose}`
      const networks = known.networks.get(place) ?? new Set()
      known.networks.set(place, networks)
      for (const network of played.networks) networks.add(network)
    },
    cases: () => [...open.values()].map((one) => finished(crowd, one)),
  }
}

/** Requests where only policies matter: self-service that they name, and tokens for declared applications. */
function* besides({ tenant, at, filter }: Sweep, user: string): Iterable<ClientRequest> {
  if (tenant.conditionalAccess.policies.length === 0) return
  for (const purpose of ['register-for-mfa', 'register-device'] as const)
    yield* planRequests(tenant, { ...filter, user, purpose, at })
  for (const application of tenant.applications.keys())
    yield* planRequests(tenant, { ...filter, user, purpose: 'get-token', application, at })
}

/**
 * The plausible sign-ins: people do not use clients made for applications, and do not administer without a role. A
 * client that the file assigns to named users is always plausible for them.
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

/** A request, and the networks from which it goes alike. */
export interface Asked {
  readonly request: ClientRequest
  readonly networks: readonly NetworkName[]
}

/** Requests with the same word are one, in the name of the first. */
export function alike(asked: readonly Asked[], wordOf: (request: ClientRequest) => string): readonly Asked[] {
  const found = new Map<string, { readonly request: ClientRequest; readonly networks: NetworkName[] }>()
  for (const { request, networks } of asked) {
    const word = wordOf(request)
    const known = found.get(word)
    if (known === undefined) found.set(word, { request, networks: [...networks] })
    else known.networks.push(...networks)
  }
  return [...found.values()]
}

/** Requests of one kind of user, together those that differ in nothing but the network. */
function* passesOf(requests: Iterable<ClientRequest>): Iterable<readonly Asked[]> {
  let pass: Asked[] = []
  for (const request of requests) {
    const before = pass[0]?.request
    const { client, purpose, application, network } = request
    if (client !== before?.client || purpose !== before.purpose || application !== before.application) {
      if (pass.length > 0) yield pass
      pass = []
    }
    pass.push({ request, networks: [network] })
  }
  if (pass.length > 0) yield pass
}

/**
 * The requests of one kind of user by client and purpose; those that differ in nothing but a network that is alike at
 * every date are one.
 */
export function* withoutAlike(
  { likeness, exhaustive }: Sweep,
  requests: Iterable<ClientRequest>,
): Iterable<readonly Asked[]> {
  for (const pass of passesOf(requests))
    yield exhaustive ? pass : alike(pass, ({ network }) => likeness.get(network) ?? network)
}

/** The same sign-in by networks that are alike at every date, for every user. */
export function apartAtAnyDate({ likeness }: Sweep, { request, networks }: Asked): readonly Asked[] {
  const each = networks.map((network) => ({ request: { ...request, network }, networks: [network] }))
  return alike(each, ({ network }) => likeness.get(network) ?? network)
}

/** Requests that differ in nothing but a network from which a sign-in of the kind goes alike are one. */
export function withoutAlikeNetworks(
  { crowd, exhaustive }: Sweep,
  kind: Kind,
  pass: readonly Asked[],
): readonly Asked[] {
  return exhaustive || pass.length === 1 ? pass : alike(pass, (request) => crowd.engine.likeness(kind, request))
}

/** Every sign-in of every kind of user, in file order. */
export function* sweepOf(sweep: Sweep): Iterable<Played> {
  const { crowd, tenant, at, filter, watch } = sweep
  const { kinds, users: ofUsers } = crowd.sets
  let users = 0
  let paths = 0
  for (const kind of kinds) {
    const user = kind.representative
    const passes = [...withoutAlike(sweep, sensibleRequests(tenant, { ...filter, user, at }))]
    for (const [done, pass] of passes.entries()) {
      watch?.({ users, ofUsers, paths, share: (kind.index + done / passes.length) / kinds.length })
      for (const { request, networks } of withoutAlikeNetworks(sweep, kind, pass)) {
        yield* playsOf(crowd, kind, request, { networks })
        paths += networks.length
      }
    }
    for (const pass of withoutAlike(sweep, besides(sweep, user)))
      for (const { request, networks } of withoutAlikeNetworks(sweep, kind, pass))
        yield* playsOf(crowd, kind, request, { networks, forPolicies: true })
    users += kind.size
  }
  watch?.({ users, ofUsers, paths })
}
