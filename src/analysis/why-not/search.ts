import type { RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { type Plan, tenantOfValue } from '../matrix/plan.ts'
import type { Lever } from './lever.ts'
import { type FileChanges, withFileChanges } from './policy-places.ts'
import { isPersonal } from './rank.ts'

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

/** What one set of changes makes of the sign-ins asked about. */
interface Ending {
  readonly works: boolean
  /** Equal for equal sign-ins; empty where the file does not load. */
  readonly traces: string
}

/** The search for one question. */
export interface Search {
  readonly question: WhyNotQuestion
  readonly requests: readonly ClientRequest[]
  readonly value: Mapping
  readonly reduce: (value: unknown, client: string) => unknown
  /** What sets of changes came to, by the documents that they make. */
  readonly known: Map<string, Ending>
  /** What checking finds of the file as it is, reduced to the sign-ins asked about. */
  readonly flagged: ReadonlySet<string>
  /** What checking finds of the whole file as it is. */
  readonly flaggedWhole: ReadonlySet<string>
}

/** The changes of levers in the tenant file. */
export const editsOf = (levers: readonly Lever[]): Lever['edits'] =>
  levers.flatMap(({ file, edits }) => (file === undefined ? edits : []))

/** The changes of levers in files that the tenant file names. */
export function fileChangesOf(levers: readonly Lever[]): FileChanges {
  const found = new Map<string, { file: NonNullable<Lever['file']>; changes: Lever['edits'] }>()
  for (const { file, edits } of levers)
    if (file !== undefined)
      found.set(file.name, { file, changes: [...(found.get(file.name)?.changes ?? []), ...edits] })
  return found
}

/** The requests in the names that the changes give. */
export const renamed = (requests: readonly ClientRequest[], levers: readonly Lever[]): readonly ClientRequest[] => {
  const client = levers.find((lever) => lever.client !== undefined)?.client
  return client === undefined ? requests : requests.map((request) => ({ ...request, client }))
}

const flagOf = ({ code, args }: Diagnostic): string => JSON.stringify([code, args])

/** What checking finds of a tenant, wherever in the file. */
export const flagsOf = (loaded: Loaded<Tenant>): ReadonlySet<string> =>
  new Set((loaded.ok ? loaded.warnings : loaded.diagnostics).map(flagOf))

/** Whether checking finds anything that it did not find before. */
export const flagsMore = (loaded: Loaded<Tenant>, before: ReadonlySet<string>): boolean =>
  !loaded.ok || loaded.warnings.some((warning) => !before.has(flagOf(warning)))

/** The sessions of the requests; undefined where one of them is not there. */
export function sessionsOf(
  tenant: Tenant,
  requests: readonly ClientRequest[],
): readonly (readonly Trace[])[] | undefined {
  const all = requests.map((request) =>
    tenant.users.has(request.user) && tenant.networks.has(request.network) ? simulateSession(tenant, request) : [],
  )
  return all.every((traces) => traces.length > 0) ? all : undefined
}

function play(search: Search, levers: readonly Lever[], made: unknown): Ending {
  const { question, flagged } = search
  const reader = withFileChanges(question.reader, fileChangesOf(levers))
  const loaded = tenantOfValue(made, question.plan.document.source.name, reader)
  if (!loaded.ok) return { works: false, traces: '' }
  const sessions = sessionsOf(loaded.value, renamed(search.requests, levers))
  const works = sessions?.every(question.wanted) === true && !flagsMore(loaded, flagged)
  return {
    works,
    traces: levers.length > 1 ? '' : JSON.stringify(sessions?.map((traces) => traces.map(({ steps }) => steps))),
  }
}

function endingOf(search: Search, levers: readonly Lever[]): Ending {
  const { value, reduce, known } = search
  const client = renamed(search.requests, levers)[0]?.client ?? ''
  const made = reduce(withChanges(value, editsOf(levers)), client)
  const changed = [...fileChangesOf(levers)].map(([name, { changes }]) => [name, changes])
  const key = JSON.stringify([made, changed])
  const before = known.get(key)
  if (before !== undefined) return before
  const found = play(search, levers, made)
  known.set(key, found)
  return found
}

/** What was tried, and which sets of levers achieve what is wanted. */
export interface Tried {
  readonly size: 0 | 1 | 2
  readonly sets: readonly (readonly Lever[])[]
  readonly tried: number
}

function* pairsOf(levers: readonly Lever[]): Iterable<readonly [Lever, Lever]> {
  for (const [index, one] of levers.entries())
    for (const other of levers.slice(index + 1)) if (one.dimension !== other.dimension) yield [one, other]
}

/** Every lever alone; where none is enough, every pair of levers that set different things. */
export function searched(search: Search, levers: readonly Lever[]): Tried {
  const singles = levers.filter((lever) => endingOf(search, [lever]).works)
  if (singles.length > 0) return { size: 1, sets: singles.map((lever) => [lever]), tried: levers.length }
  let tried = levers.length
  const pairs: (readonly Lever[])[] = []
  for (const pair of pairsOf(levers)) {
    tried += 1
    if (endingOf(search, pair).works) pairs.push(pair)
  }
  return { size: pairs.length > 0 ? 2 : 0, sets: pairs, tried }
}

/**
 * Pairs of changes of the person, the device and the client that achieve what is wanted where neither change alone does:
 * at least one of them changes something of the sign-in by itself.
 */
export function personalPairs(search: Search, levers: readonly Lever[]): readonly (readonly Lever[])[] {
  const asItIs = endingOf(search, []).traces
  const alone = levers.filter(isPersonal).filter((lever) => !endingOf(search, [lever]).works)
  const moving = new Set(alone.filter((lever) => endingOf(search, [lever]).traces !== asItIs))
  return [...pairsOf(alone)].filter((pair) => pair.some((lever) => moving.has(lever)) && endingOf(search, pair).works)
}
