import { addAll } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { type TimeDifference, timeDifferences } from '../compare/time-differences.ts'
import { narrowed, playsOf, type SweptUsers, sweptUsersIn, withoutUsers } from './crowd.ts'
import { causeOf, nearestOrigin } from './origin.ts'
import type { Played } from './played.ts'
import type { Because } from './result.ts'
import { failedLeg, fails } from './sessions.ts'
import { type Asked, alike, apartAtAnyDate, type Collector, type Sweep } from './sweep.ts'

/** An undetermined verdict counts neither as working nor as failing; the previous state is kept. */
export const works = (played: Played): boolean => !fails(played) && played.verdict.kind !== 'undetermined'

/** The tenant without one dated change. */
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

/** The time from one instant at which something changes to the next. */
export interface Stretch {
  readonly before: Instant
  readonly at: Instant
}

/** What changes at an instant, and the users in the tenant without each change. */
export interface Step {
  readonly at: Instant
  readonly happening: readonly { readonly difference: TimeDifference; readonly undone: SweptUsers }[]
}

/** What changes at the end of a stretch. */
export function stepOf({ tenant, crowd }: Sweep, { before, at }: Stretch): Step {
  const happening = timeDifferences(tenant, before, at).map((difference) => ({
    difference,
    undone: sweptUsersIn(crowd, (one) => without(one, difference, before)),
  }))
  return { at, happening }
}

/** Users whose sign-in breaks, and the changes of an instant that cause it. */
export interface Broken {
  readonly played: Played
  readonly causes: readonly TimeDifference[]
}

/** A change is a cause if the sign-in would work without it; if there is none, all changes together are the cause. */
export function brokenBy({ happening }: Step, played: Played, request: ClientRequest): readonly Broken[] {
  let parts: readonly Broken[] = [{ played, causes: [] }]
  for (const { difference, undone } of happening) {
    const working = new Uint32Array(played.kind.words)
    for (const other of playsOf(undone, played.kind, request, { among: played.users }))
      if (works(other)) addAll(working, other.users)
    parts = parts.flatMap(({ played: part, causes }) => {
      const [alone, others] = [narrowed(part, working), withoutUsers(part, working)]
      return [
        ...(alone === undefined ? [] : [{ played: alone, causes: [...causes, difference] }]),
        ...(others === undefined ? [] : [{ played: others, causes }]),
      ]
    })
  }
  const all = happening.map(({ difference }) => difference)
  return parts.map(({ played: part, causes }) => ({ played: part, causes: causes.length === 0 ? all : causes }))
}

/** Adds a sign-in that breaks. */
export function addBreak(found: Collector, { tenant }: Sweep, step: Step, { played, causes }: Broken): void {
  const trace = failedLeg(played)
  if (trace === undefined) return
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

/** Sign-ins of a pass that fail, each with its parts for whom it worked before. */
export interface Failing extends Asked {
  readonly parts: readonly Played[]
}

/** The same, apart where networks that are alike would not be without one of the dated changes. */
export function apartWithout(sweep: Sweep, { happening }: Step, kind: Kind, failing: Failing): readonly Failing[] {
  const { request, networks, parts } = failing
  const wordOf = (one: ClientRequest): string =>
    happening.map(({ undone }) => undone.engine.likeness(kind, one)).join('\u0000')
  const [first, ...others] = alike(apartAtAnyDate(sweep, { request, networks }), wordOf)
  if (first === undefined || others.length === 0) return [failing]
  const broken = new Uint32Array(kind.words)
  for (const { users } of parts) addAll(broken, users)
  const again = others.map((one) => ({
    ...one,
    parts: playsOf(sweep.crowd, kind, one.request, { networks: one.networks }).flatMap(
      (played) => narrowed(played, broken) ?? [],
    ),
  }))
  return [{ ...first, parts: parts.map((part) => ({ ...part, networks: first.networks })) }, ...again]
}
