import type { RequestFilter } from '../../simulate/plan-requests.ts'
import { simulateSession } from '../../simulate/simulate-session.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { SourceReader } from '../../source/files/source-reader.ts'
import { type ReadOnce, uncheckedTenant } from '../../tenant/load-tenant.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Trace } from '../../trace/step.ts'
import { verdictOf } from '../../trace/verdict.ts'
import type { Mapping } from '../../vocabulary/mapping.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { type Plan, tenantOfValue } from '../matrix/plan.ts'
import { type Findings, findsMore } from './findings.ts'
import type { Lever } from './lever.ts'
import { countOfPairs, type Pair, type Probe, pairsOf, workingPairs } from './pairs.ts'
import { type FileChanges, withFileChanges } from './policy-places.ts'
import { isPersonal } from './rank.ts'
import type { Unchanged } from './side-effects.ts'

/** A sign-in, and its desired outcome. */
export interface WhyNotQuestion {
  readonly plan: Plan
  /** The sign-ins concerned; all of them must have the desired outcome. */
  readonly filter: RequestFilter & { readonly user: string; readonly client: string }
  readonly wanted: (traces: readonly Trace[]) => boolean
  readonly reader?: SourceReader
  /** Maximum number of sets to work out. */
  readonly limit?: number
  /** Play every pair, including those ruled out in groups. */
  readonly exhaustive?: boolean
}

/** The result of one set of changes for the sign-ins concerned. */
interface Ending {
  readonly works: boolean
  /** What the rules read and answered on each leg; undefined if the file does not load. */
  readonly reading: string | undefined
  /** Equal for equal sign-ins; empty if the file does not load, and for sets of several changes. */
  readonly traces: string
}

/** The state of one search. */
export interface Search {
  readonly question: WhyNotQuestion
  readonly requests: readonly ClientRequest[]
  readonly value: Mapping
  readonly reduce: (value: unknown, client: string) => unknown
  /** Shared by sets of changes that do not touch policies. */
  readonly once: ReadOnce
  /** A number for each lever, in order of first use. */
  readonly numbers: Map<Lever, number>
  /** Results of sets of changes, by lever numbers. */
  readonly known: Map<string, Ending>
  /** Findings of checking the unchanged file, as it is and reduced to the sign-ins concerned. */
  readonly findings: Findings
  /** Findings of checking the whole unchanged file. */
  readonly findingsOfWhole: Findings
  /** The sign-ins of the unchanged tenant, played once they are asked for. */
  readonly unchanged: () => Unchanged | undefined
}

/** Reads the policies of a section once per set of names. */
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

/** The edits of levers in the tenant file. */
export const editsOf = (levers: readonly Lever[]): Lever['edits'] => [
  ...new Set(levers.flatMap(({ file, edits }) => (file === undefined ? edits : []))),
]

/** The edits of levers in files that the tenant file names. */
export function fileChangesOf(levers: readonly Lever[]): FileChanges {
  const found = new Map<string, { file: NonNullable<Lever['file']>; changes: Lever['edits'] }>()
  for (const { file, edits } of levers)
    if (file !== undefined)
      found.set(file.name, { file, changes: [...(found.get(file.name)?.changes ?? []), ...edits] })
  return found
}

/** The requests, with clients renamed by the changes. */
export const renamed = (requests: readonly ClientRequest[], levers: readonly Lever[]): readonly ClientRequest[] => {
  const client = levers.find((lever) => lever.client !== undefined)?.client
  return client === undefined ? requests : requests.map((request) => ({ ...request, client }))
}

/** The sessions of the requests; undefined if one of them does not exist. */
export function sessionsOf(
  tenant: Tenant,
  requests: readonly ClientRequest[],
): readonly (readonly Trace[])[] | undefined {
  const all = requests.map((request) =>
    tenant.users.has(request.user) && tenant.networks.has(request.network) ? simulateSession(tenant, request) : [],
  )
  return all.every((traces) => traces.length > 0) ? all : undefined
}

/** What a verdict depends on, and the verdict; policies that do not affect it are not included. */
const readingOf = (trace: Trace): unknown => [
  trace.facts,
  trace.authentication,
  trace.conditionalAccess?.decision,
  trace.conditionalAccess?.required,
  verdictOf(trace),
]

/** The file after changes, reduced to the sign-ins concerned. */
function changedFile({ value, reduce, requests }: Search, levers: readonly Lever[]): unknown {
  const client = renamed(requests, levers)[0]?.client ?? ''
  return reduce(withChanges(value, editsOf(levers)), client)
}

const readerFor = ({ question }: Search, levers: readonly Lever[]) =>
  withFileChanges(question.reader, fileChangesOf(levers))

function unchecked(search: Search, levers: readonly Lever[], made: unknown): Tenant | undefined {
  const { question } = search
  const reader = readerFor(search, levers)
  // Policies in separate files are reread if one of those files changes.
  const once: ReadOnce = reader === question.reader ? search.once : (_section, _names, read) => read()
  return uncheckedTenant(made, question.plan.document.source.name, reader, once)
}

function play(search: Search, levers: readonly Lever[]): Ending {
  const { question, findings } = search
  const made = changedFile(search, levers)
  if (levers.length > 0) {
    const quick = playUnchecked(search, levers, () => unchecked(search, levers, made))
    if (quick !== undefined) return quick
  }
  const loaded = tenantOfValue(made, question.plan.document.source.name, readerFor(search, levers))
  if (!loaded.ok) return { works: false, reading: undefined, traces: '' }
  const sessions = sessionsOf(loaded.value, renamed(search.requests, levers))
  const works = sessions?.every(question.wanted) === true && !findsMore(loaded, findings)
  return { works, reading: readingsOf(sessions), traces: tracesOf(levers, sessions) }
}

/** The steps of all sessions; empty for sets of several changes. */
const tracesOf = (levers: readonly Lever[], sessions: ReturnType<typeof sessionsOf>): string =>
  levers.length > 1 ? '' : (JSON.stringify(sessions?.map((all) => all.map(({ steps }) => steps))) ?? '')

/**
 * A change that fails in an unchecked file also fails in a valid one. Undefined if it works and must still be checked.
 */
function playUnchecked(search: Search, levers: readonly Lever[], load: () => Tenant | undefined): Ending | undefined {
  try {
    const tenant = load()
    if (tenant === undefined) return { works: false, reading: undefined, traces: '' }
    const sessions = sessionsOf(tenant, renamed(search.requests, levers))
    if (sessions?.every(search.question.wanted) === true) return undefined
    return { works: false, reading: readingsOf(sessions), traces: tracesOf(levers, sessions) }
  } catch {
    // The engine assumes a valid file and may throw for an invalid one, whose diagnostics are then reported.
    return undefined
  }
}

const readingsOf = (sessions: ReturnType<typeof sessionsOf>): string | undefined =>
  JSON.stringify(sessions?.map((traces) => traces.map(readingOf)))

function keyOf({ numbers }: Search, levers: readonly Lever[]): string {
  for (const lever of levers) if (!numbers.has(lever)) numbers.set(lever, numbers.size)
  return levers.map((lever) => numbers.get(lever)).join()
}

function endingOf(search: Search, levers: readonly Lever[]): Ending {
  const key = keyOf(search, levers)
  const found = search.known.get(key) ?? play(search, levers)
  search.known.set(key, found)
  return found
}

/** Whether changes have the desired result; where they do not, the first sign-in without it tells, and no other is played. */
function works(search: Search, levers: readonly Lever[]): boolean {
  const known = search.known.get(keyOf(search, levers))
  if (known !== undefined) return known.works
  return !failsSomewhere(search, levers) && endingOf(search, levers).works
}

/** Whether a sign-in fails to have the desired result in the unchecked file; false where that must be checked. */
function failsSomewhere(search: Search, levers: readonly Lever[]): boolean {
  try {
    const tenant = unchecked(search, levers, changedFile(search, levers))
    if (tenant === undefined) return true
    return renamed(search.requests, levers).some((request) => {
      const [traces] = sessionsOf(tenant, [request]) ?? []
      return traces === undefined || !search.question.wanted(traces)
    })
  } catch {
    return false
  }
}

/** What was tried, and the sets of levers with the desired result. */
export interface Tried {
  readonly size: 0 | 1 | 2
  readonly sets: readonly (readonly Lever[])[]
  readonly tried: number
}

const probeOf = (search: Search): Probe => ({
  reading: (levers) => endingOf(search, levers).reading,
  works: (levers) => works(search, levers),
})

const everyWorkingPair = (search: Search, levers: readonly Lever[]): readonly Pair[] =>
  [...pairsOf(levers)].filter((pair) => works(search, pair))

/** Tries every lever alone; if none suffices, every pair of levers that set different values. */
export function searched(search: Search, levers: readonly Lever[]): Tried {
  const singles = levers.filter((lever) => endingOf(search, [lever]).works)
  if (singles.length > 0) return { size: 1, sets: singles.map((lever) => [lever]), tried: levers.length }
  const pairs =
    search.question.exhaustive === true ? everyWorkingPair(search, levers) : workingPairs(probeOf(search), levers)
  return { size: pairs.length > 0 ? 2 : 0, sets: pairs, tried: levers.length + countOfPairs(levers) }
}

/**
 * Pairs of user, device and client changes with the desired result if neither change suffices: at least one of them has
 * an effect of its own.
 */
export function personalPairs(search: Search, levers: readonly Lever[]): readonly (readonly Lever[])[] {
  const asItIs = endingOf(search, []).traces
  const alone = levers.filter(isPersonal).filter((lever) => !endingOf(search, [lever]).works)
  const moving = new Set(alone.filter((lever) => endingOf(search, [lever]).traces !== asItIs))
  return [...pairsOf(alone)].filter((pair) => pair.some((lever) => moving.has(lever)) && works(search, pair))
}
