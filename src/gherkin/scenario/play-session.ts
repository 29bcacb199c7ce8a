import { simulateSession } from '../../simulate/simulate-session.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { problem } from './problem.ts'
import type { Session } from './session.ts'

/** Plays one request. */
export function sessionOf(tenant: Tenant, request: ClientRequest): Session {
  const traces = simulateSession(tenant, request)
  if (traces.length === 0) {
    const { user, client, purpose } = request
    throw problem(`\`${client}\` has nothing to connect to when \`${user}\` uses it for \`${purpose}\``)
  }
  return { request, traces, verdict: sessionVerdict(traces) }
}

/** A request in words. */
export function requestWords({ user, client, purpose, network, at, presents }: ClientRequest): string {
  const tried = presents === undefined ? '' : `, presenting ${presents}`
  return `${user} / ${client} / ${purpose} / from ${network} / on ${formatInstant(at)}${tried}`
}
