import type { ActorId } from '../../vocabulary/actors.ts'
import type { Mechanism, Message, Sent } from '../../vocabulary/protocols.ts'
import { flowWords } from './flows.ts'
import { secondMethodPhrase } from './methods.ts'
import { type Audience, credentialWords, protocolWords } from './nouns.ts'
import { listed } from './phrasing.ts'
import { plainlyPresents, presents } from './presenting.ts'

type MessageOf<K extends Message['kind']> = Extract<Message, { kind: K }>

/** The words of one kind of message: on an arrow, in a sentence, and on an arrow drawn for the user who types. */
interface Speech<K extends Message['kind']> {
  /** `passedOn`: the client hands on what a service gave it. */
  readonly label: (message: MessageOf<K>, passedOn: boolean) => string
  readonly sentence: (message: MessageOf<K>, from: string, to: string, passedOn: boolean) => string
  readonly plain?: (message: MessageOf<K>, from: ActorId) => string
}

function validationWords({ right, account }: MessageOf<'password-validation-answer'>): string {
  if (account === 'unusable') return 'the account cannot be used'
  return right ? 'the password is right' : 'the password is wrong'
}

/** What Windows-integrated authentication is made of. */
const mechanismWords = {
  kerberos: 'Kerberos',
  ntlm: 'NTLM',
  'tls-dsk': 'TLS-DSK',
} as const satisfies Record<Mechanism, string>

const speeches: { readonly [K in Message['kind']]: Speech<K> } = {
  'autodiscover-request': {
    label: ({ host }) => `Autodiscover request${at(host)}`,
    sentence: ({ host }, from, to) => `${from} asks ${to}${at(host)} where the mailbox is (Autodiscover).`,
    plain: () => 'asks where the mailbox is',
  },
  'autodiscover-redirect': {
    label: ({ to: target }) => `Autodiscover redirect${towards(target)}`,
    sentence: ({ to: target }, from, to) => `${from} redirects ${to}${towards(target)}.`,
    plain: () => 'says where else to look',
  },
  'autodiscover-answer': {
    label: () => 'Autodiscover settings',
    sentence: (_, from, to) => `${from} tells ${to} which endpoints to use.`,
    plain: () => 'says where the mailbox is',
  },
  'activesync-redirect': {
    label: () => 'HTTP 451, the mailbox has moved',
    sentence: (_, from, to) => `${from} redirects ${to} to the endpoint of the mailbox that has moved (HTTP 451).`,
    plain: () => 'says that the mailbox has moved',
  },
  connect: {
    label: ({ protocol }) => `connects (${protocolWords[protocol]})`,
    sentence: ({ protocol }, from, to) => `${from} connects to ${to} (${protocolWords[protocol]}).`,
    plain: () => 'connects',
  },
  challenge: {
    label: ({ flows }) => `challenge, offers ${listed(flows.map((flow) => flowWords[flow]))}`,
    sentence: ({ flows }, from, to) =>
      `${from} challenges ${to} and offers ${listed(flows.map((flow) => flowWords[flow]))}.`,
    plain: () => 'wants to know who you are',
  },
  'protocol-refused': {
    label: ({ status }) => (status === '' ? 'refuses the protocol' : `refuses the protocol, ${status}`),
    sentence: ({ status }, from, to) => `${from} refuses ${to} the protocol${status === '' ? '' : ` (${status})`}.`,
    plain: () => 'no longer accepts this client this way',
  },
  'credential-presented': {
    label: ({ credential, methods }) => `${credentialWords[credential].symbol} ${presents(credential, methods)}`,
    sentence: ({ credential, methods }, from, to) =>
      `${from} ${presents(credential, methods)} ${credential === 'interactive' && methods === undefined ? 'at' : 'to'} ${to}.`,
    plain: ({ credential, methods }, from) =>
      `${credentialWords[credential].symbol} ${plainlyPresents(credential, from, methods)}`,
  },
  'credential-forwarded': {
    label: ({ credential }) => `${credentialWords[credential].symbol} forwards ${credentialWords[credential].the}`,
    sentence: ({ credential }, from, to) => `${from} forwards ${credentialWords[credential].the} to ${to}.`,
    plain: ({ credential }) => `${credentialWords[credential].symbol} passes it on to be checked`,
  },
  'home-realm-query': {
    label: () => 'home realm discovery, whose domain is it?',
    sentence: (_, from, to) => `${from} asks ${to} where the domain of the user authenticates (home realm discovery).`,
    plain: () => 'asks who is responsible for your account',
  },
  'home-realm-answer': {
    label: ({ realm }) => `the domain is ${realm}`,
    sentence: ({ realm }, from, to) => `${from} answers ${to} that the domain is ${realm}.`,
    plain: ({ realm }) => (realm === 'federated' ? 'your organization is' : 'the Microsoft cloud is'),
  },
  'authorization-request': {
    label: () => 'authorization request (OAuth 2.0)',
    sentence: (_, from, to) => `${from} sends ${to} an authorization request.`,
    plain: () => 'opens the sign-in page',
  },
  'passive-redirect': {
    label: (_, passedOn) =>
      passedOn ? 'follows the redirect (passive flow)' : 'redirect to the identity provider (passive flow)',
    sentence: (_, from, to, passedOn) =>
      passedOn
        ? `${from} follows the redirect to ${to} (passive flow).`
        : `${from} redirects the browser window of ${to} to the identity provider (passive flow).`,
    plain: () => 'on to the sign-in page of your organization',
  },
  'sign-in-page': {
    label: () => 'sign-in page',
    sentence: (_, from, to) => `${from} shows ${to} its sign-in page.`,
  },
  'ws-trust-request': {
    label: () => 'WS-Trust request with user name and password (active flow)',
    sentence: (_, from, to) => `${from} sends ${to} a WS-Trust request with user name and password (active flow).`,
    plain: () => 'asks your organization to check the password',
  },
  'ws-trust-response': {
    label: () => 'WS-Trust response with a token',
    sentence: (_, from, to) => `${from} answers ${to} with a token (WS-Trust response).`,
    plain: () => 'the password is right',
  },
  'federation-token': {
    label: (_, passedOn) => (passedOn ? 'hands over the federation token' : 'federation token with claims'),
    sentence: (_, from, to, passedOn) =>
      passedOn
        ? `${from} hands the federation token over to ${to}.`
        : `${from} issues a federation token with claims to ${to}.`,
    plain: () => 'confirms who you are',
  },
  'password-validation-request': {
    label: () => 'is this password right?',
    sentence: (_, from, to) => `${from} asks ${to} whether the password is right.`,
  },
  'password-validation-answer': {
    label: (answer) => validationWords(answer),
    sentence: (answer, from, to) => `${from} answers ${to} that ${validationWords(answer)}.`,
  },
  'ticket-request': {
    label: ({ mechanism }) => `asks to authenticate (${mechanismWords[mechanism]})`,
    sentence: ({ mechanism }, from, to) => `${from} asks ${to} to authenticate it (${mechanismWords[mechanism]}).`,
    plain: () => 'asks whether you are logged on',
  },
  'ticket-issued': {
    label: ({ mechanism }) => `${mechanismWords[mechanism]} authentication succeeds`,
    sentence: ({ mechanism }, from, to) => `${from} vouches for ${to} (${mechanismWords[mechanism]}).`,
    plain: () => 'confirms who you are',
  },
  'second-factor-request': {
    label: () => 'asks for a second factor of the user',
    sentence: (_, from, to) => `${from} asks ${to} for a second factor of the user.`,
    plain: () => 'asks for a second proof',
  },
  'second-factor-challenge': {
    label: () => 'asks for a second factor',
    sentence: (_, from, to) => `${from} asks ${to} for a second factor.`,
  },
  'second-factor-response': {
    label: ({ method }) => (method === undefined ? 'second factor' : `second factor: ${secondMethodPhrase(method)}`),
    sentence: ({ method }, from, to) =>
      `${from} provides ${to} with the second factor${method === undefined ? '' : `: ${secondMethodPhrase(method)}`}.`,
    plain: ({ method }) => (method === undefined ? 'your second factor' : secondMethodPhrase(method)),
  },
  'registration-required': {
    label: () => 'must register for MFA first',
    sentence: (_, from, to) => `${from} requires ${to} to register for MFA first.`,
  },
  'register-method': {
    label: () => 'registers an authentication method',
    sentence: (_, from, to) => `${from} registers an authentication method with ${to}.`,
  },
  'token-request': {
    label: () => 'token request',
    sentence: (_, from, to) => `${from} asks ${to} for a token.`,
    plain: () => 'asks for a token',
  },
  'primary-refresh-token-presented': {
    label: () => 'presents the primary refresh token of the device',
    sentence: (_, from, to) => `${from} presents the primary refresh token of the device to ${to}.`,
    plain: () => 'shows that you have signed in to the device',
  },
  'token-issued': {
    label: () => 'token',
    sentence: (_, from, to) => `${from} issues a token to ${to}.`,
    plain: () => 'admission',
  },
  'token-presented': {
    label: () => 'presents the token',
    sentence: (_, from, to) => `${from} presents the token to ${to}.`,
    plain: () => 'presents the token',
  },
  'certificate-issued': {
    label: () => 'client certificate',
    sentence: (_, from, to) => `${from} issues a client certificate to ${to}.`,
  },
  'app-password-offered': {
    label: () => `${credentialWords['app-password'].symbol} offers an app password`,
    sentence: (_, from, to) => `${from} offers ${to} an app password at the end of the registration.`,
  },
  'app-password-issued': {
    label: () => `${credentialWords['app-password'].symbol} a new app password, shown once`,
    sentence: (_, from, to) => `${from} shows ${to} a new app password, once.`,
  },
  'app-password-deleted': {
    label: () => `${credentialWords['app-password'].symbol} the app password is deleted`,
    sentence: (_, from, to) => `${from} confirms to ${to} that the app password is deleted.`,
  },
  refusal: {
    label: ({ error }) => (error === undefined ? 'refuses' : `refuses, ${error}`),
    sentence: ({ error }, from, to) => `${from} refuses ${to}${error === undefined ? '' : ` (${error})`}.`,
    plain: () => 'does not let you in',
  },
  'access-granted': {
    label: () => 'access',
    sentence: (_, from, to) => `${from} grants ${to} access.`,
    plain: () => 'lets you in',
  },
}

function at(host: string | undefined): string {
  return host === undefined ? '' : ` at ${host}`
}

function towards(target: string | undefined): string {
  return target === undefined ? '' : ` to ${target}`
}

function speechOf(message: Message): Speech<Message['kind']> {
  // Each entry takes the message of its own kind; the compiler cannot relate the two through the index.
  return speeches[message.kind] as Speech<Message['kind']>
}

/** The few words of a message on an arrow. */
export function messageLabel({ from, message }: Omit<Sent, 'to'>, audience: Audience = 'architect'): string {
  const { label, plain } = speechOf(message)
  return audience === 'user' && plain !== undefined ? plain(message, from) : label(message, from === 'client')
}

/** A message as a sentence between two names. */
export function messageSentence(message: Message, from: string, to: string, passedOn = false): string {
  return speechOf(message).sentence(message, from, to, passedOn)
}
