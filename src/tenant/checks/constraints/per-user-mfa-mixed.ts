import type { Check } from '../check.ts'

/** Whether security defaults are stated to be on. */
export function securityDefaultsOn(stated: boolean | { readonly isEnabled: boolean } | undefined): boolean {
  return typeof stated === 'object' ? stated.isEnabled : stated === true
}

/** Per-user MFA is not mixed with Conditional Access or security defaults. */
export const perUserMfaMixed: Check = (file, policies) => {
  const on = file.users().filter(({ value }) => (value.perUserMfaState ?? 'disabled') !== 'disabled')
  const first = on[0]
  if (first === undefined) return []
  const demandsMfa = policies.value.policies.some(
    ({ state, grant }) =>
      state === 'enabled' && (grant?.controls.includes('mfa') === true || grant?.strength !== undefined),
  )
  const defaults = securityDefaultsOn(file.section('securityDefaults'))
  if (!demandsMfa && !defaults) return []
  const other = demandsMfa ? 'conditional-access' : 'security-defaults'
  const cause = demandsMfa ? ['conditionalAccess'] : ['securityDefaults']
  const related = [{ at: file.document.rangeOfKey(cause), note: 'because-of' }] as const
  const at = file.document.rangeOf([...first.path, 'perUserMfaState'])
  return [{ code: 'CON-11', args: { users: on.length, with: other }, at, related }]
}
