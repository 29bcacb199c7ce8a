import { addAll, type Bitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { clientNamed } from '../../simulate/plan-requests.ts'
import type { Tenant, TenantEvent } from '../../tenant/tenant.ts'
import type { Origin } from '../../vocabulary/origin.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import { reachOfTime, type Touched, touchedBy } from '../compare/reach-of-time.ts'
import { breakInstants, type TimeDifference, timeDifferences } from '../compare/time-differences.ts'
import { type Crowd, crowdWith, narrowed, playsOf, withoutUsers } from './crowd.ts'
import { causeOf, nearestOrigin } from './origin.ts'
import type { Played } from './played.ts'
import type { Because, GapCase } from './result.ts'
import { failedLeg, fails } from './sessions.ts'
import { type Collector, collector, type Observer, type Sweep, sensibleRequests, withoutAlike } from './sweep.ts'

const keyOf = ({ index }: Kind, { client, purpose, network }: ClientRequest): string =>
  [index, client, purpose, network].join('\u0000')

/** An undetermined verdict counts neither as working nor as failing; the previous state is kept. */
const works = (played: Played): boolean => !fails(played) && played.verdict.kind !== 'undetermined'

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

interface Stretch {
  readonly before: Instant
  readonly at: Instant
}

interface Step {
  readonly at: Instant
  readonly happening: readonly { readonly difference: TimeDifference; readonly undone: Crowd }[]
}

function stepOf({ tenant, crowd }: Sweep, { before, at }: Stretch): Step {
  const happening = timeDifferences(tenant, before, at).map((difference) => ({
    difference,
    undone: crowdWith(crowd, (one) => without(one, difference, before)),
  }))
  return { at, happening }
}

/** Users whose sign-in breaks, and the changes of an instant that cause it. */
interface Broken {
  readonly played: Played
  readonly causes: readonly TimeDifference[]
}

/** A change is a cause if the sign-in would work without it; if there is none, all changes together are the cause. */
function brokenBy({ happening }: Step, played: Played, request: ClientRequest): readonly Broken[] {
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

function addBreak(found: Collector, { tenant }: Sweep, step: Step, { played, causes }: Broken): void {
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

/** The state of a sign-in of a kind: for whom it worked when last judged, and what can affect it since. */
interface Remembered {
  readonly at: Instant
  readonly works: Bitmap
  readonly touched: readonly Touched[]
}

type Known = Map<string, Remembered>

function touchedIn({ tenant }: Sweep, { request, traces }: Played): Touched {
  const product = clientNamed(tenant, request.client)?.product.id ?? ''
  return touchedBy(product, request, traces)
}

/** Records the users that were judged, and those for whom the sign-in works. */
function remember(sweep: Sweep, known: Known, key: string, played: Played, working: Bitmap): void {
  const { at } = played.request
  const before = known.get(key)
  const same = before?.at === at ? before : { at, works: new Uint32Array(played.kind.words), touched: [] }
  addAll(same.works, working)
  known.set(key, { ...same, touched: [...same.touched, touchedIn(sweep, played)] })
}

const nobodyOf = ({ words }: Kind): Bitmap => new Uint32Array(words)

/** Sign-ins that work now and break at a known future date. */
export function breaks(sweep: Sweep): Observer {
  const known: Known = new Map()
  return {
    see: (played) => {
      const { kind, users, request, forPolicies } = played
      if (!forPolicies) remember(sweep, known, keyOf(kind, request), played, works(played) ? users : nobodyOf(kind))
    },
    end: () => breaksAfter(sweep, known),
  }
}

function breaksAfter(sweep: Sweep, known: Known): readonly GapCase[] {
  const { tenant, at, horizon } = sweep
  const found = collector(sweep)
  let before = at
  for (const instant of breakInstants(tenant, at, horizon)) {
    breaksAt(sweep, { before, at: instant }, known, found)
    before = instant
  }
  return found.cases()
}

/** Plays what the dated changes of an instant can affect; everything else is unchanged. */
function breaksAt(sweep: Sweep, { before, at }: Stretch, known: Known, found: Collector): void {
  const { crowd, tenant, filter } = sweep
  const reached = sweep.exhaustive ? () => true : reachOfTime(tenant, before, at)
  let step: Step | undefined
  for (const kind of crowd.sets.kinds)
    for (const { request, networks } of withoutAlike(
      sweep,
      sensibleRequests(tenant, { ...filter, user: kind.representative, at }),
    )) {
      const key = keyOf(kind, request)
      const past = known.get(key)
      if (past?.at === before && !past.touched.some((touched) => reached(request, touched))) {
        known.set(key, { ...past, at })
        continue
      }
      for (const played of playsOf(crowd, kind, request, { networks })) {
        const worked = past === undefined ? undefined : narrowed(played, past.works)
        if (worked !== undefined && fails(played)) {
          step ??= stepOf(sweep, { before, at })
          for (const broken of brokenBy(step, worked, request)) addBreak(found, sweep, step, broken)
        }
        const still = fails(played) ? nobodyOf(kind) : (worked?.users ?? nobodyOf(kind))
        remember(sweep, known, key, played, works(played) ? played.users : still)
      }
    }
}
