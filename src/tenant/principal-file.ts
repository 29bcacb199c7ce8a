export type { GroupFile } from './settings/groups.ts'
export type { RoleFile } from './settings/roles-and-app-passwords.ts'
export type { PrincipalKind } from './settings/stated-of-users.ts'
export type { UserFile } from './settings/users.ts'
