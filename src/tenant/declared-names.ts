import type { DeclaredNames, NameBook } from './conditional-access/name-book.ts'
import type { UserFile } from './principal-file.ts'
import type { WellFormedFile } from './well-formed-file.ts'

const programs = new Set(['service-principal', 'managed-identity'])

/** Names in lower case that each stand for themselves. */
function bookOf(names: readonly (string | undefined)[]): NameBook {
  const given = names.flatMap((name) => name?.toLowerCase() ?? [])
  return new Map(given.map((name) => [name, name]))
}

const userNames = ({ userPrincipalName, id, displayName }: UserFile) => [userPrincipalName, id, displayName]

function groupNames(file: WellFormedFile): readonly (string | undefined)[] {
  const declared = file.list('groups').flatMap(({ value }) => [value.name, value.id])
  return [...declared, ...file.users().flatMap(({ value }) => value.groups ?? [])]
}

/** Everyone and everything that policies can name and the file declares. */
export function declaredNames(file: WellFormedFile): DeclaredNames {
  const users = file.users().map(({ value }) => value)
  const section = file.section('users')
  const listed = section === undefined || !('from' in section)
  const soundGroups = file.names('groups', ['name']).complete
  const sound = file.names('users', ['userPrincipalName']).complete && soundGroups
  return {
    users: bookOf(users.flatMap(userNames)),
    groups: bookOf(groupNames(file)),
    servicePrincipals: bookOf(users.filter(({ kind }) => programs.has(kind ?? '')).flatMap(userNames)),
    homeTenants: bookOf(users.map(({ externalTenantId }) => externalTenantId)),
    applications: new Map(
      file.list('applications').map(({ value }) => [value.displayName.toLowerCase(), value.appId.toLowerCase()]),
    ),
    peopleComplete: listed && sound,
    // Rows of a file next to the tenant may be in no other groups than the declared ones, so these are all.
    groupsComplete: listed ? sound : soundGroups && file.section('groups') !== undefined,
  }
}
