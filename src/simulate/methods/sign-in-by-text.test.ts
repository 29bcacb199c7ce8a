import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../trace/verdict.ts'
import type { LegContext } from '../leg-context.ts'
import { planRequests } from '../plan-requests.ts'
import { tenantOfText } from '../plays.fixture.ts'
import { simulateSession } from '../simulate-session.ts'
import { signsInByText } from './sign-in-by-text.ts'

interface Text {
  readonly usable?: boolean
  readonly client?: string
  readonly demandsMfa?: boolean
  readonly group?: string
  /** The groups of the user; not stated where null. */
  readonly groups?: readonly string[] | null
}

const forMfa = { id: 'all_users', isUsableForSignIn: false }

function traceOf({ usable = true, client = 'browser', demandsMfa = false, group = 'all_users', groups = [] }: Text) {
  const includeTargets = [{ id: group, isUsableForSignIn: usable }, ...(groups === null ? [forMfa] : [])]
  const tenant = tenantOfText(
    JSON.stringify({
      name: 'Sign-in by text message',
      asOf: '2025-06-01',
      securityDefaults: false,
      domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
      workloads: { 'exchange-online': { OAuth2ClientProfileEnabled: true }, teams: {} },
      clients: ['browser', 'outlook-microsoft-365'],
      authenticationMethodsPolicy: {
        policyMigrationState: 'migrationComplete',
        authenticationMethodConfigurations: [{ id: 'Sms', state: 'enabled', includeTargets }],
      },
      users: [
        {
          userPrincipalName: 'ada@contoso.com',
          perUserMfaState: demandsMfa ? 'enforced' : 'disabled',
          registered: true,
          methods: ['sms'],
          ...(groups === null ? {} : { groups }),
          mailbox: 'exchange-online',
        },
      ],
    }),
    'tenant.json',
  )
  const [request] = [...planRequests(tenant, { client, purpose: 'read-mail' })]
  if (request === undefined) throw new Error('nothing is played')
  const trace = simulateSession(tenant, request).at(-1)
  if (trace === undefined) throw new Error('nothing is asked')
  return trace
}

function admissibleOf(text: Text) {
  const last = verdictOf(traceOf(text))
  return last.kind === 'signs-in' ? [last.presents, last.admissible] : last.kind
}

// https://learn.microsoft.com/entra/identity/authentication/howto-authentication-sms-signin
test.each<[string, Text, unknown]>([
  ['in a browser', {}, ['password', ['password,sms', 'sms', 'password']]],
  ['not where it is for MFA only', { usable: false }, ['password', ['password,sms', 'password']]],
  [
    'not in a native application of Office',
    { client: 'outlook-microsoft-365' },
    ['password', ['password,sms', 'password']],
  ],
  ['not for MFA', { demandsMfa: true }, ['password,sms', ['password,sms']]],
  ['not for another group', { group: 'Pilots' }, ['password', ['password']]],
])('a text message alone signs in: %s', (_, text, expected) => expect(admissibleOf(text)).toEqual(expected))

test('whether it does is open where a membership decides that the file does not state; the password is asked for', () => {
  const trace = traceOf({ group: 'Pilots', groups: null })
  expect(trace.methods?.open).toMatchObject([{ methods: 'sms', missing: ['methodRegistered'] }])
  expect(verdictOf(trace)).toMatchObject({ kind: 'signs-in', presents: 'password' })
})

describe('a telephone number is one to sign in with', () => {
  const target = (id: string, isUsableForSignIn?: boolean) => ({ id, targetType: 'group', isUsableForSignIn })
  const everyone = target('all_users', true)

  interface Asked {
    readonly includeTargets?: readonly object[]
    readonly excludeTargets?: readonly object[]
    readonly groups?: ReadonlySet<string> | undefined
    readonly accountHome?: string
    readonly client?: string
    readonly state?: string
  }

  /** No more is read of a leg than this. */
  function of({ state = 'enabled', client = 'browser', accountHome = 'here', ...one }: Asked) {
    const { includeTargets = [everyone], excludeTargets = [] } = one
    const groups = 'groups' in one ? one.groups : new Set(['pilots'])
    const configurations = new Map([['Sms', { state, includeTargets, excludeTargets }]])
    return signsInByText({
      tenant: { authenticationMethods: { configurations } },
      user: { accountHome, groups },
      client: { product: { kind: client } },
    } as unknown as LegContext)
  }

  test.each<[string, Asked, string]>([
    ['in a browser', {}, 'yes'],
    ['in Teams', { client: 'teams' }, 'yes'],
    ['in no other program', { client: 'outlook' }, 'no'],
    ['not where the method is off', { state: 'disabled' }, 'no'],
    ['not of an outsider', { accountHome: 'entra-tenant' }, 'no'],
    ['by one of several targets', { includeTargets: [target('all_users', false), target('Pilots', true)] }, 'yes'],
    ['not by a target that says nothing of it', { includeTargets: [target('all_users')] }, 'no'],
    ['not of someone who is left out', { excludeTargets: [target('Pilots')] }, 'no'],
    ['of someone of another group than is left out', { excludeTargets: [target('Others')] }, 'yes'],
    ['perhaps of someone who is perhaps left out', { excludeTargets: [target('Others')], groups: undefined }, '?'],
    ['perhaps by a group', { includeTargets: [target('Pilots', true)], groups: undefined }, '?'],
    [
      'not of someone who is perhaps left out, and not concerned',
      { includeTargets: [target('all_users', false)], excludeTargets: [target('Others')], groups: undefined },
      'no',
    ],
    [
      'by everybody and perhaps by a group',
      { includeTargets: [everyone, target('Pilots', false)], groups: undefined },
      'yes',
    ],
  ])('%s', (_, asked, expected) => expect(of(asked)).toBe(expected))
})
