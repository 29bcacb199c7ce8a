export type { GroupFile } from './settings/groups.ts'
export type { RoleFile } from './settings/roles-and-app-passwords.ts'
export type { PrincipalKind, UserFile } from './settings/users.ts'
