import { expect, test } from 'vitest'
import { isEvaluatedContinuously } from './continuous-evaluation.ts'

type Context = Parameters<typeof isEvaluatedContinuously>[0]
type Decisions = Parameters<typeof isEvaluatedContinuously>[1]

/** What is read of a sign-in, and the token that came of it; the rest of both has no say here. */
interface Said {
  readonly client: string
  readonly service: string
  readonly at: number
  readonly cloud: string
  readonly user: object
  readonly used: string
  readonly issuer: string
  readonly session: object
}

const usual: Said = {
  client: 'outlook-web',
  service: 'exchange-online',
  at: Date.UTC(2024, 5, 1),
  cloud: 'worldwide',
  user: { kind: 'user', accountHome: 'here' },
  used: 'modern',
  issuer: 'entra-id',
  session: {},
}

function isEvaluated(changes: Partial<Said>): boolean {
  const { client, service, at, cloud, user, used, issuer, session } = { ...usual, ...changes }
  const context = {
    client: { product: { id: client } },
    request: { relyingParty: service },
    user,
    tenant: { cloud },
    at,
  }
  const decisions = { negotiated: { authentication: { used } }, issuer, policies: { combined: { session } } }
  // Only what is read is stated.
  return isEvaluatedContinuously(context as unknown as Context, decisions as unknown as Decisions)
}

// https://learn.microsoft.com/entra/identity/conditional-access/concept-continuous-access-evaluation
test.each<[string, Partial<Said>, boolean]>([
  ['Outlook on the web', {}, true],
  ['a client that no page lists', { client: 'thunderbird' }, false],
  ['a service that the client is not listed with', { service: 'teams' }, false],
  ['a token of AD FS', { issuer: 'federated-idp' }, false],
  ['basic authentication', { used: 'basic' }, false],
  ['basic authentication with a token of AD FS', { used: 'basic', issuer: 'federated-idp' }, false],
  ['a time before there was such a thing', { at: Date.UTC(2018, 0, 1) }, false],
  ['another cloud', { cloud: 'us-government' }, false],
  ['a guest', { user: { kind: 'guest', accountHome: 'entra-tenant' } }, false],
  ['an account that is at home elsewhere', { user: { kind: 'user', accountHome: 'entra-tenant' } }, false],
  ['a program', { user: { kind: 'service-principal', accountHome: 'here' } }, false],
  [
    'a user who may be a guest',
    { user: { kind: 'user', accountHome: 'here', otherwise: { kind: 'guest', guestType: 'internalGuest' } } },
    false,
  ],
  ['a policy that disables it', { session: { continuousAccessEvaluation: { mode: 'disabled' } } }, false],
  ['a policy that is stricter', { session: { continuousAccessEvaluation: { mode: 'strictLocation' } } }, true],
])('access is evaluated continuously or not: %s', (_, changes, expected) => {
  expect(isEvaluated(changes)).toBe(expected)
})
