import { askedOfPolicies } from '../../simulate/asked-words.ts'
import { compiledOf } from '../../simulate/policies.ts'
import { legsUnder, saidOfLegs } from '../../simulate/said-of-leg.ts'
import {
  openSession,
  playLegBriefly,
  simulateSessionBriefly,
  type UndecidedLeg,
} from '../../simulate/simulate-session.ts'
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
  readonly legs: readonly UndecidedLeg[]
  /** Equal for sign-ins of a user to which the same policies say the same. */
  readonly word: string
  /** The endings found so far by what the policies say. */
  readonly known: Map<string, string>
}

/** What the policies of a tenant say to those who ask the same, found once. */
type Saying = (trying: Trying) => string | undefined

/** How many answers are kept. */
const mostSaid = 20_000

function sayingOf(tenant: Tenant): Saying {
  const known = new Map<string, string | undefined>()
  return ({ legs, word }) => {
    if (known.has(word)) return known.get(word)
    const said = saidOfLegs(legsUnder(legs, tenant))
    if (known.size >= mostSaid) known.clear()
    known.set(word, said)
    return said
  }
}

function played({ request, legs }: Trying, tenant: Tenant): string {
  // Without policies a leg is planned with other assumptions.
  const none = tenant.conditionalAccess.policies.length === 0
  const traces = none ? simulateSessionBriefly(tenant, request) : legsUnder(legs, tenant).map(playLegBriefly)
  return readingKey(traces.length === 0 ? undefined : readingOf(traces))
}

function endUnder(trying: Trying, { tenant, saying }: Intermediate): string {
  const { known } = trying
  const said = tenant.conditionalAccess.policies.length === 0 ? undefined : saying(trying)
  const found = said === undefined ? undefined : known.get(said)
  if (found !== undefined) return found
  const end = played(trying, tenant)
  if (said !== undefined) known.set(said, end)
  return end
}

interface Intermediate {
  readonly tenant: Tenant
  readonly saying: Saying
}

const intermediate = (tenant: Tenant): Intermediate => ({ tenant, saying: sayingOf(tenant) })

/** Finds intermediate plans, each once. */
function intermediates(between: Between): (chosen: readonly number[]) => Intermediate | undefined {
  const known = new Map<string, Intermediate | undefined>()
  return (chosen) => {
    const key = keyOf(chosen)
    if (known.has(key)) return known.get(key)
    if (known.size >= capacity) known.clear()
    const tenant = madeWith(between, chosen)
    const made = tenant && intermediate(tenant)
    known.set(key, made)
    return made
  }
}

/**
 * How changed sign-ins end in intermediate plans where nothing differs but policies: the legs are those of the plan before,
 * and one of which the policies say what they say on either side ends as it does there.
 */
export function endsByPolicies(between: Between): (change: ComparedChange) => Ends {
  const { before, after } = between.comparison
  const tenantOf = intermediates(between)
  const sides = [before.tenant, after.tenant].map((tenant) =>
    intermediate(withDecidingPolicies(tenantAt(tenant, after.at))),
  )
  const askedBy = askedOfPolicies(compiledOf(before.tenant).locations)
  return ({ before: asked, keys }) => {
    if (asked === undefined) return () => readingKey(undefined)
    const request = { ...asked, at: after.at }
    const legs = openSession(before.tenant, request)
    const word = [request.user, ...legs.map((leg) => askedBy(leg).word)].join('\u0001')
    const trying: Trying = { request, legs, word, known: new Map() }
    for (const [at, { saying }] of sides.entries()) {
      const said = saying(trying)
      if (said !== undefined) trying.known.set(said, at === 0 ? keys.before : keys.after)
    }
    const end: Ends = (chosen) => {
      const found = tenantOf(chosen)
      return found && endUnder(trying, found)
    }
    return remembering(end, new Map([[keyOf([]), keys.before]]))
  }
}
