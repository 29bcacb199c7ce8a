import { addAll, addTo, type Bitmap, membersOf } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { Answered } from '../../simulate/answered-parts.ts'
import type { PolicyName } from '../../vocabulary/requests.ts'
import type { ConcernedAlike } from './split-by-policies.ts'

/** Users to whom the same is said before and the same after, and whom the same changed policies concern. */
export interface Piece {
  readonly members: Bitmap
  /** Numbers that are equal where the same is said, before and after. */
  readonly what: readonly [number, number]
  readonly of: ReadonlySet<PolicyName>
  /** Equal for pieces that are cut together and have the same of these policies. */
  readonly concern: number
  /** The same users, more finely: by the policies that say it to the first of each part. */
  readonly byName: ReadonlyMap<string, Bitmap>
}

/** Users, what is said to them on either side, and which of the changed policies concern them. */
export interface SaidOnBothSides {
  readonly users: Bitmap
  readonly said: readonly [readonly Answered[], readonly Answered[]]
  readonly concerned: readonly ConcernedAlike[]
}

/** Numbers for texts: equal texts have one number. */
export function numbers(): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const number = known.get(text) ?? known.size
    known.set(text, number)
    return number
  }
}

/** For each user of a kind, the number of the set that has the user; no two sets have a user in common. */
function labels({ size }: Kind, sets: readonly { readonly members: Bitmap }[]): Int32Array {
  const made = new Int32Array(size)
  for (const [at, { members }] of sets.entries()) for (const member of membersOf(members)) made[member] = at
  return made
}

interface Cut {
  readonly members: Bitmap
  readonly sides: readonly [number, number]
  readonly concern: number
}

/** Cuts users by what is said to them on both sides and by the policies that concern them, user by user. */
function cut(kind: Kind, { users, said: [before, after], concerned }: SaidOnBothSides): readonly Cut[] {
  const [ones, others, concerns] = [labels(kind, before), labels(kind, after), labels(kind, concerned)]
  const found = new Map<number, Bitmap>()
  for (const member of membersOf(users)) {
    const sides = (ones[member] ?? 0) * after.length + (others[member] ?? 0)
    const key = sides * concerned.length + (concerns[member] ?? 0)
    const known = found.get(key)
    const set = known ?? new Uint32Array(kind.words)
    if (known === undefined) found.set(key, set)
    addTo(set, member)
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([key, members]): Cut => {
      const sides = Math.floor(key / concerned.length)
      return {
        members,
        sides: [Math.floor(sides / after.length), sides % after.length],
        concern: key % concerned.length,
      }
    })
}

/** Adds users to a set, or makes a set of them. */
function addNamed(byName: Map<string, Bitmap>, members: Bitmap, by: string): void {
  const known = byName.get(by)
  if (known === undefined) byName.set(by, members.slice())
  else addAll(known, members)
}

/** The pieces of users between which the endings of a sign-in can differ. */
export function piecesOf(kind: Kind, both: SaidOnBothSides, numberOf: (text: string) => number): readonly Piece[] {
  const [ones, others] = both.said.map((parts) =>
    parts.map(({ said }) => ({ what: numberOf(said.what), by: numberOf(said.by) })),
  )
  const found = new Map<string, Piece & { readonly byName: Map<string, Bitmap> }>()
  for (const { members, sides, concern } of cut(kind, both)) {
    const [one, other] = [ones?.[sides[0]], others?.[sides[1]]]
    if (one === undefined || other === undefined) throw new Error('a user to whom nothing is said')
    const key = `${one.what} ${other.what} ${concern}`
    const known = found.get(key)
    const piece = known ?? {
      members: members.slice(),
      what: [one.what, other.what],
      of: both.concerned[concern]?.of ?? new Set<PolicyName>(),
      concern,
      byName: new Map<string, Bitmap>(),
    }
    if (known === undefined) found.set(key, piece)
    else addAll(piece.members, members)
    addNamed(piece.byName, members, `${one.by} ${other.by}`)
  }
  return [...found.values()]
}
