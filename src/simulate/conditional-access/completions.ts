import type { PolicySignIn } from './sign-in.ts'

const risks = ['none', 'low', 'medium', 'high']

/** Every value that a signal could turn out to have, for signals with a closed list of values. */
const values: Readonly<Record<string, readonly string[]>> = {
  devicePlatform: ['android', 'iOS', 'windows', 'windowsPhone', 'macOS', 'linux', 'unknown'],
  signInRiskLevel: risks,
  userRiskLevel: risks,
  servicePrincipalRiskLevel: risks,
  insiderRiskLevel: ['none', 'minor', 'moderate', 'elevated'],
  authenticationFlow: ['none', 'deviceCodeFlow', 'authenticationTransfer'],
}

/** The sign-in with each value of the one signal that is missing; none if its values cannot be listed. */
export function completionsOf(signIn: PolicySignIn, missing: readonly string[]): readonly PolicySignIn[] {
  const [signal] = missing
  if (signal === undefined || missing.length > 1) return []
  return (values[signal] ?? []).map((value) => ({ ...signIn, [signal]: value }))
}
