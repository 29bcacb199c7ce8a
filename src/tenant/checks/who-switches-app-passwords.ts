import { roleOf } from '../../catalog/roles.ts'
import type { UserFile } from '../principal-file.ts'
import type { Check } from './check.ts'

/** The roles that may switch it: the least privileged one and the one that may do everything. */
const sufficient = new Set(['Authentication Policy Administrator', 'Global Administrator'])

const may = (roles: NonNullable<UserFile['roles']>): boolean =>
  roles.some((one) => sufficient.has(roleOf(typeof one === 'string' ? one : one.role)?.name ?? ''))

/** Whoever switches the setting for app passwords needs a role that may. */
export const whoSwitchesAppPasswords: Check = (file) => {
  const users = file.users().map(({ value }) => value)
  return file.list('events').flatMap(({ path, value }) => {
    const by = typeof value['by'] === 'string' ? value['by'].toLowerCase() : undefined
    if (value.type !== 'app-passwords-setting-changed' || by === undefined) return []
    const user = users.find((one) =>
      [one.userPrincipalName, one.displayName, one.id].some((name) => name?.toLowerCase() === by),
    )
    if (user?.roles === undefined || may(user.roles)) return []
    return [
      { code: 'TEN-15' as const, args: { user: user.userPrincipalName }, at: file.document.rangeOf([...path, 'by']) },
    ]
  })
}
