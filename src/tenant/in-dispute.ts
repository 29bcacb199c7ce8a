import type { UserFile } from './principal-file.ts'
import type { User } from './tenant.ts'

/** Whether exports disagree on a setting of a user, so that it is open. */
export function isInDispute({ inDispute }: Partial<Pick<User, 'inDispute'>>, setting: keyof UserFile): boolean {
  return inDispute?.includes(setting) === true
}
