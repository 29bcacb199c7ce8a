import { describe, expect, test } from 'vitest'
import { decide } from '../rules/decide.ts'
import { verdictOf } from '../trace/verdict.ts'
import type { FactValue } from '../vocabulary/facts.ts'
import { legsOf, policy } from './sign-in.fixture.ts'

type Part = Readonly<Record<string, unknown>>

/** The rules that say what the one policy does, on the leg to the mailbox. */
function rulesOf(grant: Part | undefined, conditions: Part, rest: Part): readonly string[] {
  const legs = legsOf(
    { tenant: { licences: ['p1'] }, policies: [policy(grant, conditions, rest)] },
    { client: 'browser' },
  )
  return legs.flatMap(({ steps }) => steps.flatMap((step) => (step.kind === 'policy' ? [step.rule] : [])))
}

const ruleFor = (policyGrant: FactValue<'policyGrant'>) =>
  decide('grant-controls', { policyGrant, policyState: 'enabled', flowClass: 'interactive' }).rule

const unheardOf = {
  builtInControls: [],
  authenticationStrength: { id: '00000000-0000-0000-0000-000000000002', somethingNew: 1 },
}

describe.each([
  ['applies', {}],
  ['applies at a risk that nobody gives', { signInRiskLevels: ['high'] }],
])('a policy that %s', (_, conditions) => {
  test.each([
    ['a control', { builtInControls: ['sparkle'] }, {}],
    ['the operator', { operator: 'XOR', builtInControls: ['mfa', 'compliantDevice'] }, {}],
    ['a strength', unheardOf, {}],
    ['a part of the grant', { builtInControls: ['mfa'], somethingNew: { x: 1 } }, {}],
    ['a session control', { builtInControls: ['mfa'] }, { sessionControls: { somethingNew: { isEnabled: true } } }],
    ['the only session control', undefined, { sessionControls: { somethingNew: { isEnabled: true } } }],
  ] as const)('is not understood for %s', (__, grant, rest) => {
    expect(rulesOf(grant, conditions, rest)).toEqual([ruleFor('not-understood')])
  })

  test.each([
    ['demands a control', { builtInControls: ['mfa'] }, {}, 'controls'],
    [
      'shapes the session',
      undefined,
      { sessionControls: { persistentBrowser: { isEnabled: true, mode: 'never' } } },
      'session-only',
    ],
    ['blocks', { builtInControls: ['block'] }, {}, 'block'],
  ] as const)('%s', (__, grant, rest, expected) => {
    expect(rulesOf(grant, conditions, rest)).toEqual([ruleFor(expected)])
  })
})

describe('a client of which the pages disagree what type it is', () => {
  const activesync = { flows: ['modern'], protocols: { 'read-mail': ['exchange-activesync'] } }
  const blocked = (type: string, saying: Part = {}) =>
    legsOf({
      asOf: '2024-11-01',
      client: activesync,
      tenant: {
        licences: ['p1'],
        conditionalAccess: {
          namedLocations: [],
          policies: [
            policy(
              { builtInControls: ['block'] },
              { clientAppTypes: [type] },
              { createdDateTime: '2021-01-01T00:00:00Z' },
            ),
          ],
          ...saying,
        },
      },
    }).map((leg) => verdictOf(leg).kind)

  test.each(['exchangeActiveSync', 'mobileAppsAndDesktopClients'])('is open for a policy for %s', (type) => {
    expect(blocked(type)).toEqual(['undetermined'])
  })
  test('is what the tenant says that it counts as', () => {
    const saying = { activeSyncWithOAuthCountsAs: 'exchangeActiveSync' }
    expect(blocked('exchangeActiveSync', saying)).toEqual(['blocked'])
    expect(blocked('mobileAppsAndDesktopClients', saying)).toEqual(['signs-in'])
  })
})
