import type { Rule } from '../rule.ts'
import { aManagedDomainTakesOverThatAnAccountIsDisabled } from './a-managed-domain-takes-over-that-an-account-is-disabled.ts'
import { aPassThroughAgentSaysThatTheHourIsNotAllowed } from './a-pass-through-agent-says-that-the-hour-is-not-allowed.ts'
import { anAccountDisabledInEntraIdGetsNoToken } from './an-account-disabled-in-entra-id-gets-no-token.ts'
import { anExpiredCloudPasswordAndASignInWithoutOneAreOnNoPage } from './an-expired-cloud-password-and-a-sign-in-without-one-are-on-no-page.ts'
import { anExpiredCloudPasswordIsRefused } from './an-expired-cloud-password-is-refused.ts'
import { anExpiredPasswordReachesAPassThroughAgentAsSuch } from './an-expired-password-reaches-a-pass-through-agent-as-such.ts'
import { entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises } from './entra-id-does-not-see-other-states-of-the-directory-on-premises.ts'
import { nothingIsKnownAgainstAnAccount } from './nothing-is-known-against-an-account.ts'
import { theDirectoryOnPremisesEnforcesItsAccountStates } from './the-directory-on-premises-enforces-its-account-states.ts'

/** The rules of `account-state`, first match first. */
export const accountStateRules: readonly Rule<'account-state'>[] = [
  anExpiredPasswordReachesAPassThroughAgentAsSuch,
  aPassThroughAgentSaysThatTheHourIsNotAllowed,
  theDirectoryOnPremisesEnforcesItsAccountStates,
  anAccountDisabledInEntraIdGetsNoToken,
  anExpiredCloudPasswordAndASignInWithoutOneAreOnNoPage,
  anExpiredCloudPasswordIsRefused,
  entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises,
  aManagedDomainTakesOverThatAnAccountIsDisabled,
  nothingIsKnownAgainstAnAccount,
]
