import { legKeys } from './leg-keys.ts'
import type { Reading } from './reading.ts'
import type { LegView, SignIn } from './sign-in.ts'
import { signInKeys } from './sign-in-keys.ts'

/** What can be said about one leg. */
export type LegKey = keyof typeof legKeys
/** What can be said about a whole sign-in. */
export type SignInKey = keyof typeof signInKeys
/** What claims, `--where` and `--group-by` cover. */
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
