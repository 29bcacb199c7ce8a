import { legsUnder, saidOfLegs } from '../../simulate/said-of-leg.ts'
import { type OpenLeg, openSession, playLegBriefly, simulateSessionBriefly } from '../../simulate/simulate-session.ts'
import { withChanges } from '../../source/edit/change.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { tenantOfValue } from '../matrix/plan.ts'
import { type Between, capacity, type Ends, keyOf, remembering } from './between.ts'
import { readingKey, readingOf } from './cell-reading.ts'
import type { ComparedChange } from './compare-cells.ts'
import { withDecidingPolicies } from './deciding-policies.ts'

/** The plan before with the policies of a plan to which some differences are applied. */
function madeWith({ comparison, parts }: Between, chosen: readonly number[]): Tenant | undefined {
  const { before, policiesOf: { document } = before, reader, after } = comparison
  const edits = chosen.flatMap((index) => parts[index]?.edits ?? [])
  if (edits.length === 0) return before.tenant
  const loaded = tenantOfValue(withChanges(document.value, edits), document.source.name, reader)
  if (!loaded.ok) return undefined
  const { conditionalAccess } = withDecidingPolicies(tenantAt(loaded.value, after.at))
  return { ...tenantAt(before.tenant, after.at), events: [], conditionalAccess }
}

/** How a sign-in ends whose legs are known up to where the policies come in. */
interface Trying {
  readonly request: ClientRequest
  readonly legs: readonly OpenLeg[]
  /** The endings found so far by what the policies say. */
  readonly known: Map<string, string>
}

function played({ request, legs }: Trying, tenant: Tenant): string {
  // Without policies a leg is planned with other assumptions.
  const none = tenant.conditionalAccess.policies.length === 0
  const traces = none ? simulateSessionBriefly(tenant, request) : legsUnder(legs, tenant).map(playLegBriefly)
  return readingKey(traces.length === 0 ? undefined : readingOf(traces))
}

function endUnder(trying: Trying, tenant: Tenant): string {
  const { legs, known } = trying
  const said = tenant.conditionalAccess.policies.length === 0 ? undefined : saidOfLegs(legsUnder(legs, tenant))
  const found = said === undefined ? undefined : known.get(said)
  if (found !== undefined) return found
  const end = played(trying, tenant)
  if (said !== undefined) known.set(said, end)
  return end
}

/**
 * How changed sign-ins end in intermediate plans where nothing differs but policies: the legs are those of the plan before,
 * and one of which the policies say what they say on either side ends as it does there.
 */
export function endsByPolicies(between: Between): (change: ComparedChange) => Ends {
  const { comparison } = between
  const { before, after } = comparison
  const tenants = new Map<string, Tenant | undefined>()
  const tenantOf = (chosen: readonly number[]): Tenant | undefined => {
    const key = keyOf(chosen)
    if (tenants.has(key)) return tenants.get(key)
    if (tenants.size >= capacity) tenants.clear()
    const made = madeWith(between, chosen)
    tenants.set(key, made)
    return made
  }
  const sides = [before.tenant, after.tenant].map((tenant) => withDecidingPolicies(tenantAt(tenant, after.at)))
  return ({ before: asked, keys }) => {
    if (asked === undefined) return () => readingKey(undefined)
    const request = { ...asked, at: after.at }
    const trying: Trying = { request, legs: openSession(before.tenant, request), known: new Map() }
    for (const [at, tenant] of sides.entries()) {
      const said = saidOfLegs(legsUnder(trying.legs, tenant))
      if (said !== undefined) trying.known.set(said, at === 0 ? keys.before : keys.after)
    }
    const end: Ends = (chosen) => {
      const tenant = tenantOf(chosen)
      return tenant && endUnder(trying, tenant)
    }
    return remembering(end, new Map([[keyOf([]), keys.before]]))
  }
}
