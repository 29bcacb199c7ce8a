export type { PrincipalKind, RoleFile, UserFile } from './settings/users.ts'

/** A group as authored; members are users or groups by name or id. */
export interface GroupFile {
  readonly name: string
  readonly id?: string
  readonly members?: readonly string[]
}
