import type { Rule } from '../rule.ts'
import { adFsTakesTheWindowsLogonOfAJoinedDeviceInside } from './ad-fs-takes-the-windows-logon-of-a-joined-device-inside.ts'
import { theIdentityProviderShowsItsSignInPageOtherwise } from './the-identity-provider-shows-its-sign-in-page-otherwise.ts'

/** The rules of `provider-logon`, first match first. */
export const providerLogonRules: readonly Rule<'provider-logon'>[] = [
  adFsTakesTheWindowsLogonOfAJoinedDeviceInside,
  theIdentityProviderShowsItsSignInPageOtherwise,
]
