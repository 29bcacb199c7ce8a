import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { UserFile } from '../principal-file.ts'
import type { Item } from '../well-formed-file.ts'
import type { Check } from './check.ts'

/** A display name means one user. */
export const twoUsersWithOneDisplayName: Check = (file) => {
  const seen = new Map<string, Item<UserFile>>()
  return file.users().flatMap((user): readonly Diagnostic[] => {
    const name = user.value.displayName
    if (name === undefined) return []
    const first = seen.get(name.toLowerCase())
    if (first === undefined) {
      seen.set(name.toLowerCase(), user)
      return []
    }
    const args = { first: first.value.userPrincipalName, second: user.value.userPrincipalName, name }
    const related = [{ at: file.document.rangeOf([...first.path, 'displayName']), note: 'first-given' }] as const
    return [{ code: 'TEN-11', args, at: file.document.rangeOf([...user.path, 'displayName']), related }]
  })
}
