import type { Rule } from '../rule.ts'
import { aCertificateThatNoConnectorNamesIsRefused } from './a-certificate-that-no-connector-names-is-refused.ts'
import { aClientThatSendsPasswordsPresentsTheAccountPassword } from './a-client-that-sends-passwords-presents-the-account-password.ts'
import { aClientWithACertificateOfTheServiceShowsIt } from './a-client-with-a-certificate-of-the-service-shows-it.ts'
import { aDomainSessionSignsInWithoutAPrompt } from './a-domain-session-signs-in-without-a-prompt.ts'
import { aFileShareOfEntraIdIsOpenedWithTheLogonToWindows } from './a-file-share-of-entra-id-is-opened-with-the-logon-to-windows.ts'
import { aJoinedComputerWithoutAWebAccountTakesTheAccountPassword } from './a-joined-computer-without-a-web-account-takes-the-account-password.ts'
import { aModernClientSignsInInteractively } from './a-modern-client-signs-in-interactively.ts'
import { aPasswordGrantFailsWhereMfaIsDemanded } from './a-password-grant-fails-where-mfa-is-demanded.ts'
import { aPasswordGrantWhereTheVendorDecidesIsOpen } from './a-password-grant-where-the-vendor-decides-is-open.ts'
import { aProgramCannotSignInAsAPerson } from './a-program-cannot-sign-in-as-a-person.ts'
import { aRelayFromAnUnknownAddressIsRefused } from './a-relay-from-an-unknown-address-is-refused.ts'
import { anAllowedAddressNeedsNoPassword } from './an-allowed-address-needs-no-password.ts'
import { anApplicationUsesItsOwnCredential } from './an-application-uses-its-own-credential.ts'
import { basicClientWithMfaNeedsAppPassword } from './basic-client-with-mfa-needs-app-password.ts'
import { noAdministrationWithAnAppPassword } from './no-administration-with-an-app-password.ts'
import { serversOnPremisesTakeTheAccountPassword } from './servers-on-premises-take-the-account-password.ts'
import { someConversationsNeedNoAccount } from './some-conversations-need-no-account.ts'
import { withoutAnAppPasswordALegacyClientCannotSignIn } from './without-an-app-password-a-legacy-client-cannot-sign-in.ts'

/** The rules of `credential`, first match first. */
export const credentialRules: readonly Rule<'credential'>[] = [
  aProgramCannotSignInAsAPerson,
  anApplicationUsesItsOwnCredential,
  aCertificateThatNoConnectorNamesIsRefused,
  aClientWithACertificateOfTheServiceShowsIt,
  aRelayFromAnUnknownAddressIsRefused,
  anAllowedAddressNeedsNoPassword,
  someConversationsNeedNoAccount,
  aFileShareOfEntraIdIsOpenedWithTheLogonToWindows,
  aJoinedComputerWithoutAWebAccountTakesTheAccountPassword,
  aDomainSessionSignsInWithoutAPrompt,
  serversOnPremisesTakeTheAccountPassword,
  aModernClientSignsInInteractively,
  aPasswordGrantFailsWhereMfaIsDemanded,
  aPasswordGrantWhereTheVendorDecidesIsOpen,
  noAdministrationWithAnAppPassword,
  basicClientWithMfaNeedsAppPassword,
  withoutAnAppPasswordALegacyClientCannotSignIn,
  aClientThatSendsPasswordsPresentsTheAccountPassword,
]
