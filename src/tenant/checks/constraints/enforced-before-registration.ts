import type { Check } from '../check.ts'

/** A user is enforced after the registration, or has no app password for legacy clients. */
export const enforcedBeforeRegistration: Check = (file) =>
  file.users().flatMap(({ path, value }) => {
    const unregistered = value.registered === false && (value.appPasswords?.length ?? 0) === 0
    if (value.perUserMfaState !== 'enforced' || !unregistered) return []
    const at = file.document.rangeOf([...path, 'perUserMfaState'])
    return [{ code: 'CON-25' as const, args: { user: value.userPrincipalName }, at }]
  })
