import { policyInWords } from '../analysis/wording/policy-in-words.ts'
import { userRows } from '../report/tables/session-rows.ts'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Trace } from '../trace/step.ts'
import type { Workspace } from './workspace.ts'

/** Maximum number of sign-ins to simulate for one answer, because the editor waits for it. */
const mostSignIns = 300
const mostRows = 12

const sameName = (one: string | undefined, other: string): boolean => one?.toLowerCase() === other.toLowerCase()

function* sessionsOf(tenant: Tenant, kind: 'user' | 'client', name: string): Generator<readonly Trace[]> {
  const user = [...tenant.users.values()].find((one) =>
    [one.userPrincipalName, one.displayName].some((known) => sameName(known, name)),
  )
  const client = [...tenant.clients.values()].find((one) => sameName(one.name, name))
  const filter = kind === 'user' ? user && { user: user.userPrincipalName } : client && { client: client.name }
  if (filter === undefined) return
  let count = 0
  for (const request of planRequests(tenant, filter)) {
    count += 1
    if (count > mostSignIns) return
    const traces = simulateSession(tenant, request)
    if (traces.length > 0) yield traces
  }
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ')

/** The verdicts of a person with each client, or of a client for each person, as a table. */
export function verdictLines(
  { reader }: Workspace,
  file: string,
  kind: 'user' | 'client',
  name: string,
): readonly string[] {
  const loaded = loadTenant(file, reader)
  // Simulating people in external files takes too long for an answer that the editor waits for.
  if (!loaded.ok || loaded.value.population !== undefined) return []
  const rows = userRows(sessionsOf(loaded.value, kind, name)).flatMap(({ userName, rows: own }) =>
    own.map(({ clientName, purposes, networks, results }) => [
      kind === 'user' ? clientName : userName,
      purposes.join(', '),
      networks.join(', '),
      results.map(({ result }) => result).join('; '),
      results.flatMap(({ rule }) => (rule === '' ? [] : [rule])).join(', '),
    ]),
  )
  if (rows.length === 0) return []
  const shown = rows.slice(0, mostRows).map((row) => `| ${row.map(cell).join(' | ')} |`)
  const more = rows.length > mostRows ? [`and ${rows.length - mostRows} more`] : []
  const head = [
    `| ${kind === 'user' ? 'client' : 'user'} | purpose | network | credential | rule |`,
    '|---|---|---|---|---|',
  ]
  return [[...head, ...shown].join('\n'), ...more]
}

/** A policy in words. */
export function policyLines({ reader }: Workspace, file: string, name: string): readonly string[] {
  const loaded = loadTenant(file, reader)
  if (!loaded.ok) return []
  const policy = loaded.value.conditionalAccess.policies.find((one) =>
    [one.name, one.displayName, one.id].some((known) => sameName(known, name)),
  )
  if (policy === undefined) return []
  const { state, users, resources, conditions, grant, session, notUnderstood } = policyInWords(policy, loaded.value)
  const sentences = [...users, ...resources, ...conditions, ...grant, ...session, ...notUnderstood]
  return [`**${policy.name}** (${state})`, sentences.map((one) => `- ${one}`).join('\n')]
}
