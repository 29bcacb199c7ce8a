import type { AuthenticationStrength } from '../../tenant/conditional-access/model.ts'

/** A strength as far as it narrows combinations to certain keys. */
export type Narrowing = Pick<AuthenticationStrength, 'narrowed' | 'keys'>

/** Whether the keys of a user are among those to which a strength narrows a combination: all of them, none, or not known. */
export function keysAdmitted(
  { narrowed, keys }: Narrowing,
  combination: string,
  passkeys: readonly string[] | undefined,
): 'all' | 'some' | 'none' | 'unknown' {
  const lower = combination.toLowerCase()
  if (!narrowed.has(lower)) return 'all'
  const admitted = keys?.get(lower)
  if (admitted === undefined || passkeys === undefined || passkeys.length === 0) return 'unknown'
  const fitting = passkeys.filter((key) => admitted.includes(key.toLowerCase())).length
  return fitting === 0 ? 'none' : fitting === passkeys.length ? 'all' : 'some'
}

type Stated = readonly (string | { readonly aaGuid?: string })[]

/** The AAGUIDs of a user's passkeys; undefined if one of them is not stated. */
export function keysOf(passkeys: Stated | undefined): readonly string[] | undefined {
  if (passkeys === undefined) return undefined
  const keys = passkeys.flatMap((one) => (typeof one === 'string' ? one : (one.aaGuid ?? [])))
  return keys.length === passkeys.length ? keys : undefined
}
