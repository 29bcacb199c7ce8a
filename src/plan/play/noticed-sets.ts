import { affectedSet } from '../../analysis/compare/affected-sets.ts'
import { differingAspects, readingKey } from '../../analysis/compare/cell-reading.ts'
import type { ComparedChange } from '../../analysis/compare/compare-cells.ts'
import { type PlayedPart, placeOf, readingOfFirst } from '../../analysis/compare/played-sets.ts'
import { concernedByChanged, splitBy } from '../../analysis/compare/split-by-policies.ts'
import type { NameMatch } from '../../analysis/population/match-names.ts'
import type { AffectedUsers, CellReading, Change } from '../../analysis/population/results.ts'
import { type Bitmap, common, difference, fullBitmap, isEmpty, sizeOf } from '../../classes/bitmap.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { FindingKind } from '../finding-kinds.ts'
import { type Access, accessOf, kindOf } from './classify.ts'
import type { SetStates, StateOfSets } from './set-states.ts'

/** A change that someone notices. */
export interface Noticed extends ComparedChange {
  readonly kind: FindingKind
  /** The same change of only some of the users of its set. */
  readonly only?: (members: Bitmap) => readonly Noticed[]
}

/** Two states whose sets are compared. */
export interface Sides {
  readonly states: SetStates
  readonly before: StateOfSets
  readonly after: StateOfSets
  readonly names: NameMatch
}

/** Users of a kind with a sign-in that ends otherwise. */
interface Differing {
  readonly kind: number
  readonly members: Bitmap
  /** Absent where the sign-in exists only afterward. */
  readonly before?: ClientRequest
  /** Absent where the sign-in no longer exists. */
  readonly after?: ClientRequest
  /** Whether it matters which other clients its users have. */
  readonly lost: boolean
}

const everyPart: readonly { readonly members?: Bitmap; readonly reading?: CellReading }[] = [{}]

/** The common part of users; all of the first where there is no second. */
const both = (one: Bitmap, other: Bitmap | undefined): Bitmap => (other === undefined ? one : common(one, other))

/** Whether users lose access, or perhaps, and whether they may notice anything. */
function noticing({ verdict: before }: CellReading, after: CellReading | undefined) {
  const was = accessOf(before)
  const is = after === undefined ? 'closed' : accessOf(after.verdict)
  return { seen: was === is ? was === 'works' : true, lost: was !== 'closed' && is !== 'works' && was !== is }
}

/** The sets with another outcome in one sign-in, as far as it may differ. */
function* differingIn(
  { before, after }: Sides,
  kind: number,
  request: ClientRequest,
  there: ClientRequest | undefined,
  touched: Bitmap,
): Generator<Differing, void, undefined> {
  const others: readonly PlayedPart[] = there === undefined ? [] : after.played.partsOf(kind, there)
  for (const one of before.played.partsOf(kind, request)) {
    const left = common(one.members, touched)
    if (isEmpty(left)) continue
    for (const { members, reading } of others.length === 0 ? everyPart : others) {
      const { seen, lost } = noticing(one.reading, reading)
      const concerned = both(left, members)
      if (reading === one.reading || !seen || isEmpty(concerned)) continue
      const still = others.length === 0 || there === undefined ? {} : { after: there }
      yield { kind, members: concerned, before: request, ...still, lost }
    }
  }
}

/** The sets for which a sign-in works that does not exist before. */
function* newIn({ after }: Sides, kind: number, request: ClientRequest): Generator<Differing, void, undefined> {
  for (const { members, reading } of after.played.partsOf(kind, request))
    if (accessOf(reading.verdict) === 'works') yield { kind, members, after: request, lost: true }
}

/** Every sign-in that ends otherwise for some users who have it on both sides, or works for some who did not have it. */
function* differing(sides: Sides): Generator<Differing, void, undefined> {
  const { states, before, after, names } = sides
  const touched = states.touched(before, after)
  for (const { index } of before.played.kinds.values()) {
    if (!after.played.kinds.has(index)) continue
    const others = new Map(
      [...after.played.requestsOf(index).values()].map((request) => [
        placeOf({
          client: names.clients.get(request.client) ?? request.client,
          purpose: request.purpose,
          network: names.networks.get(request.network) ?? request.network,
        }),
        request,
      ]),
    )
    for (const [place, request] of before.played.requestsOf(index)) {
      const there = others.get(place)
      const all = before.played.kinds.get(index)?.size ?? 0
      const users = there === undefined ? fullBitmap(all) : touched.users(index, request, there)
      others.delete(place)
      if (!isEmpty(users)) yield* differingIn(sides, index, request, there, users)
    }
    for (const request of others.values()) yield* newIn(sides, index, request)
  }
}

/** Users split by what they can do on one side with whichever of their clients. */
function byCapability(
  side: StateOfSets,
  { kind, members, lost }: Differing,
  task: ClientRequest,
): readonly (readonly [Access, Bitmap])[] {
  if (!lost) return [['works', members]]
  const { works, open } = side.capable(kind, task)
  const rest = difference(members, works)
  const parts: readonly (readonly [Access, Bitmap])[] = [
    ['works', common(members, works)],
    ['open', common(rest, open)],
    ['closed', difference(rest, open)],
  ]
  return parts.filter(([, users]) => !isEmpty(users))
}

function affected(side: StateOfSets, { kind, members }: Differing, representative: string): AffectedUsers {
  const of = side.played.kinds.get(kind)
  if (of === undefined) throw new Error(`there is no kind ${kind}`)
  const users = { before: kind, after: kind, representative, size: sizeOf(members), traits: of.traits }
  return affectedSet(users, { kind: of, members })
}

/** The change of a set, as it is for its first user. */
function changeOf({ before, after }: Sides, one: Differing): ComparedChange | undefined {
  const was = one.before && readingOfFirst(before.played, one.kind, one.before, one.members)
  const is = one.after && readingOfFirst(after.played, one.kind, one.after, one.members)
  const request = is?.request ?? was?.request
  const keys = { before: readingKey(was?.reading), after: readingKey(is?.reading) }
  if (request === undefined || keys.before === keys.after) return undefined
  const { client, purpose, network } = request
  const userAfter = is?.request.user ?? firstNameAfter(after, one) ?? request.user
  const users = affected(after, one, userAfter)
  const change: Change = {
    users,
    client,
    purpose,
    network,
    aspects: differingAspects(was?.reading, is?.reading),
    ...(was && { before: was.reading }),
    ...(is && { after: is.reading }),
  }
  const userBefore = was?.request.user ?? request.user
  const joint = { before: one.kind, after: one.kind, userBefore, userAfter, size: users.size }
  return { change, joint, keys, ...(was && { before: was.request }), ...(is && { after: is.request }) }
}

/** The name of the first user of a set after a change. */
function firstNameAfter({ played: { engine, kinds } }: StateOfSets, { kind, members }: Differing): string | undefined {
  const of = kinds.get(kind)
  const first = members.findIndex((word) => word !== 0)
  if (of === undefined || first < 0) return undefined
  const bits = members[first] ?? 0
  return engine.sets.nameAt((of.firstWord + first) * 32 + 31 - Math.clz32(bits & -bits))
}

/** Changes of a set by what its users notice; whether another client is left to them can differ from user to user. */
function noticedOf(sides: Sides, one: Differing): readonly Noticed[] {
  const task = one.after ?? one.before
  if (task === undefined) return []
  return byCapability(sides.before, one, task).flatMap(([before, some]) =>
    byCapability(sides.after, { ...one, members: some }, task).flatMap(([after, members]) => {
      const change = changeOf(sides, { ...one, members })
      const kind =
        change &&
        kindOf(
          change,
          () => before,
          () => after,
        )
      const only = (some: Bitmap): readonly Noticed[] => noticedOf(sides, { ...one, members: some })
      return change === undefined || kind === undefined ? [] : [{ ...change, kind, only }]
    }),
  )
}

/**
 * Every change between two states that someone notices, by sets of users. Where several differences may be the cause,
 * all users of a set have the same one: the same policies that differ concern them.
 */
export function noticedSets(sides: Sides, severalCauses: boolean): readonly Noticed[] {
  const { states, before, after } = sides
  const both = [before, after].map(({ played: { engine }, at }) => ({ engine, at }))
  const policies = severalCauses ? concernedByChanged(both, states.touched(before, after).changed) : []
  return [...differing(sides)].flatMap((one) => {
    const kind = after.played.kinds.get(one.kind)
    const parts = kind === undefined ? [one.members] : splitBy(policies, kind, one.members)
    return parts.flatMap((members) => noticedOf(sides, { ...one, members }))
  })
}
