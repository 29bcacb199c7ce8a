import type { Command } from 'commander'
import { parseSignals } from '../analysis/parse-signals.ts'
import { applicationOf, applications } from '../catalog/applications.ts'
import { planRequests, type RequestFilter } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { nearest } from '../source/diagnostics/suggest.ts'
import { neutralize } from '../source/text/neutralize.ts'
import { formatInstant, parseInstant } from '../source/text/parse-values.ts'
import { type Found, findApplication, findClient, findNetwork, findUser } from '../tenant/find.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import { type Credential, credentials } from '../vocabulary/credentials.ts'
import { type ClientRequest, type Purpose, purposes, type Signals } from '../vocabulary/requests.ts'
import type { Environment } from './environment.ts'
import { collect } from './formats.ts'
import { oneOf, usageProblem, usageProblems } from './usage.ts'

/** The options that choose sign-ins, as commander hands them over. */
export interface RequestOptions {
  readonly user?: string
  readonly client?: string
  readonly purpose?: string
  readonly network?: string
  readonly asOf?: string
  readonly signal?: readonly string[]
  readonly present?: string
  readonly application?: string
  readonly strict?: true
  readonly allClients?: true
}

/** One session that was played. */
export interface Session {
  readonly request: ClientRequest
  readonly traces: readonly Trace[]
}

/** What the options chose. */
export interface Played {
  /** The tenant's name and the instant judged, as the contract shows them. */
  readonly header: { readonly tenant: string; readonly asOf: string }
  /** Played while they are gone through, each time again; none is kept. */
  readonly sessions: Iterable<Session>
}

/** Adds the options that choose sign-ins. */
export function addRequestOptions(command: Command): Command {
  return command
    .option('-u, --user <USER>', 'user principal name, display name, or id of another principal')
    .option('-c, --client <CLIENT>', 'a client of the file or any id from `authplan catalog clients`')
    .option('-p, --purpose <PURPOSE>', 'read-mail, open-address-book ...: `authplan catalog purposes`')
    .option('-n, --network <NETWORK>', 'a network of the file')
    .option('--as-of <DATE>', 'evaluate at this date or instant instead of the one in the file')
    .option('--signal <KEY=VALUE>', 'a property of the sign-in, such as devicePlatform=iOS; repeatable', collect)
    .option(
      '--application <APP>',
      'the target of the token: a declared application, an app id, or an id from `authplan catalog applications`',
    )
    .option('--present <CREDENTIAL>', 'try this credential instead of the one required')
    .option('--all-clients', 'if the file declares no clients: include those the vendor no longer supports')
    .option('--strict', 'treat an option or signal without effect as a finding')
}

/** Plays every sign-in that the options choose; a word that is not known is a problem of usage, and so is a choice of nothing. */
export function playSessions(tenant: Tenant, options: RequestOptions): Played {
  const played = playAny(tenant, options)
  for (const _first of played.sessions) return played
  throw nothingChosen(tenant, options)
}

/** The same where a tenant without a sign-in is fine. */
export function playAny(tenant: Tenant, options: RequestOptions): Played {
  const filter = readFilter(tenant, options)
  return { header: headerOf(tenant, options), sessions: { [Symbol.iterator]: () => sessionsOf(tenant, filter) } }
}

function* sessionsOf(tenant: Tenant, filter: RequestFilter): Generator<Session> {
  for (const request of planRequests(tenant, filter)) {
    const traces = simulateSession(tenant, request)
    if (traces.length > 0) yield { request, traces }
  }
}

/** The traces of sessions, played while they are gone through. */
export function tracesOf(sessions: Iterable<Session>): Iterable<readonly Trace[]> {
  return mapped(sessions, ({ traces }) => traces)
}

/** What is made of each of many things when it is its turn, each time they are gone through. */
export function mapped<From, To>(all: Iterable<From>, make: (one: From) => To): Iterable<To> {
  return {
    *[Symbol.iterator]() {
      for (const one of all) yield make(one)
    },
  }
}

/** Those that meet a condition, read again each time that the result is. */
export function kept<One>(all: Iterable<One>, wanted: (one: One) => boolean): Iterable<One> {
  return {
    *[Symbol.iterator]() {
      for (const one of all) if (wanted(one)) yield one
    },
  }
}

/** The tenant and the date as the contract shows them. */
export function headerOf(tenant: Tenant, { asOf }: RequestOptions): Played['header'] {
  return { tenant: tenant.name, asOf: asOf ?? formatInstant(tenant.asOf) }
}

/** The options as a filter; every word that is not known is a problem of usage. */
export function readFilter(tenant: Tenant, options: RequestOptions): RequestFilter {
  const { user, client, purpose, network, asOf, signal, present, application } = options
  return {
    ...(user !== undefined && { user: named('user', user, findUser(tenant, user)).userPrincipalName }),
    ...(client !== undefined && { client: namedClient(tenant, client) }),
    ...(purpose !== undefined && { purpose: readPurpose(purpose) }),
    ...(network !== undefined && { network: named('network', network, findNetwork(tenant, network)).name }),
    ...(asOf !== undefined && { at: readInstant(asOf) }),
    ...(signal !== undefined && { signals: readSignals(tenant, signal) }),
    ...(present !== undefined && { presents: readCredential(present) }),
    ...(options.allClients === true && { allClients: true }),
    ...(application !== undefined && { application: namedApplication(tenant, application) }),
  }
}

/** The value of a name, or the problem with the nearest name. */
function named<T>(what: string, text: string, found: Found<T>, list?: string): T {
  if (found.found) return found.value
  const near = found.suggestion === undefined ? '' : `did you mean \`${neutralize(found.suggestion)}\`? `
  const known = found.known.slice(0, 12).map((name) => `\`${neutralize(name)}\``)
  const all = list ?? (known.length === 0 ? 'the tenant file declares none' : `known: ${known.join(', ')}`)
  throw usageProblem(
    `unknown ${what} \`${neutralize(text)}\``,
    near + all + (list === undefined && found.known.length > 12 ? ' ...' : ''),
  )
}

function namedClient(tenant: Tenant, text: string): string {
  return named('client', text, findClient(tenant, text), '`authplan catalog clients` lists all').name
}

const idsInCatalog = applications.map(({ id }) => id)

/** An application by name, app id, or an id of the catalog. */
function namedApplication(tenant: Tenant, text: string): string {
  const listed = applicationOf(text)
  if (listed !== undefined) return listed.appIds[0] ?? listed.id
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase()
  const found = findApplication(tenant, text)
  const suggestion = nearest(text, idsInCatalog, 1, found.found ? [] : found.known)[0]
  const wrong = found.found || suggestion === undefined ? found : { ...found, suggestion }
  return named('application', text, wrong, '`authplan catalog applications` lists those of the vendor').appId
}

/** A purpose by its id. */
export function readPurpose(text: string): Purpose {
  return oneOf('purpose', text, purposes)
}

/** A credential by its id. */
export function readCredential(text: string): Credential {
  return oneOf('credential', text, credentials)
}

/** A date or an instant with offset. */
export function readInstant(text: string): number {
  const at = parseInstant(text)
  if (at !== undefined) return at
  throw usageProblem(
    `\`${text}\` is not a valid date`,
    'write `2026-11-22`, or an instant with offset: `2026-11-22T09:00:00+01:00`',
  )
}

/** The signals of `--signal`; all mistakes are named at once. */
export function readSignals(tenant: Tenant, entries: readonly string[]): Signals {
  const parsed = parseSignals(entries, tenant.devices)
  if (parsed.ok) return parsed.value
  throw usageProblems(parsed.problems)
}

/** What to throw when the options choose no sign-in, though every word is known: nothing to play is never a success. */
export function nothingChosen(tenant: Tenant, { client, purpose }: RequestOptions): Error {
  const { users, networks, clients } = tenant
  const lacks =
    users.size === 0 ? 'users' : networks.size === 0 ? 'networks' : clients.size === 0 ? 'clients' : undefined
  if (lacks !== undefined)
    return usageProblem(`the tenant file declares no ${lacks}, so there are no sign-ins to simulate`)
  if (client === undefined || purpose === undefined)
    return usageProblem('these options select no sign-in of this tenant')
  const able = [...planRequests(tenant, { client: namedClient(tenant, client) })].map((request) => request.purpose)
  const does = [...new Set(able)].map((one) => `\`${one}\``).join(', ')
  return usageProblem(`\`${client}\` is not used to \`${purpose}\``, does === '' ? undefined : `it does ${does}`)
}

/** Refuses a tenant of which an answer about all sign-ins would be one about none; people beside the file are counted when they are read. */
export function refuseWithoutSignIns(tenant: Tenant): void {
  if (tenant.population !== undefined) return
  for (const _first of planRequests(tenant)) return
  throw nothingChosen(tenant, {})
}

/** The first session in file order; when others would answer too, stderr says which one it is. */
export function chooseOne({ stderr }: Environment, { sessions }: Played): Session {
  let first: Session | undefined
  let count = 0
  for (const session of sessions) {
    first ??= session
    count += 1
  }
  // A choice of nothing has been refused before.
  if (first === undefined) throw new Error('no session was simulated')
  if (count > 1) {
    const { user, client, purpose, network } = first.request
    stderr(`${neutralize(`the first of ${count} sessions: ${user}, ${client}, ${purpose}, from ${network}`)}\n`)
  }
  return first
}

/** The two dates of `D1..D2`, or one date twice. */
export function readDates(text: string): readonly [from: number, to: number] {
  const [from = '', to = from, more] = text.split('..')
  if (more !== undefined) throw usageProblem(`\`${text}\` is not a pair of dates`, 'write `D1..D2`')
  return [readInstant(from), readInstant(to)]
}
