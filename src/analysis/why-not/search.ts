import type { RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { Diagnostic, Loaded } from '../../source/diagnostics/diagnostic.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { type ReadOnce, uncheckedTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { type Plan, tenantOfValue } from '../matrix/plan.ts'
import type { Lever } from './lever.ts'
import { countOfPairs, type Pair, type Probe, pairsOf, workingPairs } from './pairs.ts'
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
  /** Play every pair, also those that are ruled out in groups. */
  readonly exhaustive?: boolean
}

/** What one set of changes makes of the sign-ins asked about. */
interface Ending {
  readonly works: boolean
  /** What the rules read and gave on each leg; undefined if the file does not load. */
  readonly reading: string | undefined
  /** Equal for equal sign-ins; empty if the file does not load, and for sets of several changes. */
  readonly traces: string
}

/** The search for one question. */
export interface Search {
  readonly question: WhyNotQuestion
  readonly requests: readonly ClientRequest[]
  readonly value: Mapping
  readonly reduce: (value: unknown, client: string) => unknown
  /** Sets of changes that leave the policies alone share them. */
  readonly once: ReadOnce
  /** A number for each lever, in the order in which they were first pulled. */
  readonly numbers: Map<Lever, number>
  /** The result of sets of changes, by the numbers of their levers. */
  readonly known: Map<string, Ending>
  /** What checking finds of the file as it is, reduced to the sign-ins asked about. */
  readonly flagged: ReadonlySet<string>
  /** What checking finds of the whole file as it is. */
  readonly flaggedWhole: ReadonlySet<string>
}

/** Reads the policies of a section once for the same names. */
export function readOnce(): ReadOnce {
  const known = new Map<object, Map<string, ReturnType<ReadOnce>>>()
  return (section, names, read) => {
    const byNames = known.get(section) ?? new Map<string, ReturnType<ReadOnce>>()
    known.set(section, byNames)
    const found = byNames.get(names) ?? read()
    byNames.set(names, found)
    return found
  }
}

/** The changes of levers in the tenant file. */
export const editsOf = (levers: readonly Lever[]): Lever['edits'] => [
  ...new Set(levers.flatMap(({ file, edits }) => (file === undefined ? edits : []))),
]

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

/** The sessions of the requests; undefined if one of them is not there. */
export function sessionsOf(
  tenant: Tenant,
  requests: readonly ClientRequest[],
): readonly (readonly Trace[])[] | undefined {
  const all = requests.map((request) =>
    tenant.users.has(request.user) && tenant.networks.has(request.network) ? simulateSession(tenant, request) : [],
  )
  return all.every((traces) => traces.length > 0) ? all : undefined
}

/** What a verdict rests on, and the verdict; which policies there are besides is not part of it. */
const readingOf = (trace: Trace): unknown => [
  trace.facts,
  trace.authentication,
  trace.conditionalAccess?.decision,
  trace.conditionalAccess?.required,
  verdictOf(trace),
]

function play(search: Search, levers: readonly Lever[], made: unknown): Ending {
  const { question, flagged } = search
  const { name } = question.plan.document.source
  const reader = withFileChanges(question.reader, fileChangesOf(levers))
  if (levers.length > 1) {
    // Policies in separate files are read again where one of those files changes.
    const once: ReadOnce = reader === question.reader ? search.once : (_section, _names, read) => read()
    const quick = playUnchecked(search, levers, () => uncheckedTenant(made, name, reader, once))
    if (quick !== undefined) return quick
  }
  const loaded = tenantOfValue(made, name, reader)
  if (!loaded.ok) return { works: false, reading: undefined, traces: '' }
  const sessions = sessionsOf(loaded.value, renamed(search.requests, levers))
  const works = sessions?.every(question.wanted) === true && !flagsMore(loaded, flagged)
  const traces = levers.length > 1 ? '' : JSON.stringify(sessions?.map((all) => all.map(({ steps }) => steps)))
  return { works, reading: readingsOf(sessions), traces }
}

/**
 * What does not work in a file that is not checked does not work in it if it is sound, either. Undefined where it
 * works, and is to be checked.
 */
function playUnchecked(search: Search, levers: readonly Lever[], load: () => Tenant | undefined): Ending | undefined {
  try {
    const tenant = load()
    if (tenant === undefined) return { works: false, reading: undefined, traces: '' }
    const sessions = sessionsOf(tenant, renamed(search.requests, levers))
    if (sessions?.every(search.question.wanted) === true) return undefined
    return { works: false, reading: readingsOf(sessions), traces: '' }
  } catch {
    // The core assumes a sound file: one that is not may make it fail, and is then refused with its diagnostics.
    return undefined
  }
}

const readingsOf = (sessions: ReturnType<typeof sessionsOf>): string | undefined =>
  JSON.stringify(sessions?.map((traces) => traces.map(readingOf)))

function endingOf(search: Search, levers: readonly Lever[]): Ending {
  const { value, reduce, known, numbers } = search
  for (const lever of levers) if (!numbers.has(lever)) numbers.set(lever, numbers.size)
  const key = levers.map((lever) => numbers.get(lever)).join()
  const before = known.get(key)
  if (before !== undefined) return before
  const client = renamed(search.requests, levers)[0]?.client ?? ''
  const found = play(search, levers, reduce(withChanges(value, editsOf(levers)), client))
  known.set(key, found)
  return found
}

/** What was tried, and which sets of levers achieve what is wanted. */
export interface Tried {
  readonly size: 0 | 1 | 2
  readonly sets: readonly (readonly Lever[])[]
  readonly tried: number
}

const probeOf = (search: Search): Probe => ({
  reading: (levers) => endingOf(search, levers).reading,
  works: (levers) => endingOf(search, levers).works,
})

const everyWorkingPair = (search: Search, levers: readonly Lever[]): readonly Pair[] =>
  [...pairsOf(levers)].filter((pair) => endingOf(search, pair).works)

/** Every lever alone; where none is enough, every pair of levers that set different things. */
export function searched(search: Search, levers: readonly Lever[]): Tried {
  const singles = levers.filter((lever) => endingOf(search, [lever]).works)
  if (singles.length > 0) return { size: 1, sets: singles.map((lever) => [lever]), tried: levers.length }
  const pairs =
    search.question.exhaustive === true ? everyWorkingPair(search, levers) : workingPairs(probeOf(search), levers)
  return { size: pairs.length > 0 ? 2 : 0, sets: pairs, tried: levers.length + countOfPairs(levers) }
}

/**
 * Pairs of changes of the user, the device and the client that achieve what is wanted where neither change alone does:
 * at least one of them changes something of the sign-in by itself.
 */
export function personalPairs(search: Search, levers: readonly Lever[]): readonly (readonly Lever[])[] {
  const asItIs = endingOf(search, []).traces
  const alone = levers.filter(isPersonal).filter((lever) => !endingOf(search, [lever]).works)
  const moving = new Set(alone.filter((lever) => endingOf(search, [lever]).traces !== asItIs))
  return [...pairsOf(alone)].filter((pair) => pair.some((lever) => moving.has(lever)) && endingOf(search, pair).works)
}
