import { once } from '../../memory/once.ts'
import { clientsInUse, planRequests } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { groupsIn } from '../../tenant/group-membership.ts'
import { loadTenantText } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { recordOf, tenantOfValue } from '../matrix/plan.ts'
import { populationOf } from '../population/population.ts'
import { actLevers } from './act-levers.ts'
import { type ChangeSet, changeSet } from './change-set.ts'
import { clientLevers } from './client-levers.ts'
import { findingsOf } from './findings.ts'
import type { Lever, Workbench } from './lever.ts'
import { policyLevers } from './policy-levers.ts'
import { policyPlaces } from './policy-places.ts'
import { rankOf, settings, weakening } from './rank.ts'
import { namedOutside, reducer } from './reduce.ts'
import { personalPairs, readOnce, type Search, searched, sessionsOf, type WhyNotQuestion } from './search.ts'
import { unchangedSide } from './side-effects.ts'
import { tenantLevers } from './tenant-levers.ts'
import { userLevers } from './user-levers.ts'

export type { ChangeSet } from './change-set.ts'
export type { WhyNotQuestion } from './search.ts'

/** The result of a search. */
export interface WhyNot {
  readonly tenant: string
  readonly file: string
  readonly at: Instant
  readonly requests: readonly ClientRequest[]
  /** True if the sign-ins have the desired outcome without any change. */
  readonly already: boolean
  readonly levers: number
  /** The number of tested sets of changes: each lever alone, then, if none suffices, each pair. */
  readonly tried: number
  /** The size of the smallest sets; 0 if no change is needed or none works. */
  readonly size: 0 | 1 | 2
  readonly sets: readonly ChangeSet[]
  /** The number of sets that are pairs with fewer side effects than every single change. */
  readonly gentlerPairs: number
  /** The number of sets of the smallest size beyond the limit. */
  readonly more: number
}

const usualLimit = 20

/** The file with the supported clients if it declares none, and the change that adds them. */
function withClients({ file, tenant }: Omit<Workbench, 'request'>, requests: readonly ClientRequest[]) {
  if (tenant.clientsDeclared) return { file, before: [] }
  const used = clientsInUse(tenant, {}).map(({ name }) => name)
  const clients = [...new Set([...used, ...requests.map(({ client }) => client)])]
  return { file: { ...file, clients }, before: [{ path: ['clients'], value: clients }] }
}

function leversOf(
  requests: readonly ClientRequest[],
  bench: Omit<Workbench, 'request'>,
  inline: boolean,
): readonly Lever[] {
  const { file, before } = withClients(bench, requests)
  const named = (levers: readonly Lever[]): readonly Lever[] =>
    levers.map((lever) =>
      lever.edits.some(({ path: [first] }) => first === 'clients')
        ? { ...lever, edits: [...before, ...lever.edits] }
        : lever,
    )
  const all = requests.flatMap((request) => {
    const one = { ...bench, file, request }
    const ofClient = named([...actLevers(one, inline), ...clientLevers(one)])
    const own = [...ofClient, ...(inline ? userLevers(one) : [])]
    return [...own, ...policyLevers(one), ...tenantLevers(one)]
  })
  return [...new Map(all.map((lever) => [JSON.stringify([lever.file?.name, lever.edits]), lever])).values()]
}

const disturbance = ({ sideEffects: { verdicts } }: ChangeSet): number => verdicts

/** Sorts by rank, then by side effects, then by number of changes. */
function inOrder(sets: readonly ChangeSet[]): readonly ChangeSet[] {
  return [...sets].sort(
    (one, other) =>
      rankOf(one.levers) - rankOf(other.levers) ||
      disturbance(one) - disturbance(other) ||
      one.levers.length - other.levers.length,
  )
}

const byRank = (sets: readonly (readonly Lever[])[]): readonly (readonly Lever[])[] =>
  [...sets].sort((one, other) => rankOf(one) - rankOf(other))

/** Whether every single change weakens security, breaks other sign-ins, or is a setting that changes them. */
function disturbs({ levers, sideEffects }: ChangeSet): boolean {
  const rank = rankOf(levers)
  return rank >= weakening || sideEffects.lost > 0 || (rank >= settings && sideEffects.verdicts > 0)
}

/** Pairs with fewer side effects than every single change, or that do not weaken security if all of those do. */
function gentlerPairs(search: Search, levers: readonly Lever[], singles: readonly ChangeSet[], limit: number) {
  if (!singles.every(disturbs)) return []
  const least = Math.min(...singles.map(disturbance))
  const nearest = Math.min(...singles.map((set) => rankOf(set.levers)))
  const pairs = byRank(personalPairs(search, levers)).slice(0, limit)
  return pairs
    .flatMap((pair) => changeSet(search, pair))
    .filter((set) => disturbance(set) < least || (nearest >= weakening && rankOf(set.levers) < nearest))
}

/** The plan with the user inline, and those whom the file names: without them what it says would not be valid. */
function withUser({
  plan,
  filter,
  reader,
}: WhyNotQuestion): Loaded<{ readonly value: Mapping; readonly tenant: Tenant }> {
  const { document, tenant } = plan
  // The document loaded, so it is a mapping.
  const value = document.value as Mapping
  if (tenant.population === undefined) return { ok: true, value: { value, tenant }, warnings: [] }
  const read = populationOf(tenant, reader, { people: [filter.user] })
  if (!read.ok) return read
  const isNamed = namedOutside(value, filter.user)
  const users = read.value.classes.flatMap(({ index, representative }) => {
    const record = recordOf(read.value, index, representative)
    return isNamed(record) ? [record] : []
  })
  // The membership file states nested groups; the groups of each user are in the record.
  const groups =
    tenant.population.memberships === undefined ? {} : { groups: groupsIn(read.value.tenant.surroundings.groups) }
  const inlined = { ...value, ...groups, users }
  return { ok: true, value: { value: inlined, tenant: read.value.tenant }, warnings: [] }
}

/** Finds the fewest changes after which a sign-in has the desired outcome: one lever, else two, out of all levers. */
export function whyNot(question: WhyNotQuestion): Loaded<WhyNot> {
  const { plan, filter, reader, limit = usualLimit } = question
  const found = withUser(question)
  if (!found.ok) return found
  const { value, tenant } = found.value
  const requests = [...planRequests(tenant, { ...filter, at: plan.at })].filter(
    (request) => simulateSession(tenant, request).length > 0,
  )
  const about = { tenant: plan.tenant.name, file: plan.document.source.name, at: plan.at, requests }
  const already = requests.length > 0 && sessionsOf(tenant, requests)?.every(question.wanted) === true
  const none = { levers: 0, tried: 0, size: 0, sets: [], gentlerPairs: 0, more: 0 } as const
  if (already || requests.length === 0) return { ok: true, value: { ...about, already, ...none }, warnings: [] }
  const policies = policyPlaces(plan.document, reader)
  const levers = leversOf(requests, { file: value, tenant, policies }, plan.tenant.population === undefined)
  const search = searchFor(question, requests, value)
  const { size, sets, tried } = searched(search, levers)
  const shown = byRank(sets)
    .slice(0, limit)
    .flatMap((set) => changeSet(search, set))
  const pairs = size === 1 ? gentlerPairs(search, levers, shown, limit) : []
  const more = Math.max(0, sets.length - limit)
  const result = { levers: levers.length, tried, size: shown.length === 0 ? (0 as const) : size, more }
  return {
    ok: true,
    value: { ...about, already, ...result, sets: inOrder([...shown, ...pairs]), gentlerPairs: pairs.length },
    warnings: [],
  }
}

function searchFor(question: WhyNotQuestion, requests: readonly ClientRequest[], value: Mapping): Search {
  const { plan, filter, reader } = question
  const reduce = reducer(value, filter.user)
  const client = requests[0]?.client ?? filter.client
  const { name, text } = plan.document.source
  const whole = loadTenantText(text, name, reader)
  const findings = findingsOf(tenantOfValue(reduce(value, client), name, reader), whole)
  const kept = { numbers: new Map(), known: new Map() }
  return {
    question,
    requests,
    value,
    reduce,
    ...kept,
    once: readOnce(),
    findings,
    findingsOfWhole: findingsOf(whole),
    unchanged: once(() => unchangedSide(plan, requests, reader)),
  }
}
