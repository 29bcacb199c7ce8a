import type { VendorChange } from '../../catalog/vendor-change.ts'
import { vendorTimeline } from '../../catalog/vendor-timeline.ts'
import { vendorSubject } from '../../simulate/vendor-state.ts'
import { parseInstant } from '../../source/text/parse-values.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import { eventInstants } from '../../tenant/tenant-at.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { Difference } from '../population/results.ts'
import { passingTimes } from './passing-time.ts'

/** A dated change between two instants, and how to undo it. */
export interface TimeDifference {
  readonly difference: Difference
  /** Vendor timeline subjects that it changes. */
  readonly subjects: readonly string[]
  readonly event?: TenantEvent
}

const endless = Number.POSITIVE_INFINITY
const instantOf = (day: string | undefined): Instant => (day === undefined ? endless : (parseInstant(day) ?? endless))

/** Vendor changes that can affect this tenant. */
function concerned({ cloud, createdAt }: Tenant): readonly VendorChange[] {
  return vendorTimeline.filter((change) => {
    if (change.cloud !== undefined && change.cloud !== cloud) return false
    if (change.appliesTo === undefined || createdAt === undefined) return true
    const { tenantsCreatedFrom, tenantsCreatedBefore } = change.appliesTo
    if (tenantsCreatedFrom !== undefined && createdAt < instantOf(tenantsCreatedFrom)) return false
    return tenantsCreatedBefore === undefined || createdAt < instantOf(tenantsCreatedBefore)
  })
}

function rolloutInstants(tenant: Tenant, { id, override }: VendorChange): readonly Instant[] {
  const stated = tenant.rollouts.get(id) ?? (override === undefined ? undefined : tenant.rollouts.get(override))
  return (stated ?? []).flatMap(({ from, until }) => [from, until]).filter((at) => at !== undefined)
}

/** The instants at which a vendor change begins, ends, or advances in this tenant. */
function instantsOf(tenant: Tenant, change: VendorChange): readonly Instant[] {
  return [instantOf(change.from), instantOf(change.until), ...rolloutInstants(tenant, change)]
}

/** Every instant between two (exclusive, inclusive) at which a dated change can affect a sign-in. */
export function breakInstants(tenant: Tenant, from: Instant, to: Instant): readonly Instant[] {
  const all = [
    ...concerned(tenant).flatMap((change) => instantsOf(tenant, change)),
    ...eventInstants(tenant),
    ...passingTimes(tenant).keys(),
  ]
  return [...new Set(all)].filter((at) => at > from && at <= to).sort((one, other) => one - other)
}

/** Vendor changes that begin, end or advance in a tenant between two instants (exclusive, inclusive). */
export function changesBetween(tenant: Tenant, from: Instant, to: Instant): readonly VendorChange[] {
  return concerned(tenant).filter((change) => instantsOf(tenant, change).some((at) => at > from && at <= to))
}

function about({ details }: TenantEvent): string {
  const named = details['user'] ?? details['client'] ?? details['policy'] ?? details['workload'] ?? details['domain']
  return typeof named === 'string' ? named : ''
}

function eventDifference(event: TenantEvent): TimeDifference {
  const { type, at, details, origin } = event
  return {
    difference: { kind: 'event', type, at, about: about(event), details, ...(origin && { origin }) },
    subjects: [],
    event,
  }
}

interface Moved {
  readonly change: VendorChange
  readonly at: Instant
}

type VendorMoment = Pick<Extract<Difference, { kind: 'vendor' }>, 'moment' | 'state'>

/** The stage of a vendor change at an instant, if that is not its first day. */
function momentOf(tenant: Tenant, { change, at }: Moved): VendorMoment {
  if (at === instantOf(change.from)) return {}
  if (at === instantOf(change.until)) return { moment: 'ends' }
  const { id, override } = change
  const stated = tenant.rollouts.get(id) ?? (override === undefined ? undefined : tenant.rollouts.get(override))
  const begun = stated?.find(({ from }) => from === at)
  return begun === undefined ? { moment: 'ends-here' } : { moment: 'begins-here', state: begun.state }
}

/** The current state of each subject that changes. */
function movedSubjects(tenant: Tenant, within: (at: Instant) => boolean, to: Instant): readonly Moved[] {
  const latest = new Map<string, Moved>()
  for (const change of concerned(tenant)) {
    const moments = instantsOf(tenant, change).filter(within)
    if (moments.length === 0 || instantOf(change.from) > to) continue
    const at = Math.max(...moments)
    const known = latest.get(vendorSubject(change))
    const newer = known === undefined || instantOf(change.from) >= instantOf(known.change.from)
    if (newer) latest.set(vendorSubject(change), { change, at })
  }
  return [...latest.values()]
}

/** Vendor changes, one difference per announcement regardless of the protocols it affects. */
function vendorDifferences(tenant: Tenant, within: (at: Instant) => boolean, to: Instant): readonly TimeDifference[] {
  const found = new Map<string, { moved: Moved; changes: VendorChange[] }>()
  for (const moved of movedSubjects(tenant, within, to)) {
    const key = `${moved.at} ${moved.change.statement}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { moved, changes: [moved.change] })
    else known.changes.push(moved.change)
  }
  return [...found.values()].map(({ moved, changes }) => {
    const { change, at } = moved
    const { statement, citation } = change
    const moment = momentOf(tenant, moved)
    const ids = changes.map(({ id }) => id)
    return {
      difference: { kind: 'vendor', ids, at, ...moment, statement, citation },
      subjects: changes.map(vendorSubject),
    }
  })
}

/** All dated changes to a tenant between two instants (exclusive, inclusive), in chronological order. */
export function timeDifferences(tenant: Tenant, from: Instant, to: Instant): readonly TimeDifference[] {
  const within = (at: Instant): boolean => at > from && at <= to
  const events = tenant.events.filter(({ at }) => within(at)).map(eventDifference)
  const all = [...vendorDifferences(tenant, within, to), ...events]
  const when = ({ difference }: TimeDifference): Instant => ('at' in difference ? difference.at : 0)
  return all.sort((one, other) => when(one) - when(other))
}
