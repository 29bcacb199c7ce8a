import { addAll, sizeOf } from '../../classes/bitmap.ts'
import type { SetOfKind } from '../../classes/user-sets.ts'
import type { AffectedTogether, AffectedUsers } from '../population/results.ts'

/** Affected users where sets are compared: the same user can then be in several changes. */
interface AffectedSet extends AffectedTogether {
  readonly everyone?: SetOfKind
}

/** Affected users who are a set. */
export function affectedSet(users: AffectedUsers, everyone: SetOfKind): AffectedUsers {
  // Not enumerable because no output has them; the type of the result cannot express that a set exists.
  return Object.defineProperties({ ...users }, { everyone: { value: everyone }, together: { value: together } })
}

/** How many users there are in at least one of some sets. */
const together = (all: readonly AffectedUsers[]): number =>
  usersInSets(all.flatMap((users) => everyoneIn(users) ?? [])).reduce((sum, { members }) => sum + sizeOf(members), 0)

/** The users who are in at least one of some sets, kind by kind. */
export function usersInSets(sets: readonly SetOfKind[]): readonly SetOfKind[] {
  const found = new Map<number, SetOfKind>()
  for (const { kind, members } of sets) {
    const known = found.get(kind.index)
    if (known === undefined) found.set(kind.index, { kind, members: members.slice() })
    else addAll(known.members, members)
  }
  return [...found.values()]
}

/** The set that affected users are; undefined for a class. */
export const everyoneIn = (users: AffectedUsers): SetOfKind | undefined =>
  // Every property of a set beside those of affected users may be absent.
  (users as AffectedSet).everyone
