import type { Rule } from '../rule.ts'
import { anEnforcedUserCanCreateOne } from './an-enforced-user-can-create-one.ts'
import { anUnregisteredUserHasNoAppPasswordYet } from './an-unregistered-user-has-no-app-password-yet.ts'
import { appPasswordsCannotBeCreatedUnlessAllowed } from './app-passwords-cannot-be-created-unless-allowed.ts'
import { appPasswordsExistOnlyForEnforcedUsers } from './app-passwords-exist-only-for-enforced-users.ts'
import { existingAppPasswordsOutliveTheSetting } from './existing-app-passwords-outlive-the-setting.ts'

/** The rules of `app-password`, first match first. */
export const appPasswordRules: readonly Rule<'app-password'>[] = [
  existingAppPasswordsOutliveTheSetting,
  appPasswordsCannotBeCreatedUnlessAllowed,
  appPasswordsExistOnlyForEnforcedUsers,
  anUnregisteredUserHasNoAppPasswordYet,
  anEnforcedUserCanCreateOne,
]
