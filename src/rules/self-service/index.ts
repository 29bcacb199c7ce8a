import type { Rule } from '../rule.ts'
import { aUserHasAtMostFortyAppPasswords } from './a-user-has-at-most-forty-app-passwords.ts'
import { appPasswordsCannotBeManagedOnceForbidden } from './app-passwords-cannot-be-managed-once-forbidden.ts'
import { creatingAppPasswordsHasToBeAllowed } from './creating-app-passwords-has-to-be-allowed.ts'
import { onlyEnforcedUsersCreateAppPasswords } from './only-enforced-users-create-app-passwords.ts'
import { thereMustBeAnAppPasswordToDelete } from './there-must-be-an-app-password-to-delete.ts'
import { whatIsNotForbiddenIsPossible } from './what-is-not-forbidden-is-possible.ts'

/** The rules of `self-service`, first match first. */
export const selfServiceRules: readonly Rule<'self-service'>[] = [
  creatingAppPasswordsHasToBeAllowed,
  onlyEnforcedUsersCreateAppPasswords,
  aUserHasAtMostFortyAppPasswords,
  appPasswordsCannotBeManagedOnceForbidden,
  thereMustBeAnAppPasswordToDelete,
  whatIsNotForbiddenIsPossible,
]
