import { issuers } from '../actors.ts'
import { flows } from '../protocols.ts'
import { fact, noYes } from './row.ts'

/** What client and service agree on. */
export const conversationFacts = {
  flow: fact(flows, { words: 'authentication method', of: 'sign-in' }),
  flowMatch: fact(['first-choice', 'fallback', 'forced-modern-refused', 'closed-by-service', 'no-common-flow'], {
    words: 'authentication shared by client and service',
    of: 'sign-in',
  }),
  flowClass: fact(['interactive', 'legacy', 'password-grant', 'on-premises', 'application', 'unauthenticated'], {
    words: 'class of the authentication method',
    of: 'sign-in',
  }),
  issuer: fact(issuers, { words: 'token issuer', of: 'answer' }),
  administrative: fact(noYes, { words: 'administrative purpose', of: 'sign-in' }),
  selfService: fact(
    ['no', 'register-for-mfa', 'create-app-password', 'delete-app-password', 'register-device', 'set-up-hello'],
    {
      words: 'self-service purpose',
      of: 'sign-in',
    },
  ),
}
