import type { Diagnostic } from '../../../source/diagnostics/diagnostic.ts'
import { defaultOf } from '../../assume.ts'
import type { Check } from '../check.ts'

/** Users have app passwords only while per-user MFA is on for them, and only so many. */
export const appPasswordsOfUsers: Check = (file) => {
  const limit = defaultOf('appPasswordsPerUser')?.value
  const most = typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY
  return file.users().flatMap(({ path, value }): readonly Diagnostic[] => {
    const count = value.appPasswords?.length ?? 0
    const user = value.userPrincipalName
    if (count === 0 || (count <= most && value.perUserMfaState !== 'disabled')) return []
    const at = file.document.rangeOfKey([...path, 'appPasswords'])
    const found: Diagnostic[] = []
    if (count > most) found.push({ code: 'CON-26', args: { user, count, most }, at })
    if (value.perUserMfaState === 'disabled') found.push({ code: 'CON-27', args: { user }, at })
    return found
  })
}
