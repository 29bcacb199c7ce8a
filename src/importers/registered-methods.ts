import type { AuthenticationMethod } from '../vocabulary/methods.ts'

/** Methods by their names in registration reports; empty if the method cannot be used to sign in. */
const methods: ReadonlyMap<string, readonly AuthenticationMethod[]> = new Map<string, readonly AuthenticationMethod[]>([
  ['mobilephone', ['sms', 'voice']],
  ['alternatemobilephone', ['voice']],
  ['alternatemobilecall', ['voice']],
  ['officephone', ['voice']],
  ['mobilesms', ['sms']],
  ['sms', ['sms']],
  ['onewaysms', ['sms']],
  ['mobilecall', ['voice']],
  ['twowayvoicemobile', ['voice']],
  ['twowayvoiceoffice', ['voice']],
  ['twowayvoicealternatemobile', ['voice']],
  ['microsoftauthenticatorpush', ['microsoftAuthenticatorPush']],
  ['appnotification', ['microsoftAuthenticatorPush']],
  ['phoneappnotification', ['microsoftAuthenticatorPush']],
  ['microsoftauthenticatorpasswordless', ['deviceBasedPush']],
  ['softwareonetimepasscode', ['softwareOath']],
  ['onetimepasscode', ['softwareOath']],
  ['appcode', ['softwareOath']],
  ['phoneappotp', ['softwareOath']],
  ['hardwareonetimepasscode', ['hardwareOath']],
  ['windowshelloforbusiness', ['windowsHelloForBusiness']],
  ['macossecureenclavekey', ['windowsHelloForBusiness']],
  ['fido', ['fido2']],
  ['fido2', ['fido2']],
  ['fido2securitykey', ['fido2']],
  ['passkeydevicebound', ['fido2']],
  ['passkeydeviceboundauthenticator', ['fido2']],
  ['passkeydeviceboundwindowshello', ['fido2']],
  ['passkeysynced', ['fido2']],
  ['qrcode', ['qrCodePin']],
  ['email', []],
  ['securityquestion', []],
  ['apppassword', []],
])

/** The methods that a user has registered, or the word that names none: then the list stays undetermined. */
export function registeredMethods(
  words: readonly string[],
): { readonly methods: readonly AuthenticationMethod[] } | { readonly unknown: string } {
  const found = new Set<AuthenticationMethod>()
  for (const word of words) {
    const own = methods.get(word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase())
    if (own === undefined) return { unknown: word }
    for (const method of own) found.add(method)
  }
  return { methods: [...found].sort() }
}
