import type { Rule } from '../rule.ts'
import { aSignInPageAsksEverybodyElse } from './a-sign-in-page-asks-everybody-else.ts'
import { adFsTakesTheWindowsLogonOfAJoinedDeviceInside } from './ad-fs-takes-the-windows-logon-of-a-joined-device-inside.ts'

/** The rules of `provider-logon`, first match first. */
export const providerLogonRules: readonly Rule<'provider-logon'>[] = [
  adFsTakesTheWindowsLogonOfAJoinedDeviceInside,
  aSignInPageAsksEverybodyElse,
]
