import { addAll, addTo, type Bitmap, firstOf, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { Answering } from '../../simulate/answered-parts.ts'
import type { ClientRequest, PolicyName } from '../../vocabulary/requests.ts'
import type { BothRequests } from './alike-requests.ts'
import type { ComparedChange } from './compare-cells.ts'
import type { Readable } from './parts-of-sets.ts'
import { numbers, type Piece, piecesOf } from './said-pieces.ts'
import { changeOf, type Pair, type ReadableSides } from './set-changes.ts'
import { namesPolicies, type Read } from './set-readings.ts'
import { byConcern } from './split-by-policies.ts'

/** A state with a kind of user and a sign-in of it. */
interface SignInOfKind {
  readonly state: Readable
  readonly kind: Kind
  readonly request: ClientRequest
  readonly answering: Answering
}

type Both = readonly [SignInOfKind, SignInOfKind]

function signInOf(
  state: Readable,
  kind: Kind | undefined,
  request: ClientRequest | undefined,
): SignInOfKind | undefined {
  if (kind === undefined || request === undefined) return undefined
  const answering = state.engine.answering(kind, request)
  return answering && { state, kind, request, answering }
}

interface NumberedRead extends Read {
  readonly number: number
}

type KnownReads = Map<number | string, NumberedRead>

/** How a sign-in ends for users to whom one thing is said: by its number, and by those who say it where that counts. */
type ReadOf = (members: Bitmap, what: number, by?: string) => NumberedRead

function readerOf(
  { state, kind, request }: SignInOfKind,
  numberOf: (text: string) => number,
  known: KnownReads,
): ReadOf {
  return (members, what, by) => {
    const key = by === undefined ? what : `${what} ${by}`
    const found = known.get(key)
    if (found !== undefined) return found
    const among = new Uint32Array(members.length)
    addTo(among, firstOf(members))
    const [played] = state.engine.play(kind, request, 'none', { among })
    if (played === undefined) throw new Error('a sign-in that has legs cannot be played')
    const read = state.readings(played)
    const made = { ...read, number: numberOf(read.key) }
    known.set(key, made)
    return made
  }
}

interface Ending {
  readonly members: Bitmap
  readonly reads: readonly [Read, Read]
  readonly of: ReadonlySet<PolicyName>
}

/** The sets whose sign-in has another ending afterward. */
function endingsOf(both: Both, pieces: readonly Piece[], numberOf: (text: string) => number): Iterable<Ending> {
  const [one, other] = both
  const known: KnownReads = new Map()
  const before = readerOf(one, numberOf, known)
  // With equal keys, that to which the same is said ends the same way on both sides.
  const after = readerOf(other, numberOf, one.answering.key === other.answering.key ? known : new Map())
  const found = new Map<string, Ending>()
  const take = (members: Bitmap, reads: readonly [NumberedRead, NumberedRead], { of, concern }: Piece): void => {
    if (reads[0].number === reads[1].number) return
    const key = `${reads[0].number} ${reads[1].number} ${concern}`
    const same = found.get(key)
    if (same === undefined) found.set(key, { members: members.slice(), reads, of })
    else addAll(same.members, members)
  }
  const readNamed = ({ answering }: SignInOfKind, read: ReadOf, members: Bitmap, what: number) =>
    read(members, what, answering.toFirst(members)?.by)
  for (const piece of pieces) {
    const { members, what, byName } = piece
    const reads = [before(members, what[0]), after(members, what[1])] as const
    if (!reads.some(namesPolicies)) take(members, reads, piece)
    else
      for (const some of byName.values())
        take(some, [readNamed(one, before, some, what[0]), readNamed(other, after, some, what[1])], piece)
  }
  return found.values()
}

const askedIn = (both: Both): string => both.map(({ answering }) => answering.asked).join('\u0002')

/** What changes in a sign-in of a pair of kinds; undefined where one cannot say before it is played. */
export type ChangesSaid = (pair: Pair, requests: BothRequests) => readonly ComparedChange[] | undefined

/**
 * Finds what changes between states that differ in nothing but policies, by what these say. Users are cut once for all
 * sign-ins of a kind that ask the policies the same. Invariant: whom policies that differ concern is the same for these.
 */
export function changesSaid(sides: ReadableSides): ChangesSaid {
  const { touched } = sides
  const numberOf = numbers()
  const known = new Map<string, readonly Piece[] | undefined>()
  let of: Kind | undefined
  const make = ([one, other]: Both): readonly Piece[] | undefined => {
    const { index } = one.kind
    const users = touched.users(index, one.request, other.request)
    if (isEmpty(users)) return []
    const [before, after] = [one.answering.among(users), other.answering.among(users)]
    if (before === undefined || after === undefined) return undefined
    const concerned = byConcern(users, touched.changed, touched.concerned(index, one.request, other.request))
    return piecesOf(one.kind, { users, said: [before, after], concerned }, numberOf)
  }
  const piecesFor = (both: Both): readonly Piece[] | undefined => {
    if (of !== both[0].kind) known.clear()
    of = both[0].kind
    const word = askedIn(both)
    if (!known.has(word)) known.set(word, make(both))
    return known.get(word)
  }
  return (pair, [left, right]) => {
    const one = signInOf(sides.before, pair.before, left)
    const other = signInOf(sides.after, pair.after, right)
    if (!touched.policiesOnly || one === undefined || other === undefined) return undefined
    const both = [one, other] as const
    const pieces = piecesFor(both)
    if (pieces === undefined) return undefined
    const words = { asked: askedIn(both), ending: one.answering.key }
    return [...endingsOf(both, pieces, numberOf)].flatMap(({ members, reads, of: policies }) => {
      const ends = [
        { ...reads[0], request: one.request },
        { ...reads[1], request: other.request },
      ] as const
      const change = changeOf(sides, pair, members, ends)
      return change === undefined ? [] : [{ ...change, policies, words }]
    })
  }
}
