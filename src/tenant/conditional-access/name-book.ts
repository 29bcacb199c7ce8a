/** Names and ids of one kind that a tenant declares, lower-cased, each with the word that policies are compared by. */
export type NameBook = ReadonlyMap<string, string>

/** A book of names in any case; the first thing of a name keeps it. */
export function bookOf(entries: readonly (readonly [name: string, word: string])[]): NameBook {
  const book = new Map<string, string>()
  for (const [name, word] of entries) if (!book.has(name.toLowerCase())) book.set(name.toLowerCase(), word)
  return book
}

/** The book of a kind of which nothing is declared. */
export const noNames: NameBook = bookOf([])

/** Names and ids that the tenant declares. */
export interface DeclaredNames {
  readonly users: NameBook
  readonly groups: NameBook
  readonly servicePrincipals: NameBook
  /** Tenants that guests come from, as the file names them. */
  readonly homeTenants: NameBook
  /** App ids by the names of the applications that the tenant declares. */
  readonly applications: NameBook
  /** False where the people are in a file next to the tenant: then no name of a user is known to be wrong. */
  readonly peopleComplete: boolean
  /** False where the people are in a file next to the tenant and no groups are declared. */
  readonly groupsComplete: boolean
}

/** Everything that a policy can name. */
export interface KnownNames extends DeclaredNames {
  /** Names and ids, each as it is written; undefined if the file is silent on named locations. */
  readonly namedLocations?: NameBook
  /** Ids by ids and names. */
  readonly authenticationStrengths: NameBook
  /** Ids by ids and names. */
  readonly authenticationContexts: NameBook
  /** Ids and names of contexts as they are written. */
  readonly contextNames: readonly string[]
}
