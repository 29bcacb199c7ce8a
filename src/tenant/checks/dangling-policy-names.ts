import { roles } from '../../catalog/roles.ts'
import { checkReferences, type KnownNames } from '../conditional-access/check-references.ts'
import type { UserFile } from '../principal-file.ts'
import type { SoundFile } from '../sound-file.ts'
import type { Check } from './check.ts'

const programs = new Set(['service-principal', 'managed-identity'])

const lower = (names: readonly (string | undefined)[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => name?.toLowerCase() ?? []))

const userNames = ({ userPrincipalName, id, displayName }: UserFile) => [userPrincipalName, id, displayName]

function groupNames(file: SoundFile): readonly (string | undefined)[] {
  const declared = file.list('groups').flatMap(({ value }) => [value.name, value.id])
  return [...declared, ...file.users().flatMap(({ value }) => value.groups ?? [])]
}

/** The users, groups, roles, locations and strengths that policies name are known. */
export const danglingPolicyNames: Check = (file, policies) => {
  if (policies.parts.length === 0) return []
  const users = file.users().map(({ value }) => value)
  const { namedLocations, authenticationStrengths } = policies.value
  const known: KnownNames = {
    users: lower(users.flatMap(userNames)),
    groups: lower(groupNames(file)),
    roles: lower(roles.flatMap(({ id, name }) => [id, name])),
    servicePrincipals: lower(users.filter(({ kind }) => programs.has(kind ?? '')).flatMap(userNames)),
    ...(namedLocations === undefined ? {} : { namedLocations }),
    authenticationStrengths,
  }
  return policies.parts.flatMap(({ document, path }) => checkReferences(document, path, known))
}
