import type { Rule } from '../rule.ts'
import { aKioskAccountOfTheDeviceIsCheckedByTheDevice } from './a-kiosk-account-of-the-device-is-checked-by-the-device.ts'
import { aRegisteredDeviceIsOpenedWithAnAccountOfItsOwn } from './a-registered-device-is-opened-with-an-account-of-its-own.ts'
import { aSecurityKeyDoesNotOpenAComputerThatOnlyActiveDirectoryKnows } from './a-security-key-does-not-open-a-computer-that-only-active-directory-knows.ts'
import { activeDirectoryOpensAComputerOfTheDomain } from './active-directory-opens-a-computer-of-the-domain.ts'
import { awayFromTheDomainAComputerAnswersFromWhatItKeeps } from './away-from-the-domain-a-computer-answers-from-what-it-keeps.ts'
import { microsoftEntraIdChecksSecurityKeysAndHelloUnderCloudKerberosTrust } from './microsoft-entra-id-checks-security-keys-and-hello-under-cloud-kerberos-trust.ts'
import { microsoftEntraIdOpensAJoinedDevice } from './microsoft-entra-id-opens-a-joined-device.ts'
import { offlineADeviceAnswersFromWhatItKeeps } from './offline-a-device-answers-from-what-it-keeps.ts'
import { theIdentityProviderChecksAFederatedPasswordAtAJoinedDevice } from './the-identity-provider-checks-a-federated-password-at-a-joined-device.ts'
import { theSecureEnclaveKeyLeavesTheLocalPasswordOfAMacAlone } from './the-secure-enclave-key-leaves-the-local-password-of-a-mac-alone.ts'
import { webSignInNeedsAnEntraJoinedWindowsDevice } from './web-sign-in-needs-an-entra-joined-windows-device.ts'
import { webSignInNeedsTheInternet } from './web-sign-in-needs-the-internet.ts'
import { windowsHelloOpensWindowsAndAsPlatformCredentialMacs } from './windows-hello-opens-windows-and-as-platform-credential-macs.ts'

/** The rules of `device-sign-in`, first match first. */
export const deviceSignInRules: readonly Rule<'device-sign-in'>[] = [
  aKioskAccountOfTheDeviceIsCheckedByTheDevice,
  windowsHelloOpensWindowsAndAsPlatformCredentialMacs,
  aRegisteredDeviceIsOpenedWithAnAccountOfItsOwn,
  webSignInNeedsAnEntraJoinedWindowsDevice,
  webSignInNeedsTheInternet,
  aSecurityKeyDoesNotOpenAComputerThatOnlyActiveDirectoryKnows,
  offlineADeviceAnswersFromWhatItKeeps,
  theSecureEnclaveKeyLeavesTheLocalPasswordOfAMacAlone,
  microsoftEntraIdChecksSecurityKeysAndHelloUnderCloudKerberosTrust,
  awayFromTheDomainAComputerAnswersFromWhatItKeeps,
  activeDirectoryOpensAComputerOfTheDomain,
  theIdentityProviderChecksAFederatedPasswordAtAJoinedDevice,
  microsoftEntraIdOpensAJoinedDevice,
]
