import { legKeys } from './leg-keys.ts'
import type { Reading } from './reading.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { signInKeys } from './sign-in-keys.ts'

/** Keys that concern one leg. */
export type LegKey = keyof typeof legKeys
/** Keys that concern a whole sign-in. */
export type SignInKey = keyof typeof signInKeys
/** Keys of claims, `--where` and `--group-by`. */
export type ClaimKey = SignInKey | LegKey

// Object.keys is typed as string[]; the keys of a literal are exactly its own.
/** All keys, those of a whole sign-in first. */
export const claimKeys = [...Object.keys(signInKeys), ...Object.keys(legKeys)] as readonly ClaimKey[]

/** Whether a key concerns one leg. */
export const isLegKey = (key: ClaimKey): key is LegKey => Object.hasOwn(legKeys, key)

/** Reads a key of a whole sign-in. */
export const readSignIn = (signIn: SignIn, key: SignInKey): Reading => signInKeys[key](signIn)

/** Reads a key of a leg. */
export const readOfLeg = (signIn: SignIn, leg: LegView, key: LegKey): Reading => legKeys[key](leg, signIn)
