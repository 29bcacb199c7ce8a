import type { RequestFilter } from '../simulate/plan-requests.ts'
import { planRequests } from '../simulate/plan-requests.ts'
import { simulateSession } from '../simulate/simulate-session.ts'
import { neutralize } from '../source/text/neutralize.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Signals } from '../vocabulary/requests.ts'
import type { Environment, ExitCode } from './environment.ts'
import { type RequestOptions, readFilter } from './request-options.ts'

/** Every sign-in with all that follows from it; what was merely asked for is left out, since it always differs. */
function* outcomes(tenant: Tenant, filter: RequestFilter): Generator<string> {
  for (const request of planRequests(tenant, filter))
    for (const trace of simulateSession(tenant, request)) {
      const { leg, relyingParty, protocol, user, client } = trace.request
      yield JSON.stringify({ ...trace, request: { leg, relyingParty, protocol, user, client } })
    }
}

/** Whether two choices of sign-ins come out the same; it stops at the first difference. */
function alike(tenant: Tenant, one: RequestFilter, other: RequestFilter): boolean {
  const others = outcomes(tenant, other)
  for (const outcome of outcomes(tenant, one)) if (others.next().value !== outcome) return false
  return others.next().done === true
}

/** The signals but one. */
export function without(signals: Signals, key: string): Signals {
  return Object.fromEntries(Object.entries(signals).filter(([name]) => name !== key))
}

/** The options and signals that change nothing in any of the sign-ins they were given for. */
export function withoutEffect(tenant: Tenant, filter: RequestFilter): readonly string[] {
  const { application: _application, ...elsewhere } = filter
  const { signals = {} } = filter
  const idle = Object.keys(signals).filter((key) =>
    alike(tenant, filter, { ...filter, signals: without(signals, key) }),
  )
  const unused = filter.application !== undefined && alike(tenant, filter, elsewhere)
  return [...(unused ? ['--application'] : []), ...idle.map((key) => `--signal ${key}`)]
}

/** Warns of what has no effect; that is a finding where it was asked to be strict. */
export function warnWithoutEffect(environment: Environment, tenant: Tenant, options: RequestOptions): ExitCode {
  if (options.signal === undefined && options.application === undefined) return 0
  return warnOf(environment, withoutEffect(tenant, readFilter(tenant, options)), options.strict)
}

/** The warnings of options that change nothing. */
export function warnOf({ stderr }: Environment, idle: readonly string[], strict: true | undefined): ExitCode {
  for (const one of idle) stderr(`${neutralize(`warning: \`${one}\` has no effect on this question`)}\n`)
  return strict === true && idle.length > 0 ? 1 : 0
}
