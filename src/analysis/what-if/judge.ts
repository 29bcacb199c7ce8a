import { type CompiledPolicies, compilePolicies } from '../../simulate/conditional-access/compile.ts'
import type { MissingReading } from '../../simulate/conditional-access/sign-in.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { Instant, Signals } from '../../vocabulary/requests.ts'

/** Options in addition to the request body. */
export interface WhatIfOptions {
  readonly signals?: Signals
  /** How to treat signals that were not given: `none` as in the vendor's service, by default. */
  readonly missing?: MissingReading
  readonly at?: Instant
}

/** The policies of a tenant as they are at the instant judged, to which many requests can be put. */
export interface WhatIfJudge {
  readonly tenant: Tenant
  readonly at: Instant
  readonly compiled: CompiledPolicies
  readonly options: WhatIfOptions
}

/** The policies of a tenant at the instant of the options, or at its own. */
export function judgeAt(declared: Tenant, options: WhatIfOptions = {}): WhatIfJudge {
  const at = options.at ?? declared.asOf
  const tenant = tenantAt(declared, at)
  const { conditionalAccess, multifactorAuthentication } = tenant
  const compiled = compilePolicies(conditionalAccess, { trustedIps: multifactorAuthentication.trustedIps })
  return { tenant, at, compiled, options }
}
