import { methodsForMfa } from '../vocabulary/methods.ts'
import type { UserFile } from './principal-file.ts'

/** How what a file says of a user's registration and methods contradicts itself; undefined if it does not. */
export function contradictionOf({ registered, methods }: UserFile): string | undefined {
  if (methods === undefined) return undefined
  if (registered === true && methods.length === 0) return 'is registered for MFA, but has no method'
  const strong = methods.find((method) => methodsForMfa.includes(method))
  return registered === false && strong !== undefined ? `is not registered for MFA, but has ${strong}` : undefined
}

/** Whether a user is registered for MFA, as stated or by the methods; undefined where that is unknown or contradictory. */
export function registeredOf(file: UserFile): boolean | undefined {
  if (contradictionOf(file) !== undefined) return undefined
  return file.registered ?? (file.methods === undefined ? undefined : file.methods.length > 0)
}
