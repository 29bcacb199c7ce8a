import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Loaded } from '../../source/diagnostics/diagnostic.ts'
import { parseSource } from '../../source/document/located-document.ts'
import { sameData, withChanges } from '../../source/edit/change.ts'
import { editYaml } from '../../source/edit/edit-yaml.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { type Plan, recordOf, tenantOfValue } from '../matrix/plan.ts'
import { populationOf } from '../population/population.ts'
import { clientLevers } from './client-levers.ts'
import type { Lever, LeverKind, Workbench } from './lever.ts'
import { unifiedDiff } from './patch.ts'
import { policyLevers } from './policy-levers.ts'
import { reducer } from './reduce.ts'
import { type SideEffects, sideEffectsOf } from './side-effects.ts'
import { tenantLevers } from './tenant-levers.ts'
import { userLevers } from './user-levers.ts'

/** A sign-in, and what is wanted of it. */
export interface WhyNotQuestion {
  readonly plan: Plan
  /** Which sign-ins are meant; all of them are to end as wanted. */
  readonly filter: RequestFilter & { readonly user: string; readonly client: string }
  readonly wanted: (traces: readonly Trace[]) => boolean
  readonly reader?: SourceReader
  /** The most sets that are worked out. */
  readonly limit?: number
}

/** A smallest set of changes that gives what is wanted. */
export interface ChangeSet {
  readonly levers: readonly Lever[]
  readonly sideEffects: SideEffects
  /** The whole file after the changes, comments and layout kept. */
  readonly text: string
  /** The same as a unified diff. */
  readonly patch: string
}

/** What a search came to. */
export interface WhyNot {
  readonly tenant: string
  readonly file: string
  readonly at: Instant
  readonly requests: readonly ClientRequest[]
  /** True when the sign-ins end as wanted without any change. */
  readonly already: boolean
  readonly levers: number
  /** How many sets of changes were tried: each lever alone, then, where none is enough, each pair. */
  readonly tried: number
  /** How many levers each set has; 0 where nothing has to be done or nothing can be. */
  readonly size: 0 | 1 | 2
  readonly sets: readonly ChangeSet[]
  /** Sets of the same size beyond the limit. */
  readonly more: number
}

const usualLimit = 20

interface Search {
  readonly question: WhyNotQuestion
  readonly requests: readonly ClientRequest[]
  readonly value: Mapping
  readonly reduce: (value: unknown, client: string) => unknown
  /** What sets of changes came to, by the document that they make. */
  readonly known: Map<string, boolean>
}

function endsAsWanted(tenant: Tenant, requests: readonly ClientRequest[], { wanted }: WhyNotQuestion): boolean {
  return requests.every((request) => {
    if (!tenant.users.has(request.user) || !tenant.networks.has(request.network)) return false
    const traces = simulateSession(tenant, request)
    return traces.length > 0 && wanted(traces)
  })
}

const renamed = (requests: readonly ClientRequest[], levers: readonly Lever[]): readonly ClientRequest[] => {
  const client = levers.find((lever) => lever.client !== undefined)?.client
  return client === undefined ? requests : requests.map((request) => ({ ...request, client }))
}

function works(search: Search, levers: readonly Lever[]): boolean {
  const { question, value, reduce, known } = search
  const requests = renamed(search.requests, levers)
  const client = requests[0]?.client ?? ''
  const edits = levers.flatMap((lever) => lever.edits)
  const made = reduce(withChanges(value, edits), client)
  const key = JSON.stringify(made)
  const before = known.get(key)
  if (before !== undefined) return before
  const loaded = tenantOfValue(made, question.plan.document.source.name, question.reader)
  const found = loaded.ok && endsAsWanted(loaded.value, requests, question)
  known.set(key, found)
  return found
}

function leversOf(
  requests: readonly ClientRequest[],
  bench: Omit<Workbench, 'request'>,
  inline: boolean,
): readonly Lever[] {
  const all = requests.flatMap((request) => {
    const one = { ...bench, request }
    return [...clientLevers(one), ...(inline ? userLevers(one) : []), ...policyLevers(one), ...tenantLevers(one)]
  })
  return [...new Map(all.map((lever) => [JSON.stringify(lever.edits), lever])).values()]
}

interface Tried {
  readonly size: 0 | 1 | 2
  readonly sets: readonly (readonly Lever[])[]
  readonly tried: number
}

/** Every lever alone; where none is enough, every pair of levers that set different things. */
function searched(search: Search, levers: readonly Lever[]): Tried {
  const singles = levers.filter((lever) => works(search, [lever]))
  if (singles.length > 0) return { size: 1, sets: singles.map((lever) => [lever]), tried: levers.length }
  let tried = levers.length
  const pairs: (readonly Lever[])[] = []
  for (const [index, one] of levers.entries())
    for (const other of levers.slice(index + 1)) {
      if (one.dimension === other.dimension) continue
      tried += 1
      if (works(search, [one, other])) pairs.push([one, other])
    }
  return { size: pairs.length > 0 ? 2 : 0, sets: pairs, tried }
}

/** The file with the changes made; undefined where its text, read again, does not say what was tried. */
function editedText(plan: Plan, levers: readonly Lever[]): string | undefined {
  const { source, value } = plan.document
  const edits = levers.flatMap((lever) => lever.edits)
  const text = editYaml(source.text, edits)
  const parsed = parseSource({ ...source, text })
  const wanted = JSON.stringify(withChanges(value, edits))
  return parsed.ok && sameData(parsed.value.value, JSON.parse(wanted)) ? text : undefined
}

/** Acts of the person come first, then of the device and client, then settings, then weakening: policies and exclusions. */
const ranks: Readonly<Record<LeverKind, number>> = {
  'user-setting': 2,
  'user-home': 1,
  device: 1,
  'client-version': 1,
  'client-registry': 1,
  'client-setting': 1,
  'mailbox-switch': 2,
  'tenant-setting': 2,
  domain: 2,
  'identity-provider': 2,
  'workload-setting': 2,
  network: 2,
  rollout: 2,
  autodiscover: 2,
  'policy-state': 3,
  'policy-scope': 4,
}

/** What people do themselves, or are given, before anything is weakened. */
const isOwnAct = ({ what }: Lever): boolean => /\]\.(registered|methods|roles)$/.test(what)

const rankOf = (levers: readonly Lever[]): number =>
  Math.max(0, ...levers.map((lever) => (isOwnAct(lever) ? 0 : ranks[lever.kind])))

function changeSet(search: Search, levers: readonly Lever[]): readonly ChangeSet[] {
  const { plan, reader } = search.question
  const { source } = plan.document
  const text = editedText(plan, levers)
  if (text === undefined) return []
  const sideEffects = sideEffectsOf(plan, text, search.requests, renamed(search.requests, levers), reader)
  if (sideEffects === undefined) return []
  return [{ levers, sideEffects, text, patch: unifiedDiff(source.name, source.text, text) }]
}

/** The plan of which the user is in the file itself, whether they stand there or in a population beside it. */
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
  const one = read.value.classes.find(
    ({ representative }) => representative.toLowerCase() === filter.user.toLowerCase(),
  )
  const record = one && recordOf(read.value, one.index, one.representative)
  const inlined = { ...value, users: record === undefined ? [] : [record] }
  return { ok: true, value: { value: inlined, tenant: read.value.tenant }, warnings: [] }
}

/** The fewest changes of the architecture after which a sign-in ends as wanted: one, else two, of all levers there are. */
export function whyNot(question: WhyNotQuestion): Loaded<WhyNot> {
  const { plan, filter, limit = usualLimit } = question
  const found = withUser(question)
  if (!found.ok) return found
  const { value, tenant } = found.value
  const requests = [...planRequests(tenant, { ...filter, at: plan.at })].filter(
    (request) => simulateSession(tenant, request).length > 0,
  )
  const about = { tenant: plan.tenant.name, file: plan.document.source.name, at: plan.at, requests }
  const already = requests.length > 0 && endsAsWanted(tenant, requests, question)
  if (already || requests.length === 0)
    return { ok: true, value: { ...about, already, levers: 0, tried: 0, size: 0, sets: [], more: 0 }, warnings: [] }
  const levers = leversOf(requests, { file: value, tenant }, plan.tenant.population === undefined)
  const search: Search = { question, requests, value, reduce: reducer(value, filter.user), known: new Map() }
  const { size, sets, tried } = searched(search, levers)
  const ranked = [...sets].sort((one, other) => rankOf(one) - rankOf(other))
  const shown = ranked.slice(0, limit).flatMap((set) => changeSet(search, set))
  const ordered = shown
    .map((set, index) => ({ set, index }))
    .sort(
      (one, other) =>
        rankOf(one.set.levers) - rankOf(other.set.levers) ||
        one.set.sideEffects.verdicts - other.set.sideEffects.verdicts ||
        one.index - other.index,
    )
    .map(({ set }) => set)
  const more = Math.max(0, sets.length - limit)
  return {
    ok: true,
    value: { ...about, already, levers: levers.length, tried, size, sets: ordered, more },
    warnings: [],
  }
}
