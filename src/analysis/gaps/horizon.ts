import { addAll, type Bitmap, emptyBitmap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { clientNamed } from '../../simulate/plan-requests.ts'
import type { ClientRequest, Instant, NetworkName } from '../../vocabulary/requests.ts'
import { everything, type ReachOfTime, reachOfTime, type Touched, touchedBy } from '../compare/reach-of-time.ts'
import { breakInstants } from '../compare/time-differences.ts'
import { addBreak, apartWithout, brokenBy, type Failing, type Step, type Stretch, stepOf, works } from './breaking.ts'
import { narrowed, playsOf } from './crowd.ts'
import type { Played } from './played.ts'
import type { GapCase } from './result.ts'
import { fails } from './sessions.ts'
import {
  type Asked,
  type Collector,
  collector,
  type Observer,
  type Sweep,
  sensibleRequests,
  withoutAlike,
  withoutAlikeNetworks,
} from './sweep.ts'

/** The state of a sign-in of a kind: for whom it worked when last judged, and what can affect it since. */
interface Remembered {
  readonly at: Instant
  /** Not to be changed in place: sign-ins with equal parts have it in common. */
  works: Bitmap
  readonly touched: Touched[]
}

/** The states by sign-in; those of networks from which it went alike when it was last played are one object. */
type Known = Map<string, Remembered>

const keyOf = ({ index }: Kind, { client, purpose }: ClientRequest, network: NetworkName): string =>
  [index, client, purpose, network].join('\u0000')

function touchedIn({ tenant }: Sweep, { request, traces }: Played): Touched {
  const product = clientNamed(tenant, request.client)?.product.id ?? ''
  return touchedBy(product, request, traces)
}

/** Records the users that were judged, and those for whom the sign-in works. */
function remember(sweep: Sweep, known: Known, played: Played, working: Bitmap): void {
  const { kind, request, networks } = played
  const { at, network } = request
  const before = known.get(keyOf(kind, request, network))
  // All parts of a sign-in come before those of the next.
  if (before?.at === at) {
    before.works = joined(before.works, working)
    before.touched.push(touchedIn(sweep, played))
    return
  }
  const made = { at, works: working, touched: [touchedIn(sweep, played)] }
  for (const one of networks) known.set(keyOf(kind, request, one), made)
}

const nobody: Bitmap = emptyBitmap(0)

function joined(some: Bitmap, more: Bitmap): Bitmap {
  if (more.length === 0) return some
  const all = more.slice()
  addAll(all, some)
  return all
}

/** Sign-ins that work now and break at a known future date. */
export function breaks(sweep: Sweep): Observer {
  const known: Known = new Map()
  return {
    see: (played) => {
      const { users, forPolicies } = played
      if (!forPolicies) remember(sweep, known, played, works(played) ? users : nobody)
    },
    end: () => breaksAfter(sweep, known),
  }
}

function breaksAfter(sweep: Sweep, known: Known): readonly GapCase[] {
  const { tenant, at, horizon } = sweep
  const found = collector(sweep)
  const judgedAt = new Map<Kind, Instant>(sweep.crowd.sets.kinds.map((kind) => [kind, at]))
  let before = at
  for (const instant of breakInstants(tenant, at, horizon)) {
    breaksAt(sweep, { before, at: instant }, { known, judgedAt }, found)
    before = instant
  }
  return found.cases()
}

/** The sign-ins of a pass that dated changes can affect, by what is known of them; the others are carried on. */
function reachedIn(
  pass: readonly Asked[],
  { kind, judged, at, known, reached }: Judging,
): ReadonlyMap<Remembered | undefined, readonly Asked[]> {
  const again = new Map<Remembered | undefined, Asked[]>()
  const carried = new Map<Remembered, Remembered>()
  for (const asked of pass) {
    const { request, networks } = asked
    const past = known.get(keyOf(kind, request, request.network))
    if (past?.at !== judged || past.touched.some((touched) => reached.signIn(request, touched))) {
      const same = again.get(past)
      if (same === undefined) again.set(past, [asked])
      else same.push(asked)
      continue
    }
    const kept = carried.get(past) ?? { ...past, at }
    carried.set(past, kept)
    for (const network of networks) known.set(keyOf(kind, request, network), kept)
  }
  return again
}

interface Judging extends Stretch {
  readonly kind: Kind
  /** When the kind was judged last: nothing has reached it since, up to the beginning of the stretch. */
  readonly judged: Instant
  readonly known: Known
  readonly reached: ReachOfTime
}

/** Plays sign-ins again, and remembers how they go. */
function failingAmong(
  sweep: Sweep,
  { kind, known }: Judging,
  again: readonly (Asked & { readonly past: Remembered | undefined })[],
): readonly Failing[] {
  return again.flatMap(({ request, networks, past }) => {
    const parts = playsOf(sweep.crowd, kind, request, { networks }).flatMap((played) => {
      const worked = past === undefined ? undefined : narrowed(played, past.works)
      const still = fails(played) ? nobody : (worked?.users ?? nobody)
      remember(sweep, known, played, works(played) ? played.users : still)
      return worked !== undefined && fails(played) ? [worked] : []
    })
    return parts.length === 0 ? [] : [{ request, networks, parts }]
  })
}

/** What is known of all sign-ins, and when those of each kind were judged last. */
interface States {
  readonly known: Known
  readonly judgedAt: Map<Kind, Instant>
}

/** Plays what the dated changes of an instant can affect; everything else is unchanged. */
function breaksAt(sweep: Sweep, stretch: Stretch, { known, judgedAt }: States, found: Collector): void {
  const { crowd, tenant, filter } = sweep
  const { before, at } = stretch
  const reached = sweep.exhaustive ? everything : reachOfTime(tenant, before, at)
  let step: Step | undefined
  for (const kind of crowd.sets.kinds) {
    if (!reached.anySignInOf(kind.representative)) continue
    const judged = judgedAt.get(kind) ?? before
    judgedAt.set(kind, at)
    for (const pass of withoutAlike(sweep, sensibleRequests(tenant, { ...filter, user: kind.representative, at }))) {
      const judging = { ...stretch, kind, judged, known, reached }
      const again = [...reachedIn(pass, judging)].flatMap(([past, same]) =>
        withoutAlikeNetworks(sweep, kind, same).map((asked) => ({ ...asked, past })),
      )
      const failing = failingAmong(sweep, judging, again)
      if (failing.length === 0) continue
      step ??= stepOf(sweep, stretch)
      const apart = failing.flatMap((one) => apartWithout(sweep, step ?? stepOf(sweep, stretch), kind, one))
      for (const { request, parts } of inOrder(apart, pass))
        for (const part of parts)
          for (const broken of brokenBy(step, part, request)) addBreak(found, sweep, step, broken)
    }
  }
}

/** In the order in which a pass that visits each network meets the first of them. */
function inOrder(some: readonly Failing[], pass: readonly Asked[]): readonly Failing[] {
  const place = new Map(pass.map(({ request }, at) => [request.network, at]))
  const placeOf = ({ request }: Failing): number => place.get(request.network) ?? 0
  return [...some].sort((one, other) => placeOf(one) - placeOf(other))
}
