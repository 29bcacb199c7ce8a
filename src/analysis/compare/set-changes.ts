import { type Bitmap, firstOf, sizeOf } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { MatrixFilter } from '../matrix/matrix.ts'
import type { NameMatch } from '../population/match-names.ts'
import type { Change } from '../population/results.ts'
import { affectedSet } from './affected-sets.ts'
import { differingAspects } from './cell-reading.ts'
import type { ComparedChange, JointClass } from './compare-cells.ts'
import { keyOf, type Part, type Readable } from './parts-of-sets.ts'
import type { StateOfSets, Touched } from './touched-sets.ts'

/** Two states whose people are sets in the same places. */
export interface SidesOfSets {
  readonly before: StateOfSets
  readonly after: StateOfSets
  readonly touched: Touched
  readonly names: NameMatch
  readonly filter: Omit<MatrixFilter, 'at' | 'classes'>
}

/** The same with how their sign-ins end. */
export interface ReadableSides extends SidesOfSets {
  readonly before: Readable
  readonly after: Readable
}

/** The users in the same places in both states; undefined where they are in one only. */
export interface Pair {
  readonly before: Kind | undefined
  readonly after: Kind | undefined
}

function nameIn({ engine }: StateOfSets, kind: Kind | undefined, members: Bitmap): string | undefined {
  return kind && engine.sets.nameAt(kind.firstWord * 32 + firstOf(members))
}

/** Some users of a kind as a change names them. */
function affectedBy({ before, after, userBefore, userAfter, size }: JointClass, kind: Kind, members: Bitmap) {
  const users = {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    representative: userAfter ?? userBefore ?? '',
    size,
    traits: kind.traits,
  }
  return affectedSet(users, { kind, members })
}

/** How a sign-in of some users ends on both sides, as it is for the first of them. */
export type Ends = readonly [
  Pick<Part, 'reading' | 'key' | 'request'> | undefined,
  Pick<Part, 'reading' | 'key' | 'request'> | undefined,
]

const absent = keyOf(undefined)

/** The change of some users, as it is for the first of them. */
export function changeOf(
  sides: SidesOfSets,
  pair: Pair,
  members: Bitmap,
  [one, other]: Ends,
): ComparedChange | undefined {
  const kind = pair.after ?? pair.before
  const shown = (other ?? one)?.request
  if (kind === undefined || shown === undefined) return undefined
  const keys = { before: one?.key ?? absent, after: other?.key ?? absent }
  const userBefore = nameIn(sides.before, pair.before, members)
  const userAfter = nameIn(sides.after, pair.after, members)
  const joint = {
    ...(pair.before && { before: pair.before.index }),
    ...(pair.after && { after: pair.after.index }),
    ...(userBefore !== undefined && { userBefore }),
    ...(userAfter !== undefined && { userAfter }),
    size: sizeOf(members),
  }
  const change: Change = {
    users: affectedBy(joint, kind, members),
    client: shown.client,
    purpose: shown.purpose,
    network: shown.network,
    aspects: differingAspects(one?.reading, other?.reading),
    ...(one && { before: one.reading }),
    ...(other && { after: other.reading }),
  }
  return {
    change,
    joint,
    keys,
    ...(one && userBefore !== undefined && { before: { ...one.request, user: userBefore } }),
    ...(other && userAfter !== undefined && { after: { ...other.request, user: userAfter } }),
  }
}
