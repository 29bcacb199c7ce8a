import { clientNamed } from '../../simulate/plan-requests.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { reachOfTime, type Touched, touchedBy } from '../compare/reach-of-time.ts'
import { breakInstants, type TimeDifference, timeDifferences } from '../compare/time-differences.ts'
import type { UserClass } from '../population/results.ts'
import { causeOf, nearestOrigin } from './origin.ts'
import type { Because, GapCase } from './result.ts'
import { failedLeg, fails } from './sessions.ts'
import {
  type Collector,
  collector,
  type Observer,
  type Played,
  playedOf,
  type Sweep,
  sensibleRequests,
} from './sweep.ts'

const keyOf = ({ index }: UserClass, { client, purpose, network }: ClientRequest): string =>
  [index, client, purpose, network].join('\u0000')

/** An open verdict neither works nor fails: what was before it counts. */
const works = (played: Played): boolean => !fails(played) && played.verdict.kind !== 'undetermined'

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

interface Stretch {
  readonly before: Instant
  readonly at: Instant
}

interface Step {
  readonly at: Instant
  readonly happening: readonly { readonly difference: TimeDifference; readonly undone: Tenant }[]
}

function stepOf(tenant: Tenant, { before, at }: Stretch): Step {
  const happening = timeDifferences(tenant, before, at).map((difference) => ({
    difference,
    undone: without(tenant, difference, before),
  }))
  return { at, happening }
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

/** What is remembered of a sign-in: whether it worked when it was last judged, and what could alter it since. */
interface Remembered {
  readonly at: Instant
  readonly works: boolean
  readonly touched: Touched
}

function rememberedOf({ tenant }: Sweep, { request, traces }: Played, works: boolean): Remembered {
  const product = clientNamed(tenant, request.client)?.product.id ?? ''
  return { at: request.at, works, touched: touchedBy(product, request, traces) }
}

/** Sign-ins that work now and no longer from a date on that is known today. */
export function breaks(sweep: Sweep): Observer {
  const known = new Map<string, Remembered>()
  return {
    see: (played) => {
      const { one, request, forPolicies } = played
      if (!forPolicies) known.set(keyOf(one, request), rememberedOf(sweep, played, works(played)))
    },
    end: () => breaksAfter(sweep, known),
  }
}

function breaksAfter(sweep: Sweep, known: Map<string, Remembered>): readonly GapCase[] {
  const { tenant, at, horizon } = sweep
  const found = collector()
  let before = at
  for (const instant of breakInstants(tenant, at, horizon)) {
    breaksAt(sweep, { before, at: instant }, known, found)
    before = instant
  }
  return found.cases()
}

/** Plays what the dated changes of an instant can alter; the rest goes as it went before. */
function breaksAt(sweep: Sweep, { before, at }: Stretch, known: Map<string, Remembered>, found: Collector): void {
  const { population, tenant, filter } = sweep
  const reached = sweep.exhaustive ? () => true : reachOfTime(tenant, before, at)
  let step: Step | undefined
  for (const one of population.classes)
    for (const request of sensibleRequests(tenant, { ...filter, user: one.representative, at })) {
      const key = keyOf(one, request)
      const past = known.get(key)
      if (past?.at === before && !reached(request, past.touched)) {
        known.set(key, { ...past, at })
        continue
      }
      const played = playedOf(tenant, one, request)
      if (played === undefined) continue
      const worked = past?.works === true
      if (worked && fails(played)) {
        step ??= stepOf(tenant, { before, at })
        addBreak(found, sweep, step, played)
      }
      known.set(key, rememberedOf(sweep, played, works(played) || (worked && !fails(played))))
    }
}
