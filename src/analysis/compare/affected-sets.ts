import type { SetOfKind } from '../../classes/user-sets.ts'
import type { AffectedUsers } from '../population/results.ts'

/** Affected users where sets are compared: the same user can then be in several changes. */
interface AffectedSet extends AffectedUsers {
  readonly everyone?: SetOfKind
}

/** Affected users who are a set. */
export function affectedSet(users: AffectedUsers, everyone: SetOfKind): AffectedUsers {
  // Not enumerable because no output has it; the type of the result cannot express that it exists.
  return Object.defineProperty({ ...users }, 'everyone', { value: everyone })
}

/** The set that affected users are; undefined for a class. */
export const everyoneIn = (users: AffectedUsers): SetOfKind | undefined =>
  // Every property of a set beside those of affected users may be absent.
  (users as AffectedSet).everyone
