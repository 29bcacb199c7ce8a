import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { eventWords } from '../../report/wording/events.ts'
import { capital } from '../../report/wording/phrasing.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import { eventInstants } from '../../tenant/tenant-at.ts'
import type { Citation } from '../../vocabulary/citations.ts'
import type { Instant } from '../../vocabulary/requests.ts'

const day = 86_400_000

/** Something dated that a plan may meet. */
export type Dated =
  | {
      readonly at: Instant
      readonly kind: 'vendor'
      readonly id: string
      readonly words: string
      readonly citation: Citation
    }
  | { readonly at: Instant; readonly kind: 'event'; readonly words: string; readonly event: TenantEvent }

/** Everything dated, in order: the vendor's changes for this cloud and the events of the file. */
export function datedThings(tenant: Tenant): readonly Dated[] {
  const vendor = vendorTimeline
    .filter((change) => !('cloud' in change) || change.cloud === undefined || change.cloud === tenant.cloud)
    .flatMap(({ id, from, statement, citation }): readonly Dated[] => {
      const at = parseInstant(from)
      return at === undefined ? [] : [{ at, kind: 'vendor', id, words: statement, citation }]
    })
  const events = tenant.events.map(
    (event): Dated => ({ at: event.at, kind: 'event', words: capital(eventWords(event.type, event.details)), event }),
  )
  return [...vendor, ...events].sort((one, other) => one.at - other.at)
}

/** The first and last day that the slider reaches: a year around everything dated. */
export function dateRange(tenant: Tenant): { readonly from: Instant; readonly to: Instant } {
  const all = [tenant.asOf, ...eventInstants(tenant), ...datedThings(tenant).map(({ at }) => at)]
  const first = all.reduce((least, at) => Math.min(least, at), tenant.asOf)
  const last = all.reduce((most, at) => Math.max(most, at), tenant.asOf)
  return { from: startOfDay(first) - 90 * day, to: startOfDay(last) + 365 * day }
}

/** The first instant of its day in UTC. */
export function startOfDay(at: Instant): Instant {
  return Math.floor(at / day) * day
}

/** The days between two instants. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.round((to - from) / day)
}

/** So many days later. */
export function daysAfter(from: Instant, days: number): Instant {
  return from + days * day
}

/** The date of an instant, as files write it. */
export function dateText(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10)
}
