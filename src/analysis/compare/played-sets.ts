import { type Bitmap, difference, firstOf, isEmpty, sizeOf } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { once } from '../../memory/once.ts'
import { planRequests, type RequestFilter } from '../../simulate/plan-requests.ts'
import type { SetEngine, SetPlayed } from '../../simulate/play-sets.ts'
import type { Verdict } from '../../trace/step.ts'
import type { ClientRequest, Instant } from '../../vocabulary/requests.ts'
import type { CellReading } from '../population/results.ts'
import { readingOf } from './cell-reading.ts'
import type { Touched } from './touched-sets.ts'

/** Users of a kind whose sign-in ends the same way. Which policies block them is known of the first. */
export interface PlayedPart {
  readonly members: Bitmap
  /** The same object for sign-ins that end the same way. */
  readonly reading: CellReading
}

/** Every sign-in of a tenant at an instant by sets of users, each played when it is asked for. */
export interface PlayedSets {
  readonly engine: SetEngine
  /** The kinds by their index. */
  readonly kinds: ReadonlyMap<number, Kind>
  readonly at: Instant
  /** The sign-ins of a kind by client, purpose and network. */
  readonly requestsOf: (kind: number) => ReadonlyMap<string, ClientRequest>
  /** The parts of a kind by the outcome of a sign-in; none if there is nothing to talk to. */
  readonly partsOf: (kind: number, request: ClientRequest) => readonly PlayedPart[]
  /** How many sign-ins of users there are. */
  readonly signIns: () => number
}

/** Readings that several states share. */
export type Readings = Map<string, CellReading>

interface Place {
  readonly client: string
  readonly purpose: string
  readonly network: string
}

/** What a sign-in is for, with which client and from where: equal for all users. */
export const placeOf = ({ client, purpose, network }: Place): string => `${client}\u0000${purpose}\u0000${network}`

const withoutNames = (verdict: Verdict): unknown =>
  verdict.kind === 'blocked' ? { ...verdict, policies: verdict.policies.length } : verdict

/** Equal for sign-ins that end the same way, whichever policies block them. */
function outcomeKey({ verdict, prompts, legs }: CellReading): string {
  const own = legs.map((leg) => [leg.leg, leg.relyingParty, leg.protocol, leg.optional, withoutNames(leg.verdict)])
  return JSON.stringify([verdict.kind, prompts, own])
}

/** How a sign-in ends for the first user of a set. */
export const readingOfPlayed = (played: Pick<SetPlayed, 'traces'>): CellReading => readingOf(played.traces())

function partOf(readings: Readings, played: SetPlayed): PlayedPart {
  const made = readingOfPlayed(played)
  const key = outcomeKey(made)
  const reading = readings.get(key) ?? made
  readings.set(key, reading)
  return { members: played.users.members, reading }
}

/** Parts that end the same way are one. */
function joined(parts: readonly PlayedPart[]): readonly PlayedPart[] {
  const found = new Map<CellReading, Bitmap>()
  for (const { members, reading } of parts) {
    const known = found.get(reading)
    found.set(reading, known === undefined ? members : members.map((word, at) => word | (known[at] ?? 0)))
  }
  return found.size === parts.length ? parts : [...found].map(([reading, members]) => ({ members, reading }))
}

/** A state that resembles another one. */
export interface SimilarState {
  readonly base: PlayedSets
  readonly touched: Touched
}

/** What is played of a kind, and what is taken from the state that this one resembles. */
function partsIn(
  engine: SetEngine,
  readings: Readings,
  like: SimilarState | undefined,
  kind: Kind,
  request: ClientRequest,
): readonly PlayedPart[] {
  const there = like?.base.requestsOf(kind.index).get(placeOf(request))
  const played = (among?: Bitmap): readonly PlayedPart[] =>
    engine.play(kind, request, 'ending', among && { among }).map((part) => partOf(readings, part))
  if (like === undefined || there === undefined) return joined(played())
  const touched = like.touched.users(kind.index, there, request)
  if (sizeOf(touched) === kind.size) return joined(played())
  const left = like.base.partsOf(kind.index, there)
  if (isEmpty(touched)) return left
  const kept = left.flatMap(({ members, reading }): readonly PlayedPart[] => {
    const rest = difference(members, touched)
    return isEmpty(rest) ? [] : [{ members: rest, reading }]
  })
  return joined([...kept, ...played(touched)])
}

/** Which sign-ins are played, unless all without signals. */
export type AskedSignIns = Pick<RequestFilter, 'signals' | 'allClients'>

/**
 * The sign-ins of some users at an instant; those that are the same in a state that this one resembles, of which the same is
 * asked, are taken from there.
 */
export function playedSets(
  engine: SetEngine,
  at: Instant,
  readings: Readings,
  like?: SimilarState,
  asked: AskedSignIns = {},
): PlayedSets {
  const { sets } = engine
  const kinds = new Map(sets.kinds.map((kind) => [kind.index, kind]))
  const requests = new Map<number, ReadonlyMap<string, ClientRequest>>()
  const parts = new Map<ClientRequest, readonly PlayedPart[]>()
  const requestsOf: PlayedSets['requestsOf'] = (index) => {
    const known = requests.get(index)
    if (known !== undefined) return known
    const user = kinds.get(index)?.representative
    const planned = user === undefined ? [] : [...planRequests(sets.tenant, { ...asked, user, at })]
    const made = new Map(planned.map((request) => [placeOf(request), request]))
    requests.set(index, made)
    return made
  }
  const partsOf: PlayedSets['partsOf'] = (index, request) => {
    const known = parts.get(request)
    const kind = kinds.get(index)
    if (known !== undefined || kind === undefined) return known ?? []
    const made = partsIn(engine, readings, like, kind, request)
    parts.set(request, made)
    return made
  }
  const signIns = once(() => (like?.touched.policiesOnly ? like.base.signIns() : counted(engine, requestsOf)))
  return { engine, kinds, at, requestsOf, partsOf, signIns }
}

/** How many sign-ins have something to talk to. */
function counted(engine: SetEngine, requestsOf: PlayedSets['requestsOf']): number {
  let count = 0
  for (const kind of engine.sets.kinds)
    for (const request of requestsOf(kind.index).values())
      if (engine.play(kind, request, 'none').length > 0) count += kind.size
  return count
}

/** How a sign-in ends for the first of some users, with the policies that block that one; none if there is nothing to talk to. */
export function readingOfFirst(
  { engine, kinds }: PlayedSets,
  index: number,
  request: ClientRequest,
  users: Bitmap,
): { readonly reading: CellReading; readonly request: ClientRequest } | undefined {
  const kind = kinds.get(index)
  const first = firstOf(users)
  const among = new Uint32Array(users.length)
  among[first >>> 5] = 1 << (first & 31)
  const [played] = kind === undefined ? [] : engine.play(kind, request, 'none', { among })
  return played && { reading: readingOfPlayed(played), request: played.request }
}
