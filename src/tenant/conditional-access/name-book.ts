import type { AuthenticationContext, AuthenticationStrength, NamedLocation } from './model.ts'

/** Names and ids of one kind that a tenant declares, lower-cased, each with the word that policies are compared by. */
export type NameBook = ReadonlyMap<string, string>

/** Names and ids that the tenant declares. */
export interface DeclaredNames {
  readonly users: NameBook
  readonly groups: NameBook
  readonly servicePrincipals: NameBook
  /** App ids by the names of the applications that the tenant declares. */
  readonly applications: NameBook
  /** False where the people stand in a file beside the tenant: then no name of a user is known to be wrong. */
  readonly peopleComplete: boolean
  /** False where the people stand in a file beside the tenant and no groups are declared. */
  readonly groupsComplete: boolean
}

/** Everything that a policy can name. */
export interface KnownNames extends DeclaredNames {
  readonly namedLocations?: readonly NamedLocation[]
  readonly authenticationStrengths: readonly AuthenticationStrength[]
  readonly authenticationContexts: readonly AuthenticationContext[]
}
