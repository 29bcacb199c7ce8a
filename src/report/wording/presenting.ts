import type { ActorId } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import type { Presented } from '../../vocabulary/methods.ts'
import { presentedPhrase } from './methods.ts'
import { credentialWords } from './nouns.ts'

/** What someone does who presents a credential, or the methods of an interactive sign-in. */
export function presents(credential: Credential, methods?: Presented): string {
  if (methods !== undefined) return `presents ${presentedPhrase(methods)}`
  return credential === 'interactive' ? 'signs in interactively' : `presents ${credentialWords[credential].the}`
}

/** The same for the user whose sign-in it is. */
export function plainlyPresents(credential: Credential, from: ActorId, methods?: Presented): string {
  if (methods !== undefined)
    return from === 'user' ? `you use ${presentedPhrase(methods)}` : `sends ${presentedPhrase(methods)}`
  if (credential === 'interactive') return 'you sign in'
  return from === 'user' ? 'you type it' : `sends ${credentialWords[credential].the}`
}
