import type { Condition } from './claim.ts'
import { legKeys } from './leg-keys.ts'
import type { Reading } from './reading.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { signInKeys } from './sign-in-keys.ts'

/** What can be said of one leg. */
export type LegKey = keyof typeof legKeys
/** What can be said of a whole sign-in. */
export type SignInKey = keyof typeof signInKeys
/** What claims, `--where` and `--group-by` speak of. */
export type ClaimKey = SignInKey | LegKey

// Object.keys of a literal are its keys, which its type cannot say.
/** All keys, those of a whole sign-in first. */
export const claimKeys = [...Object.keys(signInKeys), ...Object.keys(legKeys)] as readonly ClaimKey[]

/** Whether a key is about one leg. */
export const isLegKey = (key: ClaimKey): key is LegKey => Object.hasOwn(legKeys, key)

/** What a whole sign-in has of a key. */
export const readSignIn = (signIn: SignIn, key: SignInKey): Reading => signInKeys[key](signIn)

/** What a leg has of a key. */
export const readOfLeg = (signIn: SignIn, leg: LegView, key: LegKey): Reading => legKeys[key](leg, signIn)

/** Conditions by what they are about. */
export interface Split {
  readonly signIn: readonly { readonly condition: Condition; readonly key: SignInKey }[]
  readonly leg: readonly { readonly condition: Condition; readonly key: LegKey }[]
}

/** Parts conditions into those on whole sign-ins and those on legs. */
export function split(conditions: readonly Condition[]): Split {
  const signIn: { condition: Condition; key: SignInKey }[] = []
  const leg: { condition: Condition; key: LegKey }[] = []
  for (const condition of conditions) {
    const { key } = condition
    if (isLegKey(key)) leg.push({ condition, key })
    else signIn.push({ condition, key })
  }
  return { signIn, leg }
}
