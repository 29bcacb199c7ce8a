import { type Bitmap, common, firstOf, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { readingKey } from './cell-reading.ts'
import { namesPolicies, type Read, type Readings } from './set-readings.ts'
import type { StateOfSets } from './touched-sets.ts'

/** Users of a kind whose sign-in has one outcome. */
export interface Part extends Read {
  readonly members: Bitmap
  readonly request: ClientRequest
}

/** A state of which endings are read. */
export interface Readable extends StateOfSets {
  readonly readings: Readings
}

/** The outcomes of a sign-in for some users; each set has equal demands, and is blocked by the same policies that block. */
export function partsOf(
  state: Readable,
  kind: Kind,
  request: ClientRequest | undefined,
  among: Bitmap,
): readonly Part[] {
  if (request === undefined) return []
  return state.engine.play(kind, request, 'reading', { among }).map((played) => ({
    ...state.readings(played),
    members: played.users.members,
    request: played.request,
  }))
}

/** The same for the first of some users only, with the policies that stop that one. */
export function ofFirst(
  state: Readable,
  kind: Kind | undefined,
  part: Part | undefined,
  request: ClientRequest | undefined,
  members: Bitmap,
): Part | undefined {
  if (kind === undefined || request === undefined) return undefined
  if (part === undefined || firstOf(part.members) === firstOf(members) || !namesPolicies(part)) return part
  const first = firstOf(members)
  const among = new Uint32Array(members.length)
  among[first >>> 5] = 1 << (first & 31)
  const [played] = state.engine.play(kind, request, 'none', { among })
  return played && { ...state.readings(played), members: among, request: played.request }
}

/** Equal for parts that end the same way; users without the sign-in are a part too. */
export const keyOf = (part: Part | undefined): string => part?.key ?? readingKey(undefined)

const absent: readonly undefined[] = [undefined]

/** The common parts of two divisions of some users; users without the sign-in on a side are a part too. */
export function* crossed(ones: readonly Part[], others: readonly Part[], users: Bitmap) {
  for (const one of ones.length === 0 ? absent : ones)
    for (const other of others.length === 0 ? absent : others) {
      const left = one === undefined ? users : common(one.members, users)
      const members = other === undefined ? left : common(left, other.members)
      if (!isEmpty(members)) yield { members, parts: [one, other] as const }
    }
}
