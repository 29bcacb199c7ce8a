import { credentials } from '../../vocabulary/credentials.ts'
import { flows, type Mechanism, type Message, protocols } from '../../vocabulary/protocols.ts'
import {
  constant,
  type Fields,
  flag,
  list,
  object,
  oneOf,
  optional,
  type Schema,
  text,
  union,
  wordOf,
} from './schema.ts'

/** The fields of a kind of messages besides the kind. */
type Parts<Kind> = Fields<Omit<Extract<Message, { readonly kind: Kind }>, 'kind'>>

const mechanism = wordOf<Mechanism>('The mechanism.', { kerberos: true, ntlm: true, 'tls-dsk': true })
const credential = oneOf('The credential.', credentials)
const host = text('The host.')

// A kind of messages that has no row here, or a row without one of its fields, does not compile.
const parts: { readonly [Kind in Message['kind']]: Parts<Kind> } = {
  'autodiscover-request': { host: optional(host) },
  'autodiscover-redirect': { to: optional(host) },
  'autodiscover-answer': {},
  'activesync-redirect': {},
  connect: { protocol: oneOf('The protocol.', protocols) },
  challenge: { flows: list('The flows.', oneOf('A flow.', flows)) },
  'protocol-refused': { status: text('The status.') },
  'credential-presented': { credential, methods: optional(text('The methods, joined by commas.')) },
  'credential-forwarded': { credential },
  'home-realm-query': {},
  'home-realm-answer': { realm: oneOf('The realm.', ['managed', 'federated']) },
  'authorization-request': {},
  'passive-redirect': {},
  'sign-in-page': {},
  'ws-trust-request': {},
  'ws-trust-response': {},
  'federation-token': {},
  'password-validation-request': {},
  'password-validation-answer': { right: flag('Whether it is right.'), account: optional(constant('unusable')) },
  'ticket-request': { mechanism },
  'ticket-issued': { mechanism },
  'second-factor-request': {},
  'second-factor-challenge': {},
  'second-factor-response': { method: optional(text('The method.')) },
  'registration-required': {},
  'register-method': {},
  'token-request': {},
  'primary-refresh-token-presented': {},
  'token-issued': {},
  'token-presented': {},
  'certificate-issued': {},
  'app-password-offered': {},
  'app-password-issued': {},
  'app-password-deleted': {},
  refusal: { error: optional(text('The error.')) },
  'access-granted': {},
}

/** A message on the wire. */
export const message: Schema<Message> = union<Message>(
  'The message.',
  Object.entries(parts).map(
    ([kind, fields]) =>
      // Each row has been checked against the fields of its kind.
      object(`${kind}`, { kind: constant(kind), ...fields } as Fields<unknown>) as Schema<Message>,
  ),
)
