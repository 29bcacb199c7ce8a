import { allRules } from '../../rules/index.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { FactName } from '../../vocabulary/facts.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Recording } from '../scenario/recorder.ts'
import type { Session } from '../scenario/session.ts'
import { decidingRules } from './rules-of.ts'
import { type Run, scenariosOfRun } from './run-model.ts'

/** The exercised part of a list. */
export interface Share {
  readonly covered: number
  readonly total: number
  /** Items that were not exercised, in order. */
  readonly missed: readonly string[]
}

/** A declaration in a tenant file, its line, and the number of assertions that covered it. */
export interface CoveredLine {
  readonly kind: 'user' | 'client' | 'network' | 'policy' | 'event' | 'domain'
  readonly name: string
  readonly line: number
  readonly hits: number
}

/** What the features assert of one unmodified tenant file. */
export interface TenantCoverage {
  readonly file: string
  /** Sign-ins (user, client, purpose, network) that an assertion names. */
  readonly cells: Share
  /** Sign-ins that a claim or a comparison covered. */
  readonly claimed: Share
  readonly policies: Share
  readonly events: Share
  readonly lines: readonly CoveredLine[]
}

/** The parts of the model that a run of features exercised. */
export interface Coverage {
  /** Rules of the knowledge base that decided in an asserted sign-in. */
  readonly rulesDecided: Share
  /** Rules that an assertion names. */
  readonly rulesNamed: Share
  /** Facts that had a value in an asserted sign-in. */
  readonly facts: Share
  readonly tenants: readonly TenantCoverage[]
  /** The number of assertions about sign-ins. */
  readonly assertions: number
}

interface Seen {
  readonly tenant: Tenant
  readonly cells: Map<string, number>
  readonly claimed: Set<string>
  readonly policies: Map<string, number>
  readonly users: Map<string, number>
  readonly clients: Map<string, number>
  readonly networks: Map<string, number>
  latest: number
}

/** Measures the coverage of a run; sign-ins of failed scenarios do not count. */
export function measureCoverage(run: Run): Coverage {
  const recordings = scenariosOfRun(run)
    .filter(({ status }) => status === 'passed')
    .flatMap(({ recording }) => (recording === undefined ? [] : [recording]))
  const decided = new Set<string>()
  const named = new Set<string>()
  const facts = new Set<string>()
  const tenants = new Map<string, Seen>()
  for (const recording of recordings) {
    for (const rule of recording.rulesNamed) named.add(rule)
    note(recording, tenants, decided, facts)
  }
  const rules = allRules.map(({ id }) => id)
  return {
    rulesDecided: share(rules, decided),
    rulesNamed: share(rules, named),
    facts: share(factsReadByRules(), facts),
    tenants: [...tenants]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, seen]) => tenantCoverage(file, seen)),
    assertions: recordings.reduce((sum, recording) => sum + recording.assertions, 0),
  }
}

function note(recording: Recording, tenants: Map<string, Seen>, decided: Set<string>, facts: Set<string>): void {
  for (const { file, tenant, changed } of recording.tenants.values()) {
    // An assertion about a modified tenant is not coverage of the file.
    if (changed || file.startsWith('(in the feature)')) continue
    if (!tenants.has(file)) tenants.set(file, emptySeen(tenant))
  }
  const files = [...recording.tenants.values()]
  const last = files.at(-1)
  const seen = last === undefined || files.some(({ changed }) => changed) ? undefined : tenants.get(last.file)
  for (const session of [...recording.sessions, ...recording.claimed]) {
    for (const rule of decidingRules(session)) decided.add(rule)
    for (const trace of session.traces) {
      for (const [fact, value] of Object.entries(trace.facts)) if (value !== '?') facts.add(fact)
    }
  }
  if (seen === undefined) return
  for (const session of recording.claimed) seen.claimed.add(cellOf(session.request))
  for (const session of recording.sessions) noteSession(seen, session)
}

/** Counts what a named sign-in exercises of its tenant file. */
function noteSession(seen: Seen, session: Session): void {
  const { user, client, network, at } = session.request
  add(seen.cells, cellOf(session.request))
  add(seen.users, user)
  add(seen.clients, client)
  add(seen.networks, network)
  seen.latest = Math.max(seen.latest, at)
  for (const trace of session.traces) {
    for (const step of trace.steps) {
      if (step.kind === 'policy' && step.outcome.effect !== 'disabled') add(seen.policies, step.outcome.policy)
    }
  }
}

const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const emptySeen = (tenant: Tenant): Seen => ({
  tenant,
  cells: new Map(),
  claimed: new Set(),
  policies: new Map(),
  users: new Map(),
  clients: new Map(),
  networks: new Map(),
  latest: Number.NEGATIVE_INFINITY,
})

const cellOf = ({ user, client, purpose, network }: ClientRequest): string =>
  [user, client, purpose, network].join(' / ')

function share(all: readonly string[], covered: ReadonlySet<string> | ReadonlyMap<string, unknown>): Share {
  const missed = all.filter((name) => !covered.has(name))
  return { covered: all.length - missed.length, total: all.length, missed }
}

function factsReadByRules(): readonly FactName[] {
  const facts = new Set<FactName>()
  for (const rule of allRules) for (const fact of rule.because) facts.add(fact)
  return [...facts]
}

function tenantCoverage(file: string, seen: Seen): TenantCoverage {
  const { tenant } = seen
  const cells = [...planRequests(tenant, {})].map(cellOf)
  const policies = tenant.conditionalAccess.policies.map(({ name }) => name)
  const events = tenant.events.map((event, index) => ({ name: `${event.type} #${index + 1}`, event }))
  const reached = new Map(events.filter(({ event }) => event.at <= seen.latest).map(({ name }) => [name, 1]))
  return {
    file,
    cells: share(cells, seen.cells),
    claimed: share(cells, seen.claimed),
    policies: share(policies, seen.policies),
    events: share(
      events.map(({ name }) => name),
      reached,
    ),
    lines: linesOf(seen, reached),
  }
}

function linesOf(
  { tenant, users, clients, networks, policies }: Seen,
  events: ReadonlyMap<string, number>,
): readonly CoveredLine[] {
  const line = (
    kind: CoveredLine['kind'],
    name: string,
    origin: Origin | undefined,
    hits: number | undefined,
  ): readonly CoveredLine[] => (origin === undefined ? [] : [{ kind, name, line: origin.line, hits: hits ?? 0 }])
  return [
    ...[...tenant.users.values()].flatMap((user) =>
      line('user', user.userPrincipalName, user.origin, users.get(user.userPrincipalName)),
    ),
    ...[...tenant.clients.values()].flatMap((client) =>
      line('client', client.name, client.origin, clients.get(client.name)),
    ),
    ...[...tenant.networks.values()].flatMap((network) =>
      line('network', network.name, network.origin, networks.get(network.name)),
    ),
    ...tenant.conditionalAccess.policies.flatMap((policy) =>
      line('policy', policy.name, policy.origin, policies.get(policy.name)),
    ),
    ...tenant.events.flatMap((event, index) => {
      const name = `${event.type} #${index + 1}`
      return line('event', name, event.origin, events.get(name))
    }),
  ].sort((one, other) => one.line - other.line)
}

/** What the total includes, and what it omits. */
export const coverageCounts =
  'sign-ins named by an assertion, policies that apply to them, and events up to their date; claims about every sign-in, rules and facts are listed but not counted'

/**
 * Total coverage in percent: named sign-ins, policies and events of the tenants. A claim alone does not increase it.
 */
export function coveragePercent(coverage: Coverage): number {
  const all = coverage.tenants.flatMap(({ cells, policies, events }) => [cells, policies, events])
  const total = all.reduce((sum, part) => sum + part.total, 0)
  const covered = all.reduce((sum, part) => sum + part.covered, 0)
  return total === 0 ? 0 : Math.floor((covered / total) * 1000) / 10
}
