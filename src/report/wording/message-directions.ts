import type { Message } from '../../vocabulary/protocols.ts'

/** The kinds of message that answer an earlier one, drawn as dashed arrows. */
export const answers: ReadonlySet<Message['kind']> = new Set<Message['kind']>([
  'autodiscover-redirect',
  'autodiscover-answer',
  'activesync-redirect',
  'challenge',
  'home-realm-answer',
  'passive-redirect',
  'sign-in-page',
  'ws-trust-response',
  'federation-token',
  'password-validation-answer',
  'ticket-issued',
  'token-issued',
  'certificate-issued',
  'app-password-offered',
  'app-password-issued',
  'app-password-deleted',
  'access-granted',
])

/** The kinds of message that turn the client away, drawn with a cross. */
export const refusals: ReadonlySet<Message['kind']> = new Set<Message['kind']>(['protocol-refused', 'refusal'])
