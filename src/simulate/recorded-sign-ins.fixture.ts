import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { dropAll, entriesMade } from '../memory/declared-cache.ts'
import { loadTenantText } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { brokenInvariants } from '../trace/invariants.ts'
import type { Trace } from '../trace/step.ts'
import { isPrompted, promptCount, sessionVerdict, verdictOf } from '../trace/verdict.ts'
import { contacted, decisions, messages, wasContacted } from '../trace/views.ts'
import { auditTrails } from '../vocabulary/actors.ts'
import { type Credential, credentials } from '../vocabulary/credentials.ts'
import { type FactName, factDomains } from '../vocabulary/facts.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { type ClientRequest, type Purpose, purposes, type Signals } from '../vocabulary/requests.ts'
import { planRequests, type RequestFilter } from './plan-requests.ts'
import { readLines, shortHash, writtenLines } from './record-lines.fixture.ts'
import { simulateSession } from './simulate-session.ts'

/** A place in a tenant file and what stands there instead; without a value, nothing does. */
export type Change = readonly [path: readonly (string | number)[], value?: unknown]

/** What one sign-in asks for; the date is the tenant's own where none is given. */
export interface RecordedRequest {
  readonly user: string
  readonly client: string
  readonly purpose: Purpose
  readonly network: string
  readonly at: string
  readonly signals?: Signals
  readonly presents?: Credential
  readonly application?: string
}

/** A tenant of the library, changed in some places, and sign-ins of it, each with what came of it. */
export interface RecordedTenant {
  readonly file: string
  readonly changes: readonly Change[]
  /** How many sign-ins it has, by filter, and a fingerprint of them. */
  readonly planned: string
  /** How many entries all caches make when the sign-ins are played one after the other, starting without any. */
  readonly entries: number
  readonly signIns: readonly { readonly request: RecordedRequest; readonly answers: readonly string[] }[]
}

/** Where the sign-ins are recorded. */
export const recordFile = 'src/simulate/recorded-sign-ins.jsonl'

/** The recorded sign-ins, read: a line for each tenant, one for each of its sign-ins, and one for each leg. */
export function readRecord(text: string): readonly RecordedTenant[] {
  return readLines(text).map(({ head, cases }) => {
    // The file is written by this module alone.
    const { file, changes, planned, entries } = head as Omit<RecordedTenant, 'signIns'>
    const signIns = cases.map(({ question, answers }) => ({ request: question as RecordedRequest, answers }))
    return { file, changes, planned, entries, signIns }
  })
}

/** The text of recorded sign-ins. */
export function writtenRecord(tenants: readonly RecordedTenant[]): string {
  return writtenLines(
    tenants.map(({ file, changes, planned, entries, signIns }) => ({
      head: { file, changes, planned, entries },
      cases: signIns.map(({ request, answers }) => ({ question: request, answers })),
    })),
  )
}

/** In an order of their own, so that a new fact moves none of them. */
const factNames = (Object.keys(factDomains) as FactName[]).sort()

const bases = new Map<string, string>()

function baseOf(file: string): string {
  const known = bases.get(file)
  if (known !== undefined) return known
  const text = JSON.stringify(parse(readFileSync(`scenarios/${file}.yaml`, 'utf8')))
  bases.set(file, text)
  return text
}

/** The text of a tenant file with changes, a value on each line. */
export function changedText(file: string, changes: readonly Change[]): string {
  const root: unknown = JSON.parse(baseOf(file))
  // A later change may be made within the value of an earlier one.
  for (const [path, value] of changes) change(root, path, structuredClone(value))
  return JSON.stringify(root, undefined, 1)
}

function change(root: unknown, path: readonly (string | number)[], value: unknown): void {
  const last = path.at(-1)
  let parent = root
  for (const key of path.slice(0, -1))
    parent = Array.isArray(parent) ? parent[Number(key)] : isMapping(parent) ? parent[key] : undefined
  if (Array.isArray(parent))
    parent.splice(
      Number(last),
      value === undefined ? 1 : Number(last) < parent.length ? 1 : 0,
      ...(value === undefined ? [] : [value]),
    )
  // The file was parsed for this change alone.
  else if (isMapping(parent)) (parent as Record<string, unknown>)[String(last)] = value
}

/** A tenant, and the lines of its text, where origins point to. */
export interface PlayedTenant {
  readonly tenant: Tenant
  readonly lines: readonly string[]
}

/** The tenant of such a text; undefined where the text is not sound. */
export function playedTenant(text: string): PlayedTenant | undefined {
  const loaded = loadTenantText(text, 'recorded.json')
  return loaded.ok ? { tenant: loaded.value, lines: text.split('\n') } : undefined
}

/** How many sign-ins a tenant has: as it is, of all clients, and for each purpose that is asked for by name. */
export function plannedOf({ tenant }: PlayedTenant): string {
  const [user = ''] = tenant.users.keys()
  const [client = ''] = tenant.clients.keys()
  const [network = ''] = tenant.networks.keys()
  const filters: readonly RequestFilter[] = [
    {},
    { allClients: true, at: Date.UTC(2027, 0, 1), user },
    { client, network, presents: 'app-password' },
    { user, application: '00000002-0000-0ff1-ce00-000000000000' },
    { user, network: 'no such network' },
    ...purposes.map((purpose) => ({ purpose, user })),
  ]
  return filters
    .map((filter) => [...planRequests(tenant, filter)])
    .map((planned) => (planned.length === 0 ? '0' : `${planned.length}#${shortHash(JSON.stringify(planned))}`))
    .join(' ')
}

/** What comes of a sign-in: a line for each leg, and one for all of them where there are several. */
export function answersTo({ tenant, lines }: PlayedTenant, request: RecordedRequest): readonly string[] {
  const { at, signals = {}, ...rest } = request
  const traces = simulateSession(tenant, { ...rest, signals, at: Date.parse(at) } satisfies ClientRequest)
  const together = { ...sessionVerdict(traces), prompts: promptCount(traces), prompted: isPrompted(traces) }
  const session = `session ${wordsOf(together)} #${shortHash(JSON.stringify(together))}`
  return [...traces.map((trace) => answerOf(trace, lines)), ...(traces.length === 1 ? [] : [session])]
}

/** What comes of the sign-ins of a tenant, played one after the other, and how many entries all caches make. */
export function playedFromCold(
  tenant: PlayedTenant,
  requests: readonly RecordedRequest[],
): { readonly answers: readonly (readonly string[])[]; readonly entries: number } {
  dropAll()
  const answers = requests.map((request) => answersTo(tenant, request))
  return { answers, entries: entriesMade() }
}

/** The leg, its verdict, the rules that led there, each with its answer, and a fingerprint of the whole trace. */
function answerOf(trace: Trace, lines: readonly string[]): string {
  const verdict = verdictOf(trace)
  const used = 'credential' in verdict ? verdict.credential : undefined
  // What becomes of the other credentials is in the fingerprint.
  const decided = decisions(trace).filter(({ about }) => !isCredential(about) || about === used)
  return [
    trace.request.leg,
    wordsOf(verdict),
    '|',
    ...decided.map(
      ({ rule, about, answer }) =>
        `${rule}${isCredential(about) || about === undefined ? '' : `(${about})`}=${answer ?? '?'}`,
    ),
    `#${fingerprint(trace, lines)}`,
  ].join(' ')
}

const isCredential = (about: string | undefined): boolean => credentials.some((one) => one === about)

const wordsOf = (verdict: object): string =>
  Object.values(verdict)
    .filter((one) => typeof one === 'string')
    .join(' ')

/** The facts that are not ordinary, by name: a new fact changes the sign-ins that it concerns and no others. */
const unusualFacts = ({ facts }: Trace): readonly (readonly [string, unknown])[] =>
  factNames.flatMap((name) => {
    const value = facts[name]
    return value === undefined || value === factDomains[name][0] ? [] : [[name, value] as const]
  })

/** All of a trace as a few letters; the places of the file by what stands there, so that lines may move. */
function fingerprint(trace: Trace, lines: readonly string[]): string {
  const { origins, facts: _, ...others } = trace
  const rest = { ...others, facts: unusualFacts(trace) }
  const stated = origins.map((table) =>
    Object.entries(table).map(([fact, origin]) => [fact, lines[origin.line - 1]?.trim() ?? null]),
  )
  const views = [contacted(trace), messages(trace).length, wasContacted(trace, 'entra-id')]
  return shortHash(JSON.stringify([rest, stated, views, spoiled(trace).map(brokenInvariants)]))
}

/** The trace, and what it is not: without a part, or with too much of it, so that invariants have something to say. */
function spoiled(trace: Trace): readonly Trace[] {
  const { steps, actors } = trace
  const without = (kind: Trace['steps'][number]['kind']) => steps.filter((step) => step.kind !== kind)
  return [
    trace,
    { ...trace, audit: [] },
    { ...trace, audit: auditTrails },
    { ...trace, actors: [] },
    { ...trace, actors: [...actors, { id: 'federated-idp', name: 'provider', zone: 'on-premises' }] },
    ...(['message', 'decision', 'outcome'] as const).map((kind) => ({ ...trace, steps: without(kind) })),
    { ...trace, steps: [...steps.slice(0, -1).reverse(), ...steps.slice(-1)] },
    { ...trace, steps: [...steps, ...steps.slice(-1)] },
  ]
}
