import type { Check } from '../check.ts'

/** Remembered MFA is not combined with a sign-in frequency. */
export const rememberedMfa: Check = (file, policies) => {
  if (file.section('multifactorAuthentication')?.rememberDays === undefined) return []
  const policy = policies.value.policies.find(
    ({ state, session }) => state === 'enabled' && session.signInFrequency !== undefined,
  )
  if (policy === undefined) return []
  const at = file.document.rangeOfKey(['multifactorAuthentication', 'rememberDays'])
  return [{ code: 'CON-16', args: { policy: policy.name }, at }]
}
