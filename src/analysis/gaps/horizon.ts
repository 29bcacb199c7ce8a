import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { breakInstants, type TimeDifference, timeDifferences } from '../compare/time-differences.ts'
import { causeOf, nearestOrigin } from './origin.ts'
import type { Because, GapCase } from './result.ts'
import { failedLeg, fails } from './sessions.ts'
import { type Collector, collector, type Played, playedOf, type Sweep, sensibleRequests } from './sweep.ts'

const keyOf = ({ one, request }: Played): string =>
  [one.index, request.client, request.purpose, request.network].join('\u0000')

/** An open verdict neither works nor fails: what was before it counts. */
const works = (played: Played): boolean => !fails(played) && played.verdict.kind !== 'undetermined'

function* playedAt({ population, tenant, filter }: Sweep, at: Instant): Iterable<Played> {
  for (const one of population.classes)
    for (const request of sensibleRequests(tenant, { ...filter, user: one.representative, at })) {
      const played = playedOf(tenant, one, request)
      if (played !== undefined) yield played
    }
}

/** The tenant in which one dated thing does not happen. */
function without(tenant: Tenant, { event, subjects }: TimeDifference, before: Instant): Tenant {
  const events = event === undefined ? tenant.events : tenant.events.filter((one) => !sameEvent(one, event))
  if (subjects.length === 0) return { ...tenant, events }
  return { ...tenant, events, vendorHeldAt: new Map(subjects.map((subject) => [subject, before])) }
}

const sameEvent = (one: TenantEvent, other: TenantEvent): boolean =>
  one.at === other.at && one.type === other.type && JSON.stringify(one.details) === JSON.stringify(other.details)

function reasonOf({ difference }: TimeDifference): Because | undefined {
  if (difference.kind === 'vendor') return { statement: difference.statement, citation: difference.citation }
  if (difference.kind === 'event')
    return { event: difference.type, ...(difference.origin && { origin: difference.origin }) }
  return undefined
}

interface Step {
  readonly at: Instant
  readonly happening: readonly { readonly difference: TimeDifference; readonly undone: Tenant }[]
}

/** What of everything that happens at an instant breaks a sign-in: each thing without which it would still work. */
function causesOf({ happening }: Step, played: Played): readonly TimeDifference[] {
  const alone = happening.filter(({ undone }) => {
    const other = playedOf(undone, played.one, played.request)
    return other !== undefined && works(other)
  })
  return (alone.length === 0 ? happening : alone).map(({ difference }) => difference)
}

function addBreak(found: Collector, { tenant }: Sweep, step: Step, played: Played): void {
  const trace = failedLeg(played)
  if (trace === undefined) return
  const causes = causesOf(step, played)
  const reasons = causes.map(reasonOf).filter((reason) => reason !== undefined)
  const declared: Origin | undefined = causes.find(({ event }) => event !== undefined)?.event?.origin
  found.add(played, {
    kind: 'breaks-on-known-date',
    severity: 'warning',
    about: played.request.client,
    because: reasons,
    origin: declared ?? (played.verdict.kind === 'blocked' ? nearestOrigin(tenant, trace) : causeOf(tenant, trace)),
    details: { verdict: played.verdict.kind, until: step.at },
  })
}

/** Sign-ins that work now and no longer from a date on that is known today. */
export function breaks(sweep: Sweep): readonly GapCase[] {
  const { tenant, at, horizon } = sweep
  const instants = breakInstants(tenant, at, horizon)
  if (instants.length === 0) return []
  const working = new Set<string>()
  for (const played of playedAt(sweep, at)) if (works(played)) working.add(keyOf(played))
  const found = collector()
  let before = at
  for (const instant of instants) {
    const happening = timeDifferences(tenant, before, instant).map((difference) => ({
      difference,
      undone: without(tenant, difference, before),
    }))
    for (const played of playedAt(sweep, instant)) {
      const key = keyOf(played)
      if (works(played)) working.add(key)
      else if (fails(played) && working.delete(key)) addBreak(found, sweep, { at: instant, happening }, played)
    }
    before = instant
  }
  return found.cases()
}
