import { describe, expect, test } from 'vitest'
import { simulateSession } from '../../simulate/simulate-session.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import { matrix } from '../matrix/matrix.ts'
import { lookAt, readConditions, where } from '../query.ts'
import { tenantOf } from '../random-plan.fixture.ts'
import { evaluateClaim } from './evaluate-claim.ts'
import { parseClaim } from './parse-claim.ts'
import { signInOf } from './sign-in.ts'

const policy = (displayName: string, user: string, rest: object): object => ({
  displayName,
  state: 'enabled',
  conditions: {
    users: { includeUsers: [user] },
    applications: { includeApplications: ['All'] },
    clientAppTypes: ['all'],
  },
  ...rest,
})
const grant = (operator: string, ...builtInControls: readonly string[]) => ({
  grantControls: { operator, builtInControls },
})
const people = ['Mia', 'Eight', 'Either', 'Blocked', 'Open', 'Free', 'Pair']
const tenant = tenantOf(
  JSON.stringify({
    name: 'Demands',
    asOf: '2026-01-01',
    domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'cloud-only' }],
    networks: [{ name: 'internet' }],
    workloads: { 'exchange-online': { modernAuthentication: true } },
    devices: [],
    clients: ['outlook-web'],
    users: people.map((displayName) => ({
      userPrincipalName: `${displayName.toLowerCase()}@contoso.com`,
      displayName,
      mailbox: 'exchange-online',
      registered: true,
    })),
    conditionalAccess: {
      policies: [
        policy('Mia', 'Mia', grant('OR', 'mfa')),
        policy('Eight', 'Eight', {
          sessionControls: {
            signInFrequency: { isEnabled: true, value: 8, type: 'hours', frequencyInterval: 'timeBased' },
            persistentBrowser: { isEnabled: true, mode: 'never' },
          },
        }),
        policy('Either', 'Either', grant('OR', 'mfa', 'compliantDevice')),
        policy('Pair', 'Pair', grant('AND', 'mfa', 'compliantDevice')),
        policy('Blocked', 'Blocked', grant('OR', 'block')),
        policy('Open', 'Open', grant('OR', 'nobody knows this')),
      ],
    },
  }),
)
const loaded = matrix(tenant, { purpose: 'read-mail' })
if (!loaded.ok) throw new Error('a tenant without people beside it')
const { population, matrix: made } = loaded.value
const look = lookAt(population)

function peopleWhere(text: string): readonly string[] {
  const parsed = readConditions({ tenant: population.tenant }, [text], made.cells.map(look))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message, help }) => `${message}: ${help}`).join())
  return [...new Set(where(made.cells, parsed.value, look).map((cell) => cell.request.user.replace(/@.*/, '')))]
}

const meant: readonly (readonly [string, readonly string[]])[] = [
  ['required-controls=mfa', ['mia', 'pair']],
  ['has to meet multifactor authentication', ['mia', 'pair']],
  ['must meet multifactor authentication', ['mia', 'pair']],
  ['has to meet nothing', ['eight', 'free']],
  ['required-controls=none', ['eight', 'free']],
  ['has to meet block access', ['blocked']],
  ['requires multifactor authentication', ['mia', 'pair']],
  ['must require multifactor authentication', ['mia', 'pair']],
  ['has the sign-in frequency 8 hours', ['eight']],
  ['sign-in-frequency=8 hours', ['eight']],
  ['must have the sign-in frequency 8 hours', ['eight']],
  ['sign-in-frequency=none', ['mia', 'either', 'blocked', 'free', 'pair']],
  ['has the session control persistentBrowser', ['eight']],
  ['has the session control "persistentBrowser never"', ['eight']],
  ['session-controls=none', ['mia', 'either', 'blocked', 'free', 'pair']],
  ['must use the interactive sign-in', ['mia', 'eight', 'free']],
  ['must use one of the interactive sign-in, the app password', ['mia', 'eight', 'free']],
  ['must not be blocked', ['mia', 'eight', 'either', 'open', 'free', 'pair']],
  ['must be blocked', ['blocked']],
]

describe('what policies demand', () => {
  test.each(meant)('--where "%s"', (text, expected) => {
    expect(peopleWhere(text)).toEqual(expected)
  })

  test.each([
    ['must not use', 'does not use'],
    ['must use', 'uses'],
    ['must not use one of', 'does not use one of'],
  ])('"%s" says what "%s" says', (obliged, plain) => {
    for (const credential of ['the interactive sign-in', 'the app password', 'the certificate or the app password'])
      expect(peopleWhere(`${obliged} ${credential}`)).toEqual(peopleWhere(`${plain} ${credential}`))
  })

  test.each([
    ['every sign-in by the user Mia has to meet multifactor authentication', 'holds'],
    ['no sign-in by the user Either has to meet multifactor authentication', 'holds'],
    ['every sign-in by the user Either has to meet nothing', 'open'],
    ['no sign-in by the user Either has to meet nothing', 'open'],
    ['every sign-in by the user Pair has to meet multifactor authentication', 'holds'],
    ['every sign-in by the user Pair has to meet a compliant device', 'open'],
    ['no sign-in by the user Pair has to meet nothing', 'holds'],
    ['every sign-in by the user Eight has the sign-in frequency 8 hours', 'holds'],
    ['every sign-in by the user Free has the sign-in frequency 8 hours', 'refuted'],
    ['every sign-in by the user Eight must not have the session control persistentBrowser', 'refuted'],
    ['every sign-in by the user Open has to meet nothing', 'open'],
    ['every sign-in by the user Open has the session control none', 'open'],
    ['no sign-in by the user Mia must use the interactive sign-in', 'refuted'],
  ])('the claim "%s" is %s', (text, expected) => {
    const parsed = parseClaim({ tenant }, text)
    if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join())
    const play = (request: ClientRequest) => signInOf(tenant, request, simulateSession(tenant, request))
    const source = { tenant, surroundings: { at: tenant.asOf, signals: {} }, play }
    expect(evaluateClaim(parsed.value, source).answer).toBe(expected)
  })

  test('a frequency that no policy has is unknown, and the nearest is suggested', () => {
    const parsed = readConditions({ tenant }, ['sign-in-frequency=9 hours'])
    expect(parsed.ok ? [] : parsed.problems).toMatchObject([{ help: expect.stringContaining('8 hours') }])
  })
})
