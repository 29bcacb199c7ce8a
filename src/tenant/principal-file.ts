export type { GroupFile } from './settings/groups.ts'
export type { PrincipalKind, RoleFile, UserFile } from './settings/users.ts'
