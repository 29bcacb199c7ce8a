import { singleLine } from '../../report/tables/single-line.ts'
import { purposeWords } from '../../report/wording/nouns.ts'
import { ruleById } from '../../rules/index.ts'
import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { sources } from '../../vocabulary/citations.ts'
import type { RuleId } from '../../vocabulary/questions.ts'
import type { ClientName, ClientRequest, Instant, UserName } from '../../vocabulary/requests.ts'
import { clientNamed, networkNamed, userNamed } from '../scenario/find-names.ts'
import { sessionOf } from '../scenario/play-session.ts'
import type { Session } from '../scenario/session.ts'
import { alignedTable } from '../steps/aligned-table.ts'
import { type SpecRow, specRow } from './spec-row.ts'
import { spokenName } from './spoken-name.ts'

/** How a spec refers to its tenant, and the date of the verdicts. */
export interface SpecOptions {
  /** The name or path that the feature will use. */
  readonly tenantReference: string
  /** By default the file's own date. */
  readonly at?: Instant
  /** A comment about the people in the spec. */
  readonly note?: string
}

const mostUsers = 12

// In a heading, angle brackets would be read as a placeholder without a value.
const headingOf = (name: string): string => singleLine(name).replaceAll('<', '‹').replaceAll('>', '›')

/**
 * A feature that asserts the current verdicts of a tenant, for review: one section per client, one outline for sign-ins
 * with the same outcome, the sources of their rules as comments. In a large tenant, one user represents all users with
 * the same result.
 */
export function writeSpec(tenant: Tenant, { tenantReference, at, note }: SpecOptions): string {
  const filter = at === undefined ? {} : { at }
  const stand = representatives(tenant, filter)
  const kept = [...stand.keys()].flatMap((user) => [...sessionsOf(tenant, { ...filter, user })])
  const judged = formatInstant(at ?? tenant.asOf)
  const lines = [
    `# States the verdicts of ${singleLine(tenant.file)} as of ${judged}: the current outcomes, not the desired ones. Review every row.`,
    ...(note === undefined ? [] : [singleLine(`# ${note}.`)]),
    ...placeholders(stand),
    `Feature: ${headingOf(tenant.name)}: which credential each client takes`,
    '',
    '  Background:',
    `    Given the tenant architecture "${tenantReference.replaceAll('"', '\\"')}"`,
    ...(at === undefined ? [] : [`    And the date is ${judged}`]),
    ...clientsOf(kept).flatMap((client) => clientPart(tenant, client, kept)),
    '',
  ]
  return lines.map(oneLine).join('\n')
}

/** A name with a line break must not start a new line; the indentation is kept. */
const oneLine = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${singleLine(line)}`

const clientsOf = (sessions: readonly Session[]): readonly ClientName[] => [
  ...new Set(sessions.map(({ request }) => request.client)),
]

/**
 * Representative users: all users of a small tenant, otherwise the first of those with the same outcome for every
 * sign-in.
 */
function representatives(tenant: Tenant, filter: RequestFilter): ReadonlyMap<UserName, readonly UserName[]> {
  const { users } = tenant
  if (users.size <= mostUsers) return new Map([...users.keys()].map((user) => [nameOf(users, user), []]))
  const byFate = new Map<string, UserName[]>()
  // Processes one user at a time to limit memory.
  for (const { userPrincipalName: user } of users.values()) {
    const fate = [...sessionsOf(tenant, { ...filter, user })].map(fateOf).join('\n')
    if (fate === '') continue
    const alike = byFate.get(fate)
    if (alike === undefined) byFate.set(fate, [user])
    else alike.push(user)
  }
  return new Map([...byFate.values()].flatMap(([first, ...others]) => (first === undefined ? [] : [[first, others]])))
}

function fateOf(session: Session): string {
  const { client, purpose, network } = session.request
  const row = specRow(session)
  return [client, purpose, network, row.shape, ...row.cells.values()].join(' ')
}

function* sessionsOf(tenant: Tenant, filter: RequestFilter): Generator<Session> {
  for (const request of planRequests(tenant, filter)) yield sessionOf(tenant, request)
}

const nameOf = (users: Tenant['users'], key: UserName): UserName => users.get(key)?.userPrincipalName ?? key

function placeholders(stand: ReadonlyMap<UserName, readonly UserName[]>): readonly string[] {
  return [...stand]
    .filter(([, others]) => others.length > 0)
    .map(([user, others]) => {
      const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
      return singleLine(`# ${user} stands for ${others.slice(0, 3).join(', ')}${more}.`)
    })
}

function clientPart(tenant: Tenant, client: ClientName, sessions: readonly Session[]): readonly string[] {
  const own = sessions.filter(({ request }) => request.client === client)
  const shapes = new Map<string, { readonly rows: SpecRow[]; readonly named: boolean }>()
  for (const { rows, named } of rowsOf(own)) {
    for (const row of rows) {
      const key = `${named ? 'network ' : ''}${row.shape}`
      const group = shapes.get(key) ?? { rows: [], named }
      group.rows.push(row)
      shapes.set(key, group)
    }
  }
  const outlines = [...shapes.values()].flatMap(({ rows, named }) => outline(tenant, client, rows, named))
  return ['', `  Rule: ${headingOf(displayName(tenant, client))}`, ...outlines]
}

const displayName = (tenant: Tenant, client: ClientName): string => tenant.clients.get(client)?.displayName ?? client

/** Rows of one client; the network is omitted if the outcome is the same from every network. */
function rowsOf(
  sessions: readonly Session[],
): readonly { readonly rows: readonly SpecRow[]; readonly named: boolean }[] {
  const groups = new Map<string, SpecRow[]>()
  for (const session of sessions) {
    const key = `${session.request.user} ${session.request.purpose}`
    groups.set(key, [...(groups.get(key) ?? []), specRow(session)])
  }
  return [...groups.values()].map((rows) => {
    const alike = rows.every((row) => sameFate(row, rows[0]))
    return alike ? { rows: rows.slice(0, 1), named: false } : { rows, named: true }
  })
}

const sameFate = (one: SpecRow, other: SpecRow | undefined): boolean =>
  one.shape === other?.shape && [...one.cells].every(([name, cell]) => other.cells.get(name) === cell)

function outline(tenant: Tenant, client: ClientName, rows: readonly SpecRow[], named: boolean): readonly string[] {
  const [first] = rows
  if (first === undefined) return []
  const from = named ? ' from <network>' : ''
  const columns = ['user', 'purpose', ...(named ? ['network'] : []), ...first.cells.keys()]
  const cells = rows.map((row) => [
    userWords(tenant, row.request),
    purposeWords[row.request.purpose],
    ...(named ? [spokenName(tenant, networkNamed, row.request.network)] : []),
    ...row.cells.values(),
  ])
  const rules = [...new Set(rows.flatMap((row) => row.rules))]
  return [
    '',
    ...rules.flatMap(citationLines),
    `    Scenario Outline: ${first.title}${named ? ' from <network>' : ''}`,
    `      When <user> uses ${clientWords(tenant, client)} to <purpose>${from}`,
    ...first.steps.map((line) => `      ${line}`),
    '',
    '      Examples:',
    ...alignedTable([columns, ...cells]).map((line) => `        ${line}`),
  ]
}

/** A user by display name if it is unambiguous, otherwise by user principal name. */
function userWords(tenant: Tenant, { user }: ClientRequest): string {
  const known = [...tenant.users.values()].find(({ userPrincipalName }) => userPrincipalName === user)
  return spokenName(tenant, userNamed, user, known?.displayName ?? user)
}

/** A client by display name if it is unambiguous, otherwise by id. */
function clientWords(tenant: Tenant, client: ClientName): string {
  return spokenName(tenant, clientNamed, client, displayName(tenant, client))
}

function citationLines(id: RuleId): readonly string[] {
  const rule = ruleById(id)
  if (rule === undefined) return []
  const { title, url, read } = sources[rule.citation.source]
  return [`    # ${id}: ${rule.statement}`, `    #   ${title}, ${url}, read ${read}`]
}
