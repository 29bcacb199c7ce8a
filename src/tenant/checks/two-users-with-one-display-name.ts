import { type NameHolders, registerNames } from '../names-held-twice.ts'
import type { Check } from './check.ts'

/** A display name means one user, and is no other user's user principal name or id. */
export const twoUsersWithOneDisplayName: Check = (file) => {
  const holders: NameHolders = new Map()
  return file
    .users()
    .flatMap(({ path, value }) => registerNames(holders, value, (key) => file.document.rangeOf([...path, key])))
}
