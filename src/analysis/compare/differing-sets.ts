import { addAll, type Bitmap, fullBitmap, isEmpty, overlap } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { alikeNetworks } from '../../simulate/alike-networks.ts'
import { planRequests } from '../../simulate/plan-requests.ts'
import { tenantAt } from '../../tenant/tenant-at.ts'
import type { ClientRequest, NetworkName, PolicyName } from '../../vocabulary/requests.ts'
import type { NameMatch } from '../population/match-names.ts'
import type { Change } from '../population/results.ts'
import { type AlikeRequests, alikeRequests, type BothRequests } from './alike-requests.ts'
import type { ComparedChange } from './compare-cells.ts'
import { crossed, keyOf, ofFirst, type Part, partsOf } from './parts-of-sets.ts'
import { placeOf } from './played-sets.ts'
import { changesSaid } from './said-changes.ts'
import { changeOf, type Pair, type ReadableSides, type SidesOfSets } from './set-changes.ts'
import { readings } from './set-readings.ts'
import { concernedByChanged, splitBy } from './split-by-policies.ts'
import type { StateOfSets } from './touched-sets.ts'

type Requests = ReadonlyMap<string, ClientRequest>

const kindsOf = ({ engine }: StateOfSets): ReadonlyMap<number, Kind> =>
  new Map(engine.sets.kinds.map((kind) => [kind.index, kind]))

/** The sign-ins of a kind by place, in the names of the first plan. */
function requestsOf({ engine, at }: StateOfSets, kind: Kind, { filter }: SidesOfSets, names?: NameMatch): Requests {
  const planned = [...planRequests(engine.sets.tenant, { ...filter, user: kind.representative, at })]
  return new Map(
    planned.map((request) => {
      const client = names?.clients.get(request.client) ?? request.client
      const network = names?.networks.get(request.network) ?? request.network
      return [placeOf({ client, purpose: request.purpose, network }), request]
    }),
  )
}

type Parts = readonly [Part | undefined, Part | undefined]

/** How a sign-in ends on both sides for the first of some users; undefined if the outcome is the same. */
function endsOf(
  { before, after }: ReadableSides,
  pair: Pair,
  members: Bitmap,
  [one, other]: Parts,
  [left, right]: BothRequests,
): Parts | undefined {
  const ends = [
    ofFirst(before, pair.before, one, left, members),
    ofFirst(after, pair.after, other, right, members),
  ] as const
  return keyOf(ends[0]) === keyOf(ends[1]) ? undefined : ends
}

function* changesAt(
  sides: ReadableSides,
  pair: Pair,
  [one, other]: BothRequests,
  policies: readonly Bitmap[],
): Generator<ComparedChange, void, undefined> {
  const kind = pair.after ?? pair.before
  if (kind === undefined) return
  const both = one !== undefined && other !== undefined && pair.before !== undefined && pair.after !== undefined
  const users = both ? sides.touched.users(kind.index, one, other) : fullBitmap(kind.size)
  if (isEmpty(users)) return
  const ones = pair.before === undefined ? [] : partsOf(sides.before, pair.before, one, users)
  const others = pair.after === undefined ? [] : partsOf(sides.after, pair.after, other, users)
  if (ones.length + others.length === 0) return
  const concerned = sides.touched.policiesOnly && both ? concerning(sides, kind, one, other) : undefined
  const found = new Map<string, Ending>()
  for (const { members, parts } of crossed(ones, others, users))
    for (const part of splitBy(policies, kind, members)) {
      const ends = endsOf(sides, pair, part, parts, [one, other])
      if (ends === undefined) continue
      const of = concerned?.(part)
      const key = [keyOf(ends[0]), keyOf(ends[1]), ...(of ?? [])].join('\u0000')
      const known = found.get(key)
      if (known === undefined) found.set(key, { members: part.slice(), parts, of })
      else addAll(known.members, part)
    }
  for (const { members, parts, of } of found.values()) {
    const ends = endsOf(sides, pair, members, parts, [one, other])
    const change = ends && changeOf(sides, pair, members, ends)
    if (change !== undefined) yield of === undefined ? change : { ...change, policies: of }
  }
}

/** Users with equal outcomes before and equal outcomes after, whom the same changed policies concern. */
interface Ending {
  readonly members: Bitmap
  readonly parts: Parts
  readonly of: ReadonlySet<PolicyName> | undefined
}

/** Of some users of a kind, the policies that differ on which their sign-in may depend. */
function concerning({ touched }: SidesOfSets, kind: Kind, one: ClientRequest, other: ClientRequest) {
  const concerned = touched.concerned(kind.index, one, other)
  const found = [...touched.changed].map((name) => [name, concerned.get(name)] as const)
  return (members: Bitmap): ReadonlySet<PolicyName> =>
    new Set(found.flatMap(([name, users]) => (users !== undefined && overlap(members, users) ? [name] : [])))
}

/** The same change from another network. */
function fromNetworkOf(change: Change, [one, other]: BothRequests): Change {
  return { ...change, network: (other ?? one)?.network ?? change.network }
}

/** Every sign-in of a pair of kinds, those together that go alike on both sides. */
function groupsOf(sides: ReadableSides, pair: Pair, alike: ReadonlyMap<NetworkName, string>): readonly AlikeRequests[] {
  const { before, after, names, touched } = sides
  const left = pair.before === undefined ? nothing() : requestsOf(before, pair.before, sides)
  const right = pair.after === undefined ? nothing() : requestsOf(after, pair.after, sides, names)
  const places = [...new Set([...left.keys(), ...right.keys()])]
  const all = places.map((place): BothRequests => [left.get(place), right.get(place)])
  if (!touched.policiesOnly) return all.map((requests) => ({ requests, elsewhere: [] }))
  return alikeRequests(all, {
    networks: alike,
    before: (request) => (pair.before === undefined ? '' : before.engine.likeness(pair.before, request)),
    after: (request) => (pair.after === undefined ? '' : after.engine.likeness(pair.after, request)),
  })
}

const nothing = (): Requests => new Map()

/** How many sign-ins some that go alike stand for on one side: none if there is nothing to talk to. */
function countOf({ engine }: StateOfSets, kind: Kind | undefined, { requests, elsewhere }: AlikeRequests, side: 0 | 1) {
  const request = requests[side]
  if (kind === undefined || request === undefined || engine.legs(kind, request).length === 0) return 0
  return kind.size * (1 + elsewhere.length)
}

/** What differs between two states, and how many sign-ins of users each has. */
export interface DifferingSets {
  readonly changes: readonly ComparedChange[]
  readonly signIns: readonly [number, number]
}

/**
 * The sign-ins whose outcome differs, by sets of users, in the order of the first plan. All users of a set have equal
 * demands on both sides, and the same policies that differ concern them; which others stop them is known of the first.
 */
export function differingSets(asked: SidesOfSets): DifferingSets {
  const ofBefore = readings()
  const ofAfter = asked.touched.policiesOnly ? ofBefore : readings()
  const sides: ReadableSides = {
    ...asked,
    before: { ...asked.before, readings: ofBefore },
    after: { ...asked.after, readings: ofAfter },
  }
  const { before, after, touched } = sides
  const [ones, others] = [kindsOf(before), kindsOf(after)]
  const policies = concernedByChanged([before, after], touched.changed)
  const said = changesSaid(sides)
  const alike = alikeNetworks([before, after].map(({ engine, at }) => tenantAt(engine.sets.tenant, at)))
  let [left, right] = [0, 0]
  const changes = [...new Set([...ones.keys(), ...others.keys()])].flatMap((index) => {
    const pair: Pair = { before: ones.get(index), after: others.get(index) }
    return groupsOf(sides, pair, alike).flatMap((group) => {
      const compared = said(pair, group.requests) ?? [...changesAt(sides, pair, group.requests, policies)]
      left += countOf(before, pair.before, group, 0)
      right += countOf(after, pair.after, group, 1)
      return compared.map((one) => ({
        ...one,
        elsewhere: group.elsewhere.map((requests) => fromNetworkOf(one.change, requests)),
      }))
    })
  })
  return { changes, signIns: [left, right] }
}
