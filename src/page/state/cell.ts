import { missingWords } from '../../report/wording/facts.ts'
import { shortPresented } from '../../report/wording/methods.ts'
import { credentialWords, secondFactorByWords, secondFactorWords } from '../../report/wording/nouns.ts'
import { decidingTrace, reasonInFewWords, verifierName } from '../../report/wording/outcomes.ts'
import { clientNamed, purposesOf } from '../../simulate/plan-requests.ts'
import { simulateSession, simulateSessionBriefly } from '../../simulate/simulate-session.ts'
import type { Tenant, TenantClient } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Trace } from '../../trace/step.ts'
import { sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import type { Verifier } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { ClientRequest, Instant, Purpose, Signals } from '../../vocabulary/requests.ts'
import type { CellSummary, Tone } from '../plan/cell-summary.ts'
import type { Person, Plan } from '../plan/plan.ts'

/** Where a matrix is looked at: one network and one date. */
export interface Viewpoint {
  readonly network: string
  readonly at: Instant
  readonly signals: Signals
  readonly signalsKey: string
}

const failures = {
  several: { name: 'several', symbol: '+', says: 'several credentials, each with its own prompt' },
  conflict: { name: 'conflict', symbol: '!', says: 'one prompt would need two credentials' },
  blocked: { name: 'blocked', symbol: '✕', says: 'blocked by a policy or a setting' },
  'no-way-in': { name: 'no access', symbol: '✕', says: 'no credential can sign in' },
  undetermined: { name: 'undetermined', symbol: '?', says: 'a fact is missing' },
} as const

/** How a tone is shown: a sign, a word, and what it means. */
export function toneWords(tone: Tone): { readonly name: string; readonly symbol: string; readonly says: string } {
  if (tone in failures) return failures[tone as keyof typeof failures]
  const { name, symbol, act } = credentialWords[tone as Credential]
  return { name: tone === 'interactive' ? 'interactive' : name, symbol, says: act }
}

/** Every tone in the order of the legend. */
export const tones: readonly Tone[] = [
  'interactive',
  'account-password',
  'app-password',
  'windows-integrated',
  'certificate',
  'app-only',
  'source-address',
  'none',
  'several',
  'conflict',
  'blocked',
  'no-way-in',
  'undetermined',
]

/** What a client is mostly used for, where it is not the first of its purposes. */
export function mainPurpose(client: TenantClient, purposes: readonly Purpose[]): Purpose | undefined {
  const { kind } = client.product
  const usual: Purpose | undefined =
    kind === 'skype' || kind === 'teams' ? 'send-instant-messages' : kind === 'powershell' ? 'administer' : undefined
  return usual !== undefined && purposes.includes(usual) ? usual : purposes[0]
}

function purposesAt(declared: Tenant, at: Instant, user: string, client: TenantClient): readonly Purpose[] {
  const tenant = tenantAt(declared, at)
  return purposesOf(tenant, user, clientNamed(tenant, client.name) ?? client, undefined)
}

/** What this user can want of this client at an instant. */
export function purposesFor(plan: Plan, person: Person, client: TenantClient, at: Instant): readonly Purpose[] {
  const { tenant, classes } = plan.population
  if (client.users !== undefined && !client.users.includes(person.name)) return []
  return purposesAt(tenant, at, classes[person.class]?.representative ?? person.name, client)
}

/** The session behind a cell, played for the user by name, or for whoever stands for the class. */
export function tracesFor(plan: Plan, request: ClientRequest, person: Person): readonly Trace[] {
  if (plan.tenant.users.has(request.user)) return simulateSession(plan.tenant, request)
  const { tenant, classes } = plan.population
  const alone = tenant.users.has(request.user) ? undefined : plan.grouped?.alone(request.user)
  if (alone !== undefined) return simulateSession(alone, request)
  return simulateSession(tenant, { ...request, user: classes[person.class]?.representative ?? request.user })
}

/** The summary for one purpose, worked out once for all equal users; undefined if the client is not used for it. */
export function summaryFor(
  plan: Plan,
  person: Person,
  client: TenantClient,
  purpose: Purpose,
  viewpoint: Viewpoint,
): CellSummary | undefined {
  if (client.users !== undefined && !client.users.includes(person.name)) return undefined
  const outcome = plan.grouped?.outcomeOf(person.class, { client: client.name, purpose, network: viewpoint.network })
  const make = (): CellSummary | undefined => summarize(plan, person, client, purpose, viewpoint)
  if (plan.grouped !== undefined && outcome !== undefined) return keptIn(plan.grouped.summaries, outcome, make)
  return keptIn(plan.known, cellKeyOf(person, client, purpose, viewpoint), make)
}

const mostKept = 200_000

/** What is kept under a key, made on first use; everything is dropped when too much is kept. */
export function keptIn<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value | undefined {
  if (kept.has(key)) return kept.get(key)
  if (kept.size > mostKept) kept.clear()
  const made = make()
  kept.set(key, made)
  return made
}

/** Under which a cell is remembered. */
export function cellKeyOf(
  person: Person,
  client: TenantClient,
  wanted: Purpose | 'main',
  { network, at, signalsKey }: Viewpoint,
): string {
  return `${person.class}\n${client.name}\n${wanted}\n${network}\n${at}\n${signalsKey}`
}

function summarize(
  { population, grouped }: Plan,
  person: Person,
  client: TenantClient,
  purpose: Purpose,
  { network, at, signals }: Viewpoint,
): CellSummary | undefined {
  const user = population.classes[person.class]?.representative
  if (user === undefined || !purposesAt(population.tenant, at, user, client).includes(purpose)) return undefined
  const request = { user, client: client.name, purpose, network, at, signals }
  const traces = simulateSessionBriefly(population.tenant, request)
  if (traces.length === 0) return undefined
  const summary = summaryOf(traces, purpose)
  return grouped === undefined ? summary : withoutNames(traces, summary)
}

/** A summary of several people, whom not all the same policies block. */
function withoutNames(traces: readonly Trace[], summary: CellSummary): CellSummary {
  const session = sessionVerdict(traces)
  if (session.kind !== 'blocked') return summary
  const verdict = verdictOf(decidingTrace(traces, session))
  const policies = verdict.kind === 'blocked' ? verdict.policies.length : 0
  return policies === 0 ? summary : { ...summary, note: policies === 1 ? 'a policy' : `${policies} policies` }
}

/** A session in a few words. */
export function summaryOf(traces: readonly Trace[], purpose: Purpose): CellSummary {
  const verdict = sessionVerdict(traces)
  const ends = traces.map((trace) => {
    const end = verdictOf(trace)
    return end.kind === 'signs-in'
      ? `${trace.request.leg} ${end.credential} ${end.verifier} ${end.secondFactor} ${end.secondFactorBy ?? ''} ${JSON.stringify([end.presents, end.admissible])}`
      : `${trace.request.leg} ${end.kind} ${'error' in end ? (end.error ?? '') : ''}`
  })
  const signature = `${verdict.kind}; ${ends.join('; ')}`
  const by = checkedBy(traces)
  const made = (tone: Tone, note: string): CellSummary => ({ tone, purpose, note, by, signature })
  switch (verdict.kind) {
    case 'signs-in':
      return made(verdict.credentials[0] ?? 'none', secondFactorNote(traces))
    case 'several-credentials':
    case 'conflict': {
      const distinct = [...new Set(verdict.credentials.map(({ credential }) => credentialWords[credential].name))]
      return made(verdict.kind === 'conflict' ? 'conflict' : 'several', joined(distinct))
    }
    case 'undetermined':
      return made('undetermined', verdict.missing.map(missingWords).join(', '))
    case 'blocked':
      return made('blocked', reasonInFewWords(decidingTrace(traces, verdict)))
    default:
      return made('no-way-in', reasonInFewWords(decidingTrace(traces, verdict)))
  }
}

/** What is or may be presented, who checks it, and who asks for the second factor, where someone signs in. */
function checkedBy(traces: readonly Trace[]): string {
  const words = traces.flatMap((trace) => {
    const end = verdictOf(trace)
    if (end.kind !== 'signs-in') return []
    const { verifier, secondFactorBy, presents, admissible } = end
    const factor = secondFactorBy === undefined ? [] : [`MFA by ${secondFactorByWords[secondFactorBy]}`]
    const presented = presents === undefined ? (admissible ?? []) : [presents]
    const shown = presented.map(shortPresented).join(' or ')
    return [...(shown === '' ? [] : [shown]), `checked by ${shortVerifier(traces, verifier)}`, ...factor]
  })
  return [...new Set(words)].join(', ')
}

/** `account + app password`: what all of them end in is said once. */
function joined(names: readonly string[]): string {
  const end = ' password'
  const all = names.every((name) => name.endsWith(end))
  return all ? `${names.map((name) => name.slice(0, -end.length)).join(' + ')}${end}` : names.join(' + ')
}

/** The most demanding second factor of the required legs. */
function secondFactorNote(traces: readonly Trace[]): string {
  const order = ['registration-required', 'asked', 'may-be-asked', 'bypassed', 'already-satisfied'] as const
  const met = traces.flatMap((trace) => {
    const verdict = verdictOf(trace)
    return verdict.kind === 'signs-in' && !trace.request.optional ? [verdict] : []
  })
  const found = order.find((one) => met.some(({ secondFactor }) => secondFactor === one))
  if (found === undefined) return met[0] === undefined ? '' : oneFactor(traces, met[0])
  return found === 'registration-required' ? 'MFA: register first' : `MFA ${secondFactorWords[found]}`
}

function oneFactor(
  traces: readonly Trace[],
  { credential, verifier }: { readonly credential: Credential; readonly verifier: Verifier },
): string {
  return credential === 'none' ? 'nothing is checked' : `${shortVerifier(traces, verifier)}, one factor`
}

function shortVerifier(traces: readonly Trace[], verifier: Verifier): string {
  return verifier === 'entra-id' ? 'Entra ID' : verifierName(traces, verifier)
}
