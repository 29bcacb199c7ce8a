import type { VendorChange, VendorFact, VendorSubject } from '../catalog/vendor-change.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import type { Rollout, Tenant } from '../tenant/tenant.ts'
import { type Missing, missing } from '../vocabulary/facts.ts'
import type { Instant } from '../vocabulary/requests.ts'

interface DatedChange {
  readonly change: VendorChange
  readonly from: Instant
  readonly until: Instant
  readonly createdFrom: Instant
  readonly createdBefore: Instant
}

// ISO days are read once, when the module is loaded; `Date.parse` of a constant is no clock.
const day = (text: string | undefined, otherwise: Instant): Instant =>
  text === undefined ? otherwise : Date.parse(`${text}T00:00:00Z`)

const dated: readonly DatedChange[] = vendorTimeline.map((change) => ({
  change,
  from: day(change.from, 0),
  until: day(change.until, Number.POSITIVE_INFINITY),
  createdFrom: day(change.appliesTo?.tenantsCreatedFrom, Number.NEGATIVE_INFINITY),
  createdBefore: day(change.appliesTo?.tenantsCreatedBefore, Number.POSITIVE_INFINITY),
}))

type BySubject = ReadonlyMap<string, readonly DatedChange[]>

const facts = [...new Set(dated.map(({ change }) => change.fact))]

/** By fact, then by subject. */
const bySubject: ReadonlyMap<VendorFact, BySubject> = new Map(
  facts.map((fact) => {
    const of = dated.filter(({ change }) => change.fact === fact)
    const subjects = [...new Set(of.map(({ change }) => change.subject))]
    return [fact, new Map(subjects.map((subject) => [subject, of.filter(({ change }) => change.subject === subject)]))]
  }),
)

/** What a dated change is about, as one word. */
export function vendorSubject({ fact, subject }: Pick<VendorChange, 'fact' | 'subject'>): string {
  return `${fact} ${subject}`
}

/** The instant at which the vendor's timeline is read for a subject: that of the sign-in, unless a question holds it. */
function judgedAt(tenant: Tenant, at: Instant, about: Pick<VendorChange, 'fact' | 'subject'>): Instant {
  return tenant.vendorHeldAt === undefined ? at : (tenant.vendorHeldAt.get(vendorSubject(about)) ?? at)
}

/**
 * The vendor's change in force for one fact and subject, from which facts follow: rules never read dates (decision 5).
 * Undefined before any; missing if the tenant's age decides.
 */
export function changeInForce<F extends VendorFact>(
  tenant: Tenant,
  at: Instant,
  fact: F,
  subject: VendorSubject<F>,
): VendorChange<F> | undefined | Missing {
  const entries = bySubject.get(fact)?.get(subject)
  if (entries === undefined) return undefined
  const judged = judgedAt(tenant, at, { fact, subject })
  let latest: DatedChange | undefined
  let open = Number.NEGATIVE_INFINITY
  for (const entry of entries) {
    const { change } = entry
    if (entry.from > judged || entry.until <= judged) continue
    if (change.cloud !== undefined && change.cloud !== tenant.cloud) continue
    const concerned = concerns(entry, tenant)
    if (concerned === missing) open = Math.max(open, entry.from)
    else if (concerned && (latest === undefined || entry.from >= latest.from)) latest = entry
  }
  // A later change that may concern the tenant would take the place of the one that does.
  if (open > Number.NEGATIVE_INFINITY && open >= (latest?.from ?? open)) return missing
  // The table by fact holds changes of that fact alone.
  return latest?.change as VendorChange<F> | undefined
}

function concerns(entry: DatedChange, tenant: Tenant): boolean | Missing {
  if (entry.createdFrom === Number.NEGATIVE_INFINITY && entry.createdBefore === Number.POSITIVE_INFINITY) return true
  // A tenant of unknown age existed when it was judged, so it is older than a limit that lies after that day.
  if (tenant.createdAt === undefined) {
    if (entry.createdFrom > tenant.asOf) return false
    return entry.createdFrom === Number.NEGATIVE_INFINITY && entry.createdBefore > tenant.asOf ? true : missing
  }
  return tenant.createdAt >= entry.createdFrom && tenant.createdAt < entry.createdBefore
}

/** What the tenant says about a change that the vendor rolls out step by step, at an instant. */
export function rolloutOf(tenant: Tenant, change: VendorChange, at: Instant): Rollout['state'] | undefined {
  const stated = tenant.rollouts.get(change.id) ?? (change.override && tenant.rollouts.get(change.override))
  if (!stated) return undefined
  const judged = judgedAt(tenant, at, change)
  const holds = ({ from, until }: Rollout): boolean =>
    (from === undefined || judged >= from) && (until === undefined || judged < until)
  return stated.findLast(holds)?.state
}
