import type { Rule } from '../rule.ts'
import { anAccountOffInTheCloudSignsInNowhereInIt } from './an-account-off-in-the-cloud-signs-in-nowhere-in-it.ts'
import { anExpiredCloudPasswordIsRefused } from './an-expired-cloud-password-is-refused.ts'
import { entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises } from './entra-id-does-not-see-other-states-of-the-directory-on-premises.ts'
import { nothingIsKnownAgainstAnAccount } from './nothing-is-known-against-an-account.ts'
import { theDirectoryOnPremisesEnforcesItsAccountStates } from './the-directory-on-premises-enforces-its-account-states.ts'

/** The rules of `account-state`, first match first. */
export const accountStateRules: readonly Rule<'account-state'>[] = [
  theDirectoryOnPremisesEnforcesItsAccountStates,
  anAccountOffInTheCloudSignsInNowhereInIt,
  anExpiredCloudPasswordIsRefused,
  entraIdDoesNotSeeOtherStatesOfTheDirectoryOnPremises,
  nothingIsKnownAgainstAnAccount,
]
